using System.Globalization;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Resources;

namespace OpenUpr.App.Features.Consultations;

/// <summary>Codes of consultations in the reader's words.</summary>
public static class ConsultationText
{
    /// <summary>The word of a code, such as Fate and ignored; the code itself where there is none.</summary>
    public static string Of(string group, string? code) => code is null ? "" : Find($"{group}_{code}") ?? code;

    /// <summary>The word under this name, hyphens being underscores there; null where there is none.</summary>
    public static string? Find(string name) => ConsultationWords.ResourceManager.GetString(name.Replace('-', '_'), CultureInfo.CurrentUICulture);

    public static IEnumerable<Choice> Choices(string group, IEnumerable<string> codes) => codes.Select(c => new Choice(c, Of(group, c)));
}
