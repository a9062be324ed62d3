using OpenUpr.Storage;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Topics;

/// <summary>A row of a list with what training needs of its text.</summary>
internal sealed class TopicExample
{
    private readonly TopicFeature[] _concepts;

    public TopicExample(TopicRow row, Func<TextWords, IReadOnlyList<ScoredLabel>> issues, TextWords words)
    {
        Row = row;
        words.Read(row.Text);
        Words = words.Hashes.ToArray();
        var features = new Gathered<TopicFeature>();
        TopicFeatures.Current.Read(words, issues(words), new (int, int)[TopicConcept.All.Count], features);
        _concepts = [.. features.ToList()];
    }

    public TopicRow Row { get; }

    public IReadOnlyList<ulong> Words { get; }

    public bool Has(TopicLabel label) => label.Scheme switch
    {
        Tag.SdgScheme => Row.Sdgs.Any(g => TopicConcept.Goals[g - 1] == label.Value),
        Tag.ThemeScheme => Row.Themes.Contains(label.Value),
        _ => Row.Persons.Contains(label.Value),
    };

    /// <summary>Every feature that the weights know, with the constant.</summary>
    public TopicFeature[] With(TopicWeights weights) =>
    [
        .. _concepts,
        .. Words.Distinct().Where(weights.Words.ContainsKey).Select(w => new TopicFeature(weights.Words[w], 1)),
        new TopicFeature(weights.Bias, 1),
    ];

    public float[] Score(TopicWeights weights)
    {
        var scores = new float[weights.Labels.Count];
        var features = new Gathered<TopicFeature>();
        foreach (var feature in With(weights).Where(f => f.Index != weights.Bias))
        {
            features.Add(feature);
        }

        weights.Score(features, scores);
        return scores;
    }
}
