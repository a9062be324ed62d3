using OpenUpr.App.Resources;
using OpenUpr.Coalitions;

namespace OpenUpr.App.Features.FollowUp;

/// <summary>The pages of one followed review, in the order of the work. A new page adds one line.</summary>
public static class FollowTabs
{
    private static readonly Line[] s_lines =
    [
        new("", () => FollowUpWords.Tab_Recommendations),
        new("/uptake", () => UptakeWords.Title),
        new("/positions", () => OutcomeWords.Tab_Positions),
        new("/positions/lobby", () => OutcomeWords.Tab_Lobby),
        new("/workshop", () => OutcomeWords.Tab_Workshop),
        new("/adoption", () => OutcomeWords.Tab_Adoption),
        new("/dissemination", () => OutcomeWords.Tab_Dissemination),
        new("/actions", () => ActionWords.Title),
        new("/mechanism", () => MechanismWords.Title),
        new("/monitoring", () => MonitoringWords.Title),
        new("/reports", () => ReportWords.Title),
        new("/digests", () => DigestWords.Title),
        new("/next", () => NextWords.Title),
        new("/public", () => OutcomeWords.Tab_Public, a => a.Is(CoalitionRole.Secretariat)),
    ];

    /// <summary>Paths inside the followed review with their labels, as far as they are open to a person.</summary>
    public static IEnumerable<(string Path, string Label)> Of(CoalitionAccess access) => s_lines.Where(l => l.Open?.Invoke(access) ?? true).Select(l => (l.Path, l.Label()));

    /// <param name="Open">Who may see it, of those who read the room; null for all of them.</param>
    private sealed record Line(string Path, Func<string> Label, Func<CoalitionAccess, bool>? Open = null);
}
