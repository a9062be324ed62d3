using OpenUpr.App.Resources;
using OpenUpr.Coalitions;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>A way inside a room.</summary>
/// <param name="Path">Inside the room; empty for its home.</param>
public sealed record RoomTab(string Path, string Label);

/// <summary>The ways inside a room, as far as they are open to a person.</summary>
public static class RoomTabs
{
    public static IReadOnlyList<RoomTab> Of(CoalitionAccess access)
    {
        if (!access.Is(CoalitionRole.Observer))
        {
            return access.Role == CoalitionRole.Guest ? [new("", CoalitionWords.Shared_Title)] : [new("/terms", CoalitionWords.Terms_Title)];
        }

        var tabs = new List<RoomTab>
        {
            new("", CoalitionWords.Tab_Home), new("/evidence", EvidenceWords.Title), new("/terms", CoalitionWords.Terms_Title), new("/organisations", CoalitionWords.Organisations_Title), new("/people", CoalitionWords.People_Title),
            new("/clusters", CoalitionWords.Clusters_Title), new("/meetings", CoalitionWords.Meetings_Title),
            new("/targets", TargetWords.Room_Title),
            new("/press", PressWords.Title),
            new("/secretariat", CoalitionWords.Secretariat_Title),
            new("/trainings", CoalitionWords.Trainings_Title), new("/funding", CoalitionWords.Funding_Title), new("/absent", CoalitionWords.Absent_Title),
        };
        if (access.ReadsReprisals)
        {
            tabs.Add(new("/reprisals", CoalitionWords.Reprisals_Title));
        }

        if (access.Is(CoalitionRole.Secretariat))
        {
            tabs.Add(new("/audit", WallsWords.Audit_Title));
        }

        tabs.Add(new("/search", CoalitionWords.Search_Title));
        return tabs;
    }
}
