using OpenUpr.App.Resources;
using OpenUpr.Coalitions;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>What the pages of a room are about; the menu lists them in this order. A group without an open page is not shown.</summary>
public enum RoomGroup
{
    /// <summary>One page, shown without a group around it.</summary>
    Home,

    /// <summary>What the coalition plans, decides and writes.</summary>
    Work,

    /// <summary>States, people and press outside the coalition.</summary>
    Outreach,

    /// <summary>What becomes of the recommendations.</summary>
    FollowUp,

    /// <summary>What happened, and what happened to those who said so.</summary>
    Evidence,

    /// <summary>Who the coalition is.</summary>
    People,

    /// <summary>How the coalition runs itself.</summary>
    House,

    /// <summary>One page, shown without a group around it.</summary>
    Search,
}

/// <summary>A page that the menu of a room leads to.</summary>
/// <param name="Path">Inside the room; empty for its home. A page says which one it belongs to by <c>ViewData["Tab"]</c>.</param>
public sealed record RoomTab(RoomGroup Group, string Path, string Label);

/// <summary>The menu of a room, as far as it is open to a person. A new page adds one line to <see cref="s_lines"/>.</summary>
public static class RoomTabs
{
    private static readonly Line[] s_lines =
    [
        new(RoomGroup.Home, "", () => CoalitionWords.Tab_Home),
        new(RoomGroup.Work, "/now", () => PlanWords.Now_Title),
        new(RoomGroup.Work, "/plan", () => PlanWords.Plan_Title),
        new(RoomGroup.Work, "/calendar", () => AgendaWords.Calendar_Title),
        new(RoomGroup.Work, "/priorities", () => DraftingWords.Priorities_Title),
        new(RoomGroup.Work, "/drafts", () => DraftingWords.Drafts_Title),
        new(RoomGroup.Work, "/coverage", () => StudioTextWords.Coverage_Title),
        new(RoomGroup.Work, "/studio", () => StudioWords.Title),
        new(RoomGroup.Work, "/matrix", () => MatrixWords.Title),
        new(RoomGroup.Work, "/review-day", () => DayWords.Title),
        new(RoomGroup.Work, "/meetings", () => CoalitionWords.Meetings_Title),
        new(RoomGroup.Work, "/clusters", () => CoalitionWords.Clusters_Title),
        new(RoomGroup.Outreach, "/targets", () => TargetWords.Room_Title),
        new(RoomGroup.Outreach, "/contacts", () => OutreachWords.Title),
        new(RoomGroup.Outreach, "/events", () => EventWords.Title),
        new(RoomGroup.Outreach, "/consultation", () => ConsultationWords.Title),
        new(RoomGroup.Outreach, "/press", () => PressWords.Title),
        new(RoomGroup.FollowUp, "/follow-up", () => FollowUpWords.Title),
        new(RoomGroup.Evidence, "/evidence", () => EvidenceWords.Tab_Cases),
        new(RoomGroup.Evidence, "/evidence/inbox", () => EvidenceWords.Tab_Inbox, a => a.Is(CoalitionRole.Editor)),
        new(RoomGroup.Evidence, "/evidence/boxes", () => EvidenceWords.Tab_Boxes, a => a.Is(CoalitionRole.Editor)),
        new(RoomGroup.Evidence, "/evidence?view=trash", () => EvidenceWords.Tab_Trash),
        new(RoomGroup.Evidence, "/reprisals", () => CoalitionWords.Reprisals_Title, a => a.ReadsReprisals),
        new(RoomGroup.People, "/people", () => CoalitionWords.People_Title),
        new(RoomGroup.People, "/organisations", () => CoalitionWords.Organisations_Title),
        new(RoomGroup.People, "/absent", () => CoalitionWords.Absent_Title),
        new(RoomGroup.People, "/trainings", () => CoalitionWords.Trainings_Title),
        new(RoomGroup.House, "/about", () => CoalitionWords.About_Title),
        new(RoomGroup.House, "/terms", () => CoalitionWords.Terms_Title),
        new(RoomGroup.House, "/secretariat", () => CoalitionWords.Secretariat_Title),
        new(RoomGroup.House, "/funding", () => CoalitionWords.Funding_Title),
        new(RoomGroup.House, "/audit", () => WallsWords.Audit_Title, a => a.Is(CoalitionRole.Secretariat)),
        new(RoomGroup.Search, "/search", () => CoalitionWords.Search_Title),
    ];

    /// <summary>In the menu's order; who does not belong to the coalition yet, or only visits, has one page.</summary>
    public static IReadOnlyList<RoomTab> Of(CoalitionAccess access) => access switch
    {
        _ when access.Is(CoalitionRole.Observer) => [.. s_lines.Where(l => l.Open?.Invoke(access) ?? true).Select(l => new RoomTab(l.Group, l.Path, l.Label()))],
        { Role: CoalitionRole.Guest } => [new(RoomGroup.Home, "", CoalitionWords.Shared_Title)],
        _ => [new(RoomGroup.Home, "/terms", CoalitionWords.Terms_Title)],
    };

    /// <summary>The group's word; that of its page where it has but one by nature.</summary>
    public static string Label(IGrouping<RoomGroup, RoomTab> group) => CoalitionText.Find($"Group_{group.Key}") ?? group.First().Label;

    /// <param name="Open">Who may see it, of those who read the room; null for all of them.</param>
    private sealed record Line(RoomGroup Group, string Path, Func<string> Label, Func<CoalitionAccess, bool>? Open = null);
}
