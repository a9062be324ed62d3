using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.App.Shared;

/// <summary>The program's own model, as pages ask it.</summary>
internal static class Reading
{
    /// <summary>What the machine reads from a text; null in a build without a model.</summary>
    public static (TextClassification Read, IReadOnlyList<Reason> Reasons)? Of(string text) =>
        Classifier.HasShipped ? (Classifier.Shipped.Classify(text), Classifier.Shipped.Explain(text)) : null;

    /// <summary>Why a stored text was read as it was; nothing where another model read it, whose reasons this one cannot give.</summary>
    /// <param name="model">The model that read it; null where none did.</param>
    public static IReadOnlyList<Reason> Why(string text, string? model) =>
        model is not null && Classifier.HasShipped && Classifier.Shipped.Name == model && text.Length <= Classifier.MaxTextLength ? Classifier.Shipped.Explain(text) : [];
}
