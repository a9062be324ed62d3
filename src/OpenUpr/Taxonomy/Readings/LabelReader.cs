using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Readings;

/// <summary>A model with its name: what reads the texts of a store.</summary>
/// <param name="Model">Name and version, which every reading keeps.</param>
/// <param name="Read">What it reads from a text of at most <see cref="MaxLength"/> characters; asked by several threads at once.</param>
public sealed record LabelReader(string Model, Func<string, TextClassification> Read)
{
    /// <summary>Longer texts are read up to here.</summary>
    public const int MaxLength = Classifier.MaxTextLength;

    /// <summary>The model that is part of the program; null in a build without one: then texts have people's labels only.</summary>
    public static LabelReader? Shipped => Classifier.HasShipped ? new LabelReader(Classifier.Shipped.Name, Classifier.Shipped.Classify) : null;
}
