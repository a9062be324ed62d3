using OpenUpr.Reviews;
using OpenUpr.Search;

namespace OpenUpr.Planning.Targets;

/// <summary>The list as a whole: its places by regional group and organisation, and an order that shares them out.</summary>
internal static class TargetBalance
{
    /// <summary>Gives each State its places in a list that comes in the order of weight.</summary>
    public static IReadOnlyList<TargetState> Number(IReadOnlyList<TargetState> byWeight, TargetOrder order)
    {
        var plain = byWeight.Select((s, i) => s with { Rank = i + 1, PlainRank = i + 1 }).ToList();
        return order == TargetOrder.Balanced ? [.. Balanced(plain).Select((s, i) => s with { Rank = i + 1 })] : plain;
    }

    public static IReadOnlyList<TargetShare> Groups(SearchIndex index, IReadOnlyList<TargetState> states) =>
        Count(states, index.Reference.RegionalGroups.Select(g => g.Code), s => s.Group is { } group ? [group] : []);

    public static IReadOnlyList<TargetShare> Organisations(SearchIndex index, IReadOnlyList<TargetState> states)
    {
        var of = states.ToDictionary(s => s.Iso3, s => index.Reference.OrganisationsOf(s.Iso3));
        return Count(states, index.Reference.Organisations.Select(o => o.Code), s => of[s.Iso3]);
    }

    /// <summary>At each place the first State in the order of weight whose group is behind its share of all States; when none is, the first.</summary>
    private static IEnumerable<TargetState> Balanced(List<TargetState> plain)
    {
        var shares = plain.GroupBy(GroupOf).ToDictionary(g => g.Key, g => (double)g.Count() / plain.Count);
        var (taken, left) = (shares.Keys.ToDictionary(g => g, _ => 0), new List<TargetState>(plain));
        for (var place = 1; left.Count > 0; place++)
        {
            var next = Math.Max(0, left.FindIndex(s => taken[GroupOf(s)] < Math.Round(shares[GroupOf(s)] * place, MidpointRounding.AwayFromZero)));
            var state = left[next];
            taken[GroupOf(state)]++;
            left.RemoveAt(next);
            yield return state;
        }
    }

    private static string GroupOf(TargetState state) => state.Group ?? "";

    private static IReadOnlyList<TargetShare> Count(IReadOnlyList<TargetState> states, IEnumerable<string> codes, Func<TargetState, IReadOnlyList<string>> of)
    {
        var all = states.SelectMany(of).CountBy(c => c).ToDictionary();
        var places = states.Take(TargetList.BalanceOver).SelectMany(of).CountBy(c => c).ToDictionary();
        return [.. codes.Where(all.ContainsKey).Select(c => new TargetShare(c, places.GetValueOrDefault(c), all[c]))];
    }
}
