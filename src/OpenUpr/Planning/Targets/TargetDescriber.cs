using OpenUpr.Reviews;
using OpenUpr.Search;

namespace OpenUpr.Planning.Targets;

/// <summary>Counts the history of one State after another for a list.</summary>
internal sealed class TargetDescriber(SearchIndex index, TargetQuestion question, ReviewLikeness likeness, TargetCounts counts)
{
    private readonly DateOnly? _day = question.Before is { } session ? index.Reference.FindSession(session)?.Start : null;

    /// <summary>The State with its numbers, not yet in its place.</summary>
    public TargetState Describe(int state, double weight, IReadOnlyList<TargetPart> parts)
    {
        var table = index.Table;
        var (onIssue, reviews, first, last, recent, region, lastToSame, all) = (0, 0, 0, 0, 0, 0, 0, 0);
        for (var review = 0; review < likeness.Counts.Length; review++)
        {
            var cell = counts.Cell(review, state);
            var (session, said) = (table.ReviewSession[review], counts.OnIssue[cell]);
            all += counts.All[cell];
            lastToSame = likeness.IsSame[review] && counts.All[cell] > 0 ? Math.Max(lastToSame, session) : lastToSame;
            if (said == 0)
            {
                continue;
            }

            onIssue += said;
            reviews++;
            first = first == 0 ? session : Math.Min(first, session);
            last = Math.Max(last, session);
            recent += session >= likeness.Next - TargetList.RecentSessions ? said : 0;
            region += likeness.IsRegion[review] ? said : 0;
        }

        var iso3 = table.RsCodes[state];
        var group = index.Reference.GroupOf(iso3, _day) ?? index.Reference.GroupOf(iso3);
        return new TargetState(
            iso3, 0, 0, weight, parts, onIssue, reviews, first, last, recent, region, counts.ToSame(state, onIssue: true), counts.ToSame(state, onIssue: false), lastToSame, all,
            group, group is not null && group == likeness.Group, [.. index.Reference.OrganisationsOf(iso3, _day).Intersect(likeness.Organisations)]);
    }
}
