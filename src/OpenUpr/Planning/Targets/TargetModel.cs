using OpenUpr.Reviews;

namespace OpenUpr.Planning.Targets;

/// <summary>
/// How much an earlier review says about who will raise an issue in the next one. Fitted to history by the benchmark "targets" and kept in
/// Data/target-model.csv with where each value comes from; readers move the weights of their own list (<see cref="TargetWeights"/>), not these.
/// </summary>
/// <param name="HalfLife">Sessions after which an earlier review counts half.</param>
/// <param name="AnyState">Weight of a review of any State.</param>
/// <param name="Region">Added where it was of a State of the same regional group.</param>
/// <param name="Organisations">Added times the share of organisations that the two States have in common.</param>
/// <param name="SameState">Weight of earlier reviews of the State itself, in terms of a just held review of the State most like it.</param>
/// <param name="Speaking">Weight of having recommended anything, beside 1 for the issue.</param>
/// <param name="Power">Exponent on the number of recommendations that one State made on the issue in one review: the second says less than the first.</param>
public sealed record TargetModel(double HalfLife, double AnyState, double Region, double Organisations, double SameState, double Speaking, double Power)
{
    private const string File = "OpenUpr.Planning.Targets.Data.target-model.csv";

    /// <summary>The model of this program.</summary>
    public static TargetModel Shipped { get; } = Read();

    private static TargetModel Read()
    {
        var values = ReferenceTable.Read(File).ToDictionary(r => r["name"], r => (double)r.Fraction("value")!.Value);
        return new TargetModel(values["half-life"], values["any-state"], values["region"], values["organisations"], values["same-state"], values["speaking"], values["power"]);
    }
}
