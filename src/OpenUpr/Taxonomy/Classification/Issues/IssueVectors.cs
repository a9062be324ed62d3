namespace OpenUpr.Taxonomy.Classification.Issues;

/// <summary>
/// How a text's features become numbers: a word counts the more the rarer it is (logarithm of the inverse share of texts), words together have length
/// one, and each cue counts the same. Features below <paramref name="words"/> are words, the others are cues.
/// </summary>
/// <param name="rarity">For each feature; 0 for one that is not used.</param>
/// <param name="words">Number of features that are words.</param>
internal sealed class IssueVectors(float[] rarity, int words)
{
    /// <summary>What a cue counts, where the words of a text together have length one.</summary>
    public const float CueValue = 0.1f;

    private const int FewestTexts = 3;

    /// <summary>For each feature; 0 for one that is not used.</summary>
    public IReadOnlyList<float> Rarity => rarity;

    /// <summary>Learns how rare features are.</summary>
    public static IssueVectors Learn(IReadOnlyList<int[]> texts, int features, int words)
    {
        var counts = new int[features];
        foreach (var text in texts)
        {
            foreach (var feature in text)
            {
                counts[feature]++;
            }
        }

        return new IssueVectors([.. counts.Select(n => n < FewestTexts ? 0f : (float)(Math.Log((texts.Count + 1.0) / (n + 1)) + 1))], words);
    }

    /// <param name="features">Each once, in ascending order.</param>
    public IssueRow Row(ReadOnlySpan<int> features)
    {
        var (used, values, sum) = (new List<int>(features.Length), new List<float>(features.Length), 0f);
        foreach (var feature in features)
        {
            if (rarity[feature] > 0)
            {
                used.Add(feature);
                values.Add(feature < words ? rarity[feature] : CueValue);
                sum += feature < words ? rarity[feature] * rarity[feature] : 0;
            }
        }

        var length = sum > 0 ? 1 / MathF.Sqrt(sum) : 0;
        for (var k = 0; k < used.Count && used[k] < words; k++)
        {
            values[k] *= length;
        }

        return new IssueRow([.. used], [.. values]);
    }
}
