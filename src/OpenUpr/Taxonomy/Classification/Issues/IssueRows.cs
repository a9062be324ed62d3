using System.Runtime.InteropServices;

namespace OpenUpr.Taxonomy.Classification.Issues;

/// <summary>The texts that a model learns from, as numbers of features; words come first, then cues.</summary>
internal sealed class IssueRows
{
    private const int FewestWords = 3;
    private const int FewestPairs = 4;

    private readonly Dictionary<ulong, int> _places = [];
    private readonly List<int[]> _texts = [];

    private IssueRows(IReadOnlyList<TrainingExample> examples, IReadOnlyList<string> issues)
    {
        Labels = [.. examples.Select(e => e.Issues.Aggregate(0UL, (mask, slug) => mask | Bit(issues, slug)))];
        Sessions = [.. examples.Select(e => e.Session)];
        Keys = [.. examples.Select(e => TextWords.Hash(string.Join(' ', e.Text.ToLowerInvariant().Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))))];
    }

    /// <summary>For each text a bit for each of its issues.</summary>
    public IReadOnlyList<ulong> Labels { get; }

    public IReadOnlyList<int> Sessions { get; }

    /// <summary>The same for texts with the same words, whatever their capitals and spaces.</summary>
    public IReadOnlyList<ulong> Keys { get; }

    /// <summary>The features of each text, ascending.</summary>
    public IReadOnlyList<int[]> Texts => _texts;

    /// <summary>Number of features that are words.</summary>
    public int Words { get; private set; }

    /// <summary>Number of features.</summary>
    public int Count => _places.Count;

    /// <summary>The hash of each feature.</summary>
    public IEnumerable<(ulong Hash, int Feature)> Hashes => _places.Select(p => (p.Key, p.Value));

    /// <summary>Reads all texts. Features of fewer than three texts (pairs of words: four) are left out: they teach nothing about others.</summary>
    public static IssueRows Read(IReadOnlyList<TrainingExample> examples, IReadOnlyList<string> issues, IssueFeatures features, CancellationToken cancel)
    {
        var rows = new IssueRows(examples, issues);
        var texts = new List<(ulong[] Words, ulong[] Cues)>(examples.Count);
        var (words, counts, cueCounts, pairs) = (new TextWords(), new Dictionary<ulong, int>(), new Dictionary<ulong, int>(), new HashSet<ulong>());
        foreach (var example in examples)
        {
            cancel.ThrowIfCancellationRequested();
            words.Read(example.Text);
            features.Read(words);
            texts.Add((Tally(features.Words.ToList(), counts), Tally(features.Cues.ToList(), cueCounts)));
            pairs.UnionWith(features.Words.ToList().Where(f => f.To > 1).Select(f => f.Hash));
        }

        rows.Number(counts.Where(c => c.Value >= (pairs.Contains(c.Key) ? FewestPairs : FewestWords)));
        rows.Words = rows.Count;
        rows.Number(cueCounts.Where(c => c.Value >= FewestWords));
        rows._texts.AddRange(texts.Select(t => rows.Places(t.Words, t.Cues)));
        return rows;
    }

    private static ulong Bit(IReadOnlyList<string> issues, string slug)
    {
        for (var i = 0; i < issues.Count; i++)
        {
            if (issues[i] == slug)
            {
                return 1UL << i;
            }
        }

        return 0;
    }

    private static ulong[] Tally(IReadOnlyList<IssueFeature> features, Dictionary<ulong, int> counts)
    {
        var hashes = features.Select(f => f.Hash).Distinct().ToArray();
        foreach (var hash in hashes)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, hash, out _)++;
        }

        return hashes;
    }

    private void Number(IEnumerable<KeyValuePair<ulong, int>> features)
    {
        foreach (var (hash, _) in features.OrderBy(f => f.Key))
        {
            _places.TryAdd(hash, _places.Count);
        }
    }

    private int[] Places(ulong[] words, ulong[] cues) =>
        [.. words.Concat(cues).Select(h => _places.GetValueOrDefault(h, -1)).Where(p => p >= 0).Distinct().Order()];
}
