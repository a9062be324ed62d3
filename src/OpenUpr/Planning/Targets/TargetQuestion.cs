namespace OpenUpr.Planning.Targets;

/// <summary>In which order target States are listed.</summary>
public enum TargetOrder
{
    /// <summary>By the weight of their history alone.</summary>
    Weight,

    /// <summary>By weight, but no regional group gets more places than its share of the States while another waits for one of its own.</summary>
    Balanced,
}

/// <summary>A State under review and issues, for which recommending States are looked for (requirement H4).</summary>
/// <param name="Sur">ISO code.</param>
/// <param name="Issues">Slugs. A recommendation that carries any of them counts; none: every recommendation does.</param>
/// <param name="Before">Only sessions before this one count, as if the review were still to come; null for all.</param>
public sealed record TargetQuestion(string Sur, IReadOnlyList<string> Issues, int? Before = null)
{
    public TargetWeights Weights { get; init; } = TargetWeights.Usual;

    public TargetModel Model { get; init; } = TargetModel.Shipped;

    public TargetOrder Order { get; init; } = TargetOrder.Weight;
}
