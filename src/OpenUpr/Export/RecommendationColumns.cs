using System.Globalization;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;

namespace OpenUpr.Export;

/// <summary>A column of the .csv and .xlsx forms. A cell is a string, a whole number or null.</summary>
/// <param name="Width">In characters, for a spreadsheet.</param>
/// <param name="Wrap">Whether a spreadsheet breaks long lines in it.</param>
public sealed record ExportColumn(string Name, int Width, bool Wrap, Func<RecommendationRow, object?> Cell);

/// <summary>The columns that .csv and .xlsx share: the fields of the .jsonl form under the same names, and the States' names.</summary>
/// <param name="scored">Whether a column says how alike each row is to a text.</param>
public sealed class RecommendationColumns(ReferenceData reference, bool scored = false)
{
    private const int ScoreFigures = 4;

    public World World => reference.World;

    public IReadOnlyList<ExportColumn> All { get; } = Columns(reference, scored);

    /// <summary>The word for a position in every export and on the command line.</summary>
    public static string? PositionWord(Position? position) => position switch
    {
        Position.Supported => "supported",
        Position.Noted => "noted",
        Position.Pending => "pending",
        _ => null,
    };

    /// <summary>A score with the figures that mean something.</summary>
    public static decimal Rounded(double score) => Math.Round((decimal)score, ScoreFigures);

    public static string KindWord(RecommendationKind kind) => kind == RecommendationKind.Pledge ? "pledge" : "recommendation";

    private static List<ExportColumn> Columns(ReferenceData reference, bool scored)
    {
        List<ExportColumn> columns =
        [
            new("id", 9, false, r => r.Id),
            new("kind", 16, false, r => KindWord(r.Kind)),
            new("sur", 6, false, r => r.Sur),
            new("surName", 24, false, r => StateName(reference, r.Sur)),
            new("rs", 9, false, r => r.Rs),
            new("rsName", 24, false, r => StateName(reference, r.Rs)),
            new("session", 9, false, r => (long)r.Session),
            new("cycle", 7, false, r => (long?)r.Cycle),
            new("symbol", 14, false, r => r.Symbol),
            new("paragraph", 11, false, r => r.Paragraph),
            new("page", 7, false, r => (long?)r.Page),
            new("text", 80, true, r => r.Text),
            new("position", 11, false, r => PositionWord(r.Position)),
            new("partial", 8, false, r => r.Partial ? "true" : null),
            new("positionText", 16, false, r => r.PositionText),
            new("action", 8, false, r => (long?)r.Action),
            new("issues", 44, true, r => r.Issues.Count == 0 ? null : string.Join("; ", r.Issues)),
            new("sdgs", 10, false, r => r.Sdgs.Count == 0 ? null : string.Join("; ", r.Sdgs.Select(s => s.ToString(CultureInfo.InvariantCulture)))),
            new("source", 24, false, r => r.Source),
            new("actionBy", 9, false, r => r.Labels.Action?.SetBy),
            new("actionConfidence", 17, false, r => Confidence(r.Labels.Action)),
            new("issuesBy", 9, false, r => r.Labels.Issues?.SetBy),
            new("issuesConfidence", 17, false, r => Confidence(r.Labels.Issues)),
            new("sdgsBy", 9, false, r => r.Labels.Sdgs?.SetBy),
            new("sdgsConfidence", 15, false, r => Confidence(r.Labels.Sdgs)),
            new("model", 24, false, r => r.Labels.Model),
        ];
        if (scored)
        {
            columns.Add(new("score", 8, false, r => r.Score is { } score ? Rounded(score).ToString(CultureInfo.InvariantCulture) : null));
            columns.Add(new("same", 14, false, r => r.Same is { Count: > 0 } same ? string.Join("; ", same.Select(s => s.ToString(CultureInfo.InvariantCulture))) : null));
        }

        if (reference.World == World.Demo)
        {
            columns.Add(new("fictional", 10, false, _ => "true"));
        }

        return columns;
    }

    /// <summary>How sure the machine is of each value, in the order of the values; nothing for a person's.</summary>
    private static string? Confidence(LabelOrigin? origin) =>
        origin is { Confidence.Count: > 0 } ? string.Join("; ", origin.Confidence.Select(c => c.ToString("0.##", CultureInfo.InvariantCulture))) : null;

    private static string StateName(ReferenceData reference, string iso3) =>
        iso3 == State.Unknown ? "(Unknown)" : reference.FindState(iso3)?.NameEn ?? iso3;
}
