using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Readings;

/// <summary>A model with its name: what reads the texts of a store. Asked by one thread at a time.</summary>
/// <param name="Model">Name and version, which every reading keeps.</param>
/// <param name="Read">What it reads from a text of at most <see cref="MaxLength"/> characters.</param>
public sealed record LabelReader(string Model, Func<string, TextClassification> Read)
{
    /// <summary>Longer texts are read up to here.</summary>
    public const int MaxLength = 20_000;

    /// <summary>The model that is part of the program; null in a build without one: then texts have people's labels only.</summary>
    public static LabelReader? Shipped { get; }
}
