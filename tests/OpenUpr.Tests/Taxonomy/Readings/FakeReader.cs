using OpenUpr.Taxonomy.Classification;
using OpenUpr.Taxonomy.Readings;

namespace OpenUpr.Tests.Taxonomy.Readings;

/// <summary>A model that reads by a few words, always the same, and counts how often it is asked.</summary>
internal sealed class FakeReader(string model = "fake-1", int shift = 0)
{
    private int _asked;

    public int Asked => _asked;

    public LabelReader Reader => new(model, Read);

    private TextClassification Read(string text)
    {
        Interlocked.Increment(ref _asked);
        var (action, confidence) = text.StartsWith("Consider", StringComparison.Ordinal) ? (3, 0.8) : text.StartsWith("Ratify", StringComparison.Ordinal) ? (5, 0.95) : (4, 0.6);
        ScoredLabel[] issues = text.Contains("torture", StringComparison.Ordinal) ? [new("torture-and-other-cid-treatment", 0.9), new("justice", 0.5)] : [new("justice", 0.7)];
        ScoredLabel[] sdgs = text.Contains("torture", StringComparison.Ordinal) ? [new("16.3", 0.7), new("16", 0.6)] : [];
        return new TextClassification(model, new ScoredLabel($"{((action - 1 + shift) % 5) + 1}", confidence), issues, sdgs, [], []);
    }
}
