using System.Globalization;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Sources;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Papers;

/// <summary>What codes of papers and uploads are called on a page.</summary>
internal static class PaperLabels
{
    /// <summary>"Working Group report" for working-group-report; the code itself where no words are known.</summary>
    public static string Kind(string? kind) => kind is null ? PapersWords.Kind_None : Word("Kind_" + kind.Replace('-', '_')) ?? kind;

    /// <summary>"French" for fr.</summary>
    public static string Language(string? code)
    {
        if (code is null)
        {
            return PapersWords.Language_Unknown;
        }

        try
        {
            return CultureInfo.GetCultureInfo(code).DisplayName;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }

    public static string State(string state) => Word("State_" + state) ?? state;

    public static string Step(string? step) => string.IsNullOrEmpty(step) ? PapersWords.Step_Begin : Word("Step_" + step) ?? step;

    public static string Fact(string kind) => Word("Fact_" + kind.Replace('-', '_')) ?? kind;

    /// <summary>1.4 MB, 12 kB.</summary>
    public static string Size(long bytes) => bytes >= 1_000_000
        ? Numbers.Fill(PapersWords.Size_Mega, (bytes / 1_000_000.0).ToString("N1", CultureInfo.CurrentCulture))
        : Numbers.Fill(PapersWords.Size_Kilo, Numbers.Count(Math.Max(1, bytes / 1000)));

    /// <summary>21 November 2026, 14:02 UTC.</summary>
    public static string Moment(DateTimeOffset at) => Numbers.Fill(PapersWords.Moment, Dates.Day(at), at.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture));

    /// <summary>Where the paper itself can be read: on the United Nations' site by its symbol; null for papers without one and for those of the demonstration.</summary>
    public static string? Address(Store store, string? symbol) =>
        symbol is null || store.World == Reviews.World.Demo || !symbol.StartsWith("A/", StringComparison.Ordinal) ? null : $"https://docs.un.org/{symbol}";

    private static string? Word(string key) => PapersWords.ResourceManager.GetString(key, CultureInfo.CurrentUICulture);
}
