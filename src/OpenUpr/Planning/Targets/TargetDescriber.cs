using OpenUpr.Reviews;
using OpenUpr.Search;

namespace OpenUpr.Planning.Targets;

/// <summary>Counts the history of one State after another for a list.</summary>
internal sealed class TargetDescriber(SearchIndex index, TargetQuestion question, ReviewLikeness likeness, TargetCounts counts)
{
    private readonly DateOnly? _day = question.Before is { } session ? index.Reference.FindSession(session)?.Start : null;

    /// <summary>The last day of a State's term on the Council: on the first day of the session that the question looks back from, else on the day of the reference data.</summary>
    public static DateOnly? CouncilUntil(ReferenceData reference, TargetQuestion question, string iso3) =>
        reference.CouncilTermOn(iso3, question.Before is { } before && reference.FindSession(before)?.Start is { } start ? start : reference.AsOf)?.To;

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
            group, group is not null && group == likeness.Group, [.. index.Reference.OrganisationsOf(iso3, _day).Intersect(likeness.Organisations)],
            CouncilUntil(index.Reference, question, iso3));
    }
}
