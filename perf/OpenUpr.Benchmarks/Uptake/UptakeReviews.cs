using OpenUpr.FollowUp.Uptake;
using OpenUpr.Import.Papers;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Sources.Papers;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Benchmarks.Uptake;

/// <summary>The recommendations of one real report, a text once for all its States.</summary>
internal sealed record UptakeReview(string Symbol, string Sur, int Session, IReadOnlyList<UptakeText> Texts, IReadOnlyList<string> Paragraphs)
{
    /// <summary>A report with fewer is a decision or a list that could not be told apart.</summary>
    private const int Fewest = 20;

    public static async Task<IReadOnlyList<UptakeReview>> ReadAsync(string folder, ReferenceData reference)
    {
        var files = Directory.GetFiles(folder, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var reviews = new List<UptakeReview>();
        await foreach (var paper in PaperExtraction.ReadAsync(files, reference))
        {
            if (paper.Reading is not { Identity: { Kind: PaperKind.WorkingGroupReport, Sur: { } sur, Session: { } session } identity } reading)
            {
                continue;
            }

            var texts = reading.Texts.Where(t => t.Kind == RecommendationKind.Recommendation && t.Text.Length > 0).ToList();
            if (texts.Count >= Fewest)
            {
                reviews.Add(new UptakeReview(
                    identity.Symbol ?? paper.File, sur, session,
                    [.. texts.Select((t, i) => new UptakeText(i, t.Text, t.States, [.. Classifier.Shipped.Classify(t.Text).Issues.Select(x => x.Value)]))], [.. texts.Select(t => t.Paragraph)]));
            }
        }

        return reviews;
    }

    public Task<UptakeShelf> ShelveAsync(ReferenceData reference, UptakeModel? model = null) => UptakeShelf.BuildAsync(reference, Sur, Session, Texts, model);
}
