using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Sheets;
using OpenUpr.Sources;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>What came of a sheet, in sentences for pages and the command line alike.</summary>
internal static class SheetText
{
    public static string Kind(string kind) => MovingWords.ResourceManager.GetString($"Kind_{kind}", System.Globalization.CultureInfo.CurrentUICulture) ?? kind;

    public static string Field(string field) => MovingWords.ResourceManager.GetString($"Field_{field}", System.Globalization.CultureInfo.CurrentUICulture) ?? field;

    /// <summary>Why nothing was read at all.</summary>
    public static string Problem(Outcome outcome, SheetTarget target) => outcome.Refused switch
    {
        Refusal.Empty => Numbers.Fill(MovingWords.Sheet_NeedsColumn, Field(outcome.Field!)),
        Refusal.TooLarge => Numbers.Fill(MovingWords.Sheet_TooMany, target.MaxRows),
        { } why => CoalitionText.Of("Refusal", why),
        null => "",
    };

    /// <summary>Why a row does not come in, with the column and what stands there; null for one that does.</summary>
    public static string? Why(SheetLine line, SheetTable table, IReadOnlyDictionary<string, int> columns)
    {
        if (line.Verdict == SheetVerdict.Same)
        {
            return MovingWords.Sheet_IsHere;
        }

        if (line is not { Verdict: SheetVerdict.Refused, Why: { } why })
        {
            return null;
        }

        var sentence = line.Field == "organisation" || line.Field == "host" ? MovingWords.Sheet_NoOrganisation
            : why == Refusal.NoDate ? MovingWords.Sheet_NoDate
            : why == Refusal.Unknown && line.Field is { } field && MovingWords.ResourceManager.GetString($"Known_{field}", System.Globalization.CultureInfo.CurrentUICulture) is { } known ? known
            : why == Refusal.TooLong ? MovingWords.Sheet_TooLong
            : CoalitionText.Of("Refusal", why);
        return line.Field is not { } about ? sentence
            : string.IsNullOrEmpty(line.Cell) ? Numbers.Fill(MovingWords.Sheet_NoCell, Field(about), sentence)
            : columns.TryGetValue(about, out var column) ? Numbers.Fill(MovingWords.Sheet_Cell, table.Headings[column], CellText.Quote(line.Cell ?? ""), sentence)
            : Numbers.Fill(MovingWords.Sheet_NoCell, Field(about), sentence);
    }

    /// <summary>What a row becomes that comes in.</summary>
    public static string New(SheetLine line) => line.Role is { } role ? Numbers.Fill(MovingWords.Sheet_NewAs, CoalitionText.Of("Role", role)) : MovingWords.Sheet_New;

    public static string Summary(SheetOutcome done, bool isDryRun) => Numbers.Fill(
        done.Count(SheetVerdict.Refused) > 0 ? MovingWords.Sheet_SomeRefused : isDryRun ? MovingWords.Sheet_WouldCome : MovingWords.Sheet_Taken,
        done.Count(SheetVerdict.New), done.Count(SheetVerdict.Same), done.Count(SheetVerdict.Refused));
}
