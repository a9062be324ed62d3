using OpenUpr.Drafting.Studio;
using OpenUpr.Taxonomy;

namespace OpenUpr.FollowUp.Reports;

/// <summary>What a report begins with: the outline of its kind as its mode asks for it (requirement M7), issue by issue, with the lines of the parts that are made. Nothing is made up: what nobody knows stays empty, and its hint says what to write.</summary>
internal static class ReportFilling
{
    /// <summary>Issues with a section of their own: those with most recommendations; the others share the last.</summary>
    private const int MostIssues = 60;

    /// <summary>The sections of a kind without words, for a document that belongs to no followed review.</summary>
    public static IReadOnlyList<SectionWish> Outline(string kind, string language, string mode, IReadOnlyList<string> issues) => Sections(kind, language, mode, issues, (_, _) => "");

    /// <param name="organisations">Names of the member organisations, in their order.</param>
    public static IReadOnlyList<SectionWish> Of(ReportData data, string language, IReadOnlyList<string> organisations, Func<string, string> state)
    {
        var words = new ReportWording(language);
        return Sections(data.Kind, language, data.Mode, IssuesOf(data), (slot, issue) => slot switch
        {
            SectionSlots.Opening => words.Say("opening-" + data.Mode, data.Coalition, state(data.State), data.Session),
            SectionSlots.About => data.Mode is ReportModes.State || organisations.Count < 2 ? "" : words.Say("about-coalition", data.Coalition, organisations.Count, words.List(organisations)),
            SectionSlots.Methodology => ReportParts.Line(ReportParts.Methodology),
            SectionSlots.FollowUp => string.Join("\n\n", new[] { ReportParts.Picture, ReportParts.ByPosition, ReportParts.ByIssue }.Select(ReportParts.Line)),
            SectionSlots.Setbacks => ReportParts.Line(ReportParts.Changes),
            SectionSlots.Issue => ReportParts.LineOf(issue ?? ""),
            SectionSlots.Progress => ReportParts.Line(ReportParts.Activities),
            SectionSlots.Challenges => ReportParts.Line(ReportParts.Obstacles),
            SectionSlots.Remaining => ReportParts.Line(ReportParts.Measures),
            SectionSlots.Assistance => ReportParts.Line(ReportParts.Assistance) + "\n\n" + words.Say("fund"),
            SectionSlots.Annex => ReportParts.Line(ReportParts.Every),
            _ => "",
        });
    }

    /// <summary>First issues of the recommendations, those with most of them first; empty for those without one.</summary>
    private static IReadOnlyList<string> IssuesOf(ReportData data) => [.. data.Rows.Select(r => r.Issues is [var first, ..] ? first : "").CountBy(i => i).OrderBy(i => i.Key.Length == 0).ThenByDescending(i => i.Value).ThenBy(i => i.Key, StringComparer.Ordinal).Select(i => i.Key).Take(MostIssues)];

    private static IReadOnlyList<SectionWish> Sections(string kind, string language, string mode, IReadOnlyList<string> issues, Func<string, string?, string> text)
    {
        var words = new ReportWording(language);
        return [.. StudioOutlines.Of(kind, language).Where(s => IsOf(mode, s.Slot)).SelectMany(s => s.IsPerIssue && issues.Count > 0
            ? issues.Select(i => new SectionWish(s.Slot, i.Length > 0 ? IssueList.Current.NameIn(i, words.Language) : words.Say("other-issues"), s.Level, text(s.Slot, i), null))
            : [new SectionWish(s.Slot, words.Find($"{s.Slot}-{mode}") is { } own && s.Slot == SectionSlots.About ? own : s.Heading, s.Level, s.IsPerIssue ? "" : text(s.Slot, null), null)])];
    }

    /// <summary>The State's own report has the input of others; one that stands beside it says where the two differ.</summary>
    private static bool IsOf(string mode, string slot) => slot switch
    {
        SectionSlots.Input => mode is ReportModes.State or ReportModes.Joint,
        SectionSlots.Context => mode == ReportModes.Parallel,
        _ => true,
    };
}
