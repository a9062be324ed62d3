using OpenUpr.Planning.ReviewDay;
using OpenUpr.Reviews;
using OpenUpr.Search.Similar;

namespace OpenUpr.FollowUp.Uptake;

/// <summary>What a draft and a recommendation have in common, each 0 to 1.</summary>
/// <param name="Written">The two texts as they stand.</param>
/// <param name="Meant">The same with words that mean the same written alike.</param>
/// <param name="Standing">How near it comes to the likeliest of the review in meaning; 1 for that one.</param>
/// <param name="Issue">How many of their issues both have, of all that either has.</param>
/// <param name="Approached">Whether a State that was approached made it.</param>
/// <param name="IsPart">Whether only one of the things that the draft asks for was compared.</param>
public readonly record struct UptakeSigns(SharedText Written, SharedText Meant, double Standing, double Issue, bool Approached, bool IsPart)
{
    /// <summary>What the weights of <see cref="UptakeModel"/> belong to.</summary>
    public static IReadOnlyList<string> Names { get; } = ["none", "written", "meant", "of-asked", "of-known", "of-found", "both", "standing", "issue", "approached", "part"];

    public double[] Values() =>
    [
        1, Written.Score, Meant.Score, Meant.OfAsked, Meant.OfKnown, Meant.OfFound, Near(Meant), Standing, Issue, Approached ? 1 : 0, IsPart ? 1 : 0,
    ];

    /// <summary>How near two texts are in meaning, however long either is.</summary>
    internal static double Near(SharedText shared) => Math.Sqrt(shared.OfKnown * shared.OfFound);
}

/// <summary>How much each sign says. Fitted by the benchmark "uptake" to one half of the reports and kept in Data/uptake-model.csv with where each value comes from.</summary>
/// <param name="Weights">One for each of <see cref="UptakeSigns.Names"/>.</param>
public sealed record UptakeModel(IReadOnlyList<double> Weights)
{
    /// <summary>Bounds of the words for a confidence; what they mean is measured in perf/results/uptake.md.</summary>
    public const double Sure = 0.9, Likely = 0.5, Doubtful = 0.1;

    private const string File = "OpenUpr.FollowUp.Uptake.Data.uptake-model.csv";

    /// <summary>The model of this program.</summary>
    public static UptakeModel Shipped { get; } = Read();

    /// <summary>0 to 1.</summary>
    public double Confidence(UptakeSigns signs)
    {
        var sum = 0.0;
        var values = signs.Values();
        for (var i = 0; i < values.Length; i++)
        {
            sum += values[i] * Weights[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>A confidence in a word.</summary>
    public static Likeness Word(double? confidence) => confidence switch { >= Sure => Likeness.Sure, >= Likely => Likeness.Likely, >= Doubtful => Likeness.Doubtful, _ => Likeness.None };

    private static UptakeModel Read()
    {
        var values = ReferenceTable.Read(File).ToDictionary(r => r["name"], r => (double)r.Fraction("value")!.Value);
        return new UptakeModel([.. UptakeSigns.Names.Select(n => values[n])]);
    }
}
