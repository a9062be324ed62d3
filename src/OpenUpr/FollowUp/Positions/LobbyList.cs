using OpenUpr.Planning.ReviewDay;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Positions;

/// <summary>Which recommendations a lobby list holds, by one of the guides.</summary>
public static class LobbyRules
{
    /// <summary>Noted ones alone: those that are supported need none, pending ones are not named (Child Rights Connect and UPR Info, fact sheet 3, model advocacy strategy).</summary>
    public const string Noted = "noted";

    /// <summary>Noted and pending ones (UPR Info, civil society compendium, "Between the review and the HRC adoption", 2017).</summary>
    public const string Open = "noted-pending";

    /// <summary>The key ones, whatever the State said of them but yes (post-UPR consultation toolkit: "key/all recommendations").</summary>
    public const string Key = "key";

    /// <summary>All that are not supported in whole (post-UPR consultation toolkit: "key/all recommendations").</summary>
    public const string All = "all";

    public static IReadOnlyList<string> Codes { get; } = [Open, Noted, Key, All];

    /// <summary>One supported in part is noted in the rest.</summary>
    public static bool Holds(string rule, BoardRow row) => (rule, row.Position) switch
    {
        (_, "supported") => false,
        (Noted, "noted" or "partly") => true,
        (Noted, _) => false,
        (Key, _) => row.Entry?.IsKey ?? false,
        _ => true,
    };
}

/// <summary>Why a recommendation stands where it does.</summary>
/// <param name="Code">Pages have the words.</param>
/// <param name="About">What it is about, such as the name of a treaty; empty for nothing.</param>
/// <param name="Points">What it adds.</param>
public sealed record LobbyReason(string Code, string About, int Points);

/// <summary>A line of the list.</summary>
/// <param name="Rank">From 1; those with as many points share one.</param>
public sealed record LobbyLine(int Rank, BoardRow Row, int Points, IReadOnlyList<LobbyReason> Reasons);

/// <summary>
/// What to lobby for first. Those in line with observations of treaty bodies and with obligations come first, as the compendium asks; what a person confirmed counts more than what the program
/// proposes; what the coalition calls key, what is still open and what several States asked for follow. The points are our own weights and are shown with their reasons.
/// </summary>
public static class LobbyList
{
    private const int ManyStates = 3;

    /// <param name="found">What the program proposes for a row.</param>
    public static IReadOnlyList<LobbyLine> Of(BoardView board, string rule, Func<BoardRow, bool> passes, Func<BoardRow, IReadOnlyList<FoundObligation>> found)
    {
        var lines = board.Rows.Where(r => LobbyRules.Holds(rule, r) && passes(r)).Select(r => (Row: r, Reasons: Reasons(r, found(r))))
            .Select(l => (l.Row, l.Reasons, Points: l.Reasons.Sum(r => r.Points))).OrderByDescending(l => l.Points).ThenBy(l => l.Row.Row.Place).ToList();
        return [.. lines.Select(l => new LobbyLine(lines.FindIndex(o => o.Points == l.Points) + 1, l.Row, l.Points, l.Reasons))];
    }

    private static List<LobbyReason> Reasons(BoardRow row, IReadOnlyList<FoundObligation> found)
    {
        var reasons = new List<LobbyReason>();
        reasons.AddRange(row.Matches.OrderBy(m => -Weight(m.Kind)).DistinctBy(m => m.Kind).Select(m => new LobbyReason(m.Kind, m.Source ?? m.Name, Weight(m.Kind))));
        reasons.AddRange(found.Where(f => f.Likeness >= Likeness.Likely && !row.Matches.Any(m => m.Kind == f.Kind)).DistinctBy(f => f.Kind).Select(f => new LobbyReason("maybe-" + f.Kind, f.Source is { } place && f.Kind is RecommendationObligation.Observation or RecommendationObligation.Commitment ? place : f.Name, Maybe(f.Kind))));
        if (row.Entry?.IsKey == true)
        {
            reasons.Add(new LobbyReason("key", "", 3));
        }

        if (row.Position == BoardRow.Pending)
        {
            reasons.Add(new LobbyReason("pending", "", 2));
        }

        if (row.Entry is { Ideal: { } ideal, Expected: { } expected } && ideal != expected)
        {
            reasons.Add(new LobbyReason("gap", "", 1));
        }

        if (row.Followed.States.Count >= ManyStates)
        {
            reasons.Add(new LobbyReason("states", row.Followed.States.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), 1));
        }

        return reasons;
    }

    private static int Weight(string kind) => kind switch
    {
        RecommendationObligation.Observation => 5,
        RecommendationObligation.Treaty or RecommendationObligation.Commitment => 4,
        _ => 1,
    };

    /// <summary>What nobody confirmed yet counts less, and a tag with a goal nothing.</summary>
    private static int Maybe(string kind) => kind switch
    {
        RecommendationObligation.Observation => 2,
        RecommendationObligation.Treaty or RecommendationObligation.Commitment => 1,
        _ => 0,
    };
}
