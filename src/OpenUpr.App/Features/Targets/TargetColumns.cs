using OpenUpr.App.Shared;
using OpenUpr.Export;
using OpenUpr.Planning.Targets;
using OpenUpr.Reviews;

namespace OpenUpr.App.Features.Targets;

/// <summary>A list of target States as rows of cells, for files and the command line.</summary>
internal static class TargetColumns
{
    private const int Decimals = 4;

    public static StatisticList Of(TargetList list, Labels labels, World world, int most = int.MaxValue)
    {
        var reasons = new TargetReasons(labels, list);
        StatisticColumn[] columns =
        [
            new("rank", 7), new("rankByWeight", 13), new("state", 8), new("name", 34), new("weight", 9), new("onIssue", 9), new("reviews", 9), new("firstSession", 12), new("lastSession", 12), new("recent", 9),
            new("toRegion", 10), new("toState", 9), new("supported", 11), new("noted", 9), new("open", 9), new("allToState", 11), new("lastToState", 12), new("all", 9), new("group", 10), new("sharedOrganisations", 24), new("councilUntil", 13), new("why", 100),
        ];
        var rows = list.States.Take(most).Select(s => (object?[])
        [
            s.Rank, s.PlainRank, s.Iso3, labels.State(s.Iso3), Math.Round((decimal)s.Weight, Decimals), s.OnIssue, s.IssueReviews, s.FirstSession, s.LastSession, s.Recent, s.ToRegion,
            s.ToSame.All, s.ToSame.Supported, s.ToSame.Noted, s.ToSame.Open, s.AllToSame.All, s.LastToSame, s.All, s.Group ?? "", string.Join(", ", s.SharedOrganisations), s.CouncilUntil?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "", reasons.Plain(s),
        ]);
        var demo = world == World.Demo;
        return new StatisticList(
            "as a list of States that may raise an issue", world, demo ? [.. columns, new("fictional", 10)] : columns, [.. rows.Select(r => demo ? [.. r, true] : r)],
            [("State under review", labels.State(list.Question.Sur)), ("Issues", reasons.Issues), ("Weights", list.Question.Weights.ToString() is { Length: > 0 } weights ? weights : "as measured"), ("Reviews looked at", list.Reviews), ("Newest session", list.LastSession)]);
    }
}
