using OpenUpr.Planning.Targets;
using OpenUpr.Search;

namespace OpenUpr.Benchmarks.Targets;

/// <summary>Chooses the model's values on earlier sessions alone: one after another, each the value with the highest recall, until none changes.</summary>
internal static class TargetFit
{
    private const double Better = 1e-4;
    private const int MostRounds = 3;

    private static readonly (string Name, double[] Values, Func<TargetModel, double, TargetModel> Set)[] s_steps =
    [
        ("half-life", [1, 1.5, 2, 3, 4], (m, v) => m with { HalfLife = v }),
        ("any-state", [0.15, 0.3, 0.45, 0.6, 1], (m, v) => m with { AnyState = v }),
        ("organisations", [1, 1.5, 2, 3], (m, v) => m with { Organisations = v }),
        ("power", [0.25, 0.5, 0.75, 1], (m, v) => m with { Power = v }),
        ("speaking", [0, 0.02, 0.035, 0.05, 0.07, 0.1], (m, v) => m with { Speaking = v }),
    ];

    /// <summary>The region's weight is the unit of the others; that of the State itself cannot be fitted before sessions that review States again.</summary>
    public static TargetModel Run(SearchIndex index, List<TargetCase> cases)
    {
        var model = new TargetModel(HalfLife: 3, AnyState: 1, Region: 1, Organisations: 1, SameState: 1, Speaking: 0, Power: 1);
        var best = Recall(index, cases, model);
        for (var round = 0; round < MostRounds; round++)
        {
            var before = best;
            foreach (var (_, values, set) in s_steps)
            {
                foreach (var other in values.Select(v => set(model, v)).Where(m => m != model).ToList())
                {
                    var recall = Recall(index, cases, other);
                    (model, best) = recall > best + Better ? (other, recall) : (model, best);
                }
            }

            if (best <= before)
            {
                break;
            }
        }

        return model;
    }

    public static double Recall(SearchIndex index, List<TargetCase> cases, TargetModel model) => cases.AsParallel().Sum(c => c.Recall(c.Rank(index, model))) / cases.Count;
}
