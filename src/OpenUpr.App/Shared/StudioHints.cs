using System.Globalization;
using OpenUpr.App.Resources;
using OpenUpr.Drafting.Studio;

namespace OpenUpr.App.Shared;

/// <summary>What is to be written in a section, and the advice that stands beside the writing, in words.</summary>
public static class StudioHints
{
    /// <summary>What to write in a section; empty for a hint that is none.</summary>
    public static string Hint(string code) => Word("Hint_" + code);

    /// <summary>A do, a don't or a question, in a sentence.</summary>
    public static string Advice(KindAdvice advice) => Word("Advice_" + advice.Code);

    private static string Word(string name) => StudioTextWords.ResourceManager.GetString(name.Replace('-', '_'), CultureInfo.CurrentUICulture) ?? "";
}
