using OpenUpr.Reviews;
using OpenUpr.Search;

namespace OpenUpr.Planning.Targets;

/// <summary>
/// Orders recommending States by how much of their history speaks for raising an issue in a State's next review. The weight of a State is a sum over
/// earlier reviews: how alike the State reviewed then is and how long ago it was (<see cref="ReviewLikeness"/>), times what it recommended there. Only
/// what was known before the session asked for is used.
/// </summary>
public static class TargetRanking
{
    private const int Kinds = 8;

    /// <summary>Every State that recommended anything before, the one with the most weight first.</summary>
    public static TargetList Rank(SearchIndex index, TargetQuestion question)
    {
        var likeness = new ReviewLikeness(index, question.Sur, question.Before);
        var counts = new TargetCounts(index, question.Issues, likeness.Counts, likeness.IsSame);
        var parts = Parts(index, question, likeness, counts);
        var table = index.Table;
        var ordered = Enumerable.Range(0, table.RsCodes.Length)
            .Where(s => table.RsCodes[s] != State.Unknown && table.RsCodes[s] != question.Sur)
            .Select(s => (State: s, Weight: parts[s].Sum())).Where(s => s.Weight > 0)
            .OrderByDescending(s => s.Weight).ThenBy(s => table.RsCodes[s.State], StringComparer.Ordinal).ToList();
        var most = ordered.Count == 0 ? 1 : ordered[0].Weight;
        var describer = new TargetDescriber(index, question, likeness, counts);
        var states = ordered.ConvertAll(s => describer.Describe(s.State, s.Weight / most, PartsOf(parts[s.State], s.Weight)));
        var numbered = TargetBalance.Number(states, question.Order);
        return new TargetList(
            question, numbered, likeness.Counts.Count(c => c), likeness.LastSession,
            [.. Enumerable.Range(0, table.ReviewSur.Length).Where(r => likeness.IsSame[r] && likeness.Counts[r]).Select(r => table.ReviewSession[r]).Order()],
            likeness.Group, TargetBalance.Groups(index, numbered), TargetBalance.Organisations(index, numbered));
    }

    /// <summary>By recommending State: what each kind of history adds.</summary>
    private static double[][] Parts(SearchIndex index, TargetQuestion question, ReviewLikeness likeness, TargetCounts counts)
    {
        var (model, weights) = (question.Model, question.Weights);
        var parts = Enumerable.Range(0, index.Table.RsCodes.Length).Select(_ => new double[Kinds]).ToArray();
        Span<double> review = stackalloc double[Kinds];
        var powers = new double[64];
        for (var i = 0; i < powers.Length; i++)
        {
            powers[i] = Math.Pow(i, model.Power);
        }

        for (var r = 0; r < likeness.Counts.Length; r++)
        {
            likeness.Weigh(r, model, weights, review);
            var whole = review[0] + review[1] + review[2] + review[3];
            for (var s = 0; whole > 0 && s < parts.Length; s++)
            {
                var cell = counts.Cell(r, s);
                if (counts.All[cell] == 0)
                {
                    continue;
                }

                var said = powers[Math.Min(counts.OnIssue[cell], powers.Length - 1)];
                for (var kind = 0; kind <= (int)TargetPartKind.SameState; kind++)
                {
                    parts[s][kind] += review[kind] * said;
                }

                parts[s][(int)TargetPartKind.Speaking] += whole * weights.Speaking * model.Speaking;
            }
        }

        AddChosen(index, parts, question, counts);
        return parts;
    }

    /// <summary>What the reader chose beside history: with weight 1, three recommendations to follow up weigh as much as the most of any history does, and so does a seat on the Council.</summary>
    private static void AddChosen(SearchIndex index, double[][] parts, TargetQuestion question, TargetCounts counts)
    {
        var weights = question.Weights;
        const double Enough = 3;
        var most = parts.Max(p => p.Sum());
        for (var s = 0; s < parts.Length; s++)
        {
            var answers = counts.ToSame(s, onIssue: true);
            parts[s][(int)TargetPartKind.Supported] = weights.Supported * most * Math.Min(1, answers.Supported / Enough);
            parts[s][(int)TargetPartKind.Noted] = weights.Noted * most * Math.Min(1, answers.Noted / Enough);
            var isMember = weights.Council > 0 && TargetDescriber.CouncilUntil(index.Reference, question, index.Table.RsCodes[s]) is not null;
            parts[s][(int)TargetPartKind.Council] = isMember ? weights.Council * most : 0;
        }
    }

    private static IReadOnlyList<TargetPart> PartsOf(double[] parts, double whole) =>
        [.. parts.Select((value, kind) => new TargetPart((TargetPartKind)kind, value / whole)).Where(p => p.Share > 0).OrderByDescending(p => p.Share)];
}
