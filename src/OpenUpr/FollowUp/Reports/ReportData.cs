using System.Text.Json.Serialization;
using OpenUpr.Drafting.Lists;
using OpenUpr.FollowUp.Actions;
using OpenUpr.FollowUp.Monitoring;

namespace OpenUpr.FollowUp.Reports;

/// <summary>What a judgement rests on, as far as it leaves the room: its kind and an address of the web. What a person wrote of it, and every case, stays inside.</summary>
public sealed record ReportEvidence(string Kind, string? Address);

/// <summary>A confirmed judgement that stands.</summary>
/// <param name="Organisation">Null for the coalition as a whole.</param>
/// <param name="Year">Of its round; null outside of any.</param>
/// <param name="On">The day on which a second person confirmed it.</param>
public sealed record ReportJudgement(string? Organisation, string Value, string Explanation, string? Regression, string? Effect, int? Year, DateOnly On, IReadOnlyList<ReportEvidence> Evidence)
{
    [JsonIgnore]
    public string Light => ValueScale.Find(Value)?.Light ?? "none";
}

/// <summary>An indicator of a measure with what was measured last.</summary>
public sealed record ReportIndicator(string Name, string? Unit, decimal? Baseline, decimal? Target, decimal? Latest, DateOnly? LatestOn)
{
    /// <summary>Whether the last value is at its target or beyond it, seen from the baseline; null where that cannot be told.</summary>
    [JsonIgnore]
    public bool? IsReached => IndicatorRows.IsReached(Baseline, Target, Latest);
}

/// <summary>A measure of the implementation matrix, without the coalition's own note.</summary>
/// <param name="Code">"A12": how people speak of it.</param>
public sealed record ReportMeasure(string Code, string Text, string State, string? Ministry, DateOnly? From, DateOnly? To, string? Assistance, IReadOnlyList<ReportIndicator> Indicators);

/// <summary>A recommendation of a report with what the coalition says became of it.</summary>
/// <param name="Place">In the report of the Working Group, from 1.</param>
/// <param name="Position">supported, partly, noted or pending.</param>
/// <param name="States">Codes of the States that put it.</param>
/// <param name="Measures">Places in the report's list of measures, from 0.</param>
/// <param name="Before">The light before the round of an annual assessment; null for a mid-term report.</param>
/// <param name="Obstacle">Challenges by the agreed list of recommendations; null for none.</param>
/// <param name="Needs">Help that is needed, by the same.</param>
public sealed record ReportRow(
    int Place, string? Number, string Text, string Position, IReadOnlyList<string> States, IReadOnlyList<string> Issues, IReadOnlyList<ReportJudgement> Judgements, IReadOnlyList<int> Measures, string? Before, string? Obstacle, string? Needs)
{
    /// <summary>How people name it: "131.4", or "#12" where the paragraph is not known.</summary>
    [JsonIgnore]
    public string Name => Number ?? FormattableString.Invariant($"#{Place}");

    /// <summary>green, amber, red or none; "mixed" where organisations disagree on the light: never averaged away.</summary>
    [JsonIgnore]
    public string Light => Judgements.Select(j => j.Light).Distinct().ToList() switch { [] => "none", [var one] => one, _ => "mixed" };

    [JsonIgnore]
    public bool IsDisputed => Judgements.Select(j => j.Value).Distinct().Count() > 1;

    [JsonIgnore]
    public bool IsRegression => Judgements.Any(j => j.Regression is not null);
}

/// <summary>
/// All that a report says of a followed review, without anybody's name, case or number of a row: what is drawn, what is counted, and what is frozen when the report is released. Confirmed judgements alone are in it.
/// </summary>
/// <param name="All">Recommendations of the review; the report may be on a part of them.</param>
/// <param name="AsOf">The day of the last judgement that was confirmed; null for none.</param>
/// <param name="Year">Of the round that an annual assessment is of; null for another.</param>
public sealed record ReportData(
    string Kind, string Mode, string Scope, string State, int Session, string Coalition, int All, DateOnly? AsOf, int? Year, IReadOnlyList<ReportRow> Rows, IReadOnlyList<ReportMeasure> Measures)
{
    [JsonIgnore]
    public IEnumerable<ReportJudgement> Judgements => Rows.SelectMany(r => r.Judgements);

    /// <summary>Names of the issues, in the order of the alphabet.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Issues => [.. Rows.SelectMany(r => r.Issues).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>UPR Info's index of some rows.</summary>
    public static IndexValue IndexOf(IEnumerable<ReportRow> rows) => ImplementationIndex.Of(rows.SelectMany(r => r.Judgements).Select(j => j.Value));

    /// <summary>How many of some rows have a light.</summary>
    public static int Count(IEnumerable<ReportRow> rows, string light) => rows.Count(r => r.Light == light);
}
