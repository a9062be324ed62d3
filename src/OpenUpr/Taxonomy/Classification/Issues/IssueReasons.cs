using OpenUpr.Taxonomy.Entities;

namespace OpenUpr.Taxonomy.Classification.Issues;

/// <summary>
/// Says why a text gets an issue: instruments and bodies that it names, phrases of the codebook, the rule of merging, and the words that weighed most.
/// Each feature's share of the score goes to the cues and words that made it.
/// </summary>
internal sealed class IssueReasons(IssueCueTable cues, IssueWeights weights, IssueReading reading, TextWords words)
{
    private const string Scheme = "issue";
    private const int MostMentions = 3;
    private const int MostWords = 3;
    private const float Least = 0.05f;
    private const float LeastWord = 0.1f;

    // Words that stand beside those that tell, and get a share of their pairs.
    private static readonly KeySet s_small = KeySet.OfWords("a all an and any as at by for from in into its of on or that the their this to which with");

    private readonly float[] _cueShares = new float[reading.Features.Mentions.All.Count];
    private readonly float[] _wordShares = new float[words.Count];
    private readonly List<IssueMention> _named = [];

    /// <param name="issue">The issue's number in the model.</param>
    /// <param name="isSure">False when no issue passed its threshold and this one came nearest.</param>
    /// <param name="given">All issues that the text gets.</param>
    public void Add(string slug, int issue, bool isSure, IReadOnlyList<string> given, List<Reason> reasons)
    {
        Share(issue);
        _named.Clear();
        var found = Mentions(slug).ToList();
        found.AddRange(Words(slug));
        found.AddRange(Merged(slug, given));
        reasons.AddRange(found.OrderByDescending(r => r.Weight));
        if (!isSure)
        {
            reasons.Add(new Reason(Scheme, slug, "likeliest", string.Empty, 0));
        }
    }

    private void Share(int issue)
    {
        var known = reading.Known;
        var (length, seen) = (weights.WordLength(known), new HashSet<int>());
        Array.Clear(_cueShares);
        Array.Clear(_wordShares);
        foreach (var feature in reading.Features.Words.ToList())
        {
            if (known.BinarySearch(weights.Find(feature.Hash)) >= 0 && seen.Add(weights.Find(feature.Hash)))
            {
                Spread(_wordShares.AsSpan(feature.From, feature.To), weights.Share(weights.Find(feature.Hash), issue, length));
            }
        }

        foreach (var feature in reading.Features.Cues.ToList())
        {
            if (feature.From < 0 || weights.Find(feature.Hash) is not (>= 0 and var number) || !seen.Add(number))
            {
                continue;
            }

            var share = weights.Share(number, issue, length);
            _cueShares[feature.From] += feature.To < 0 ? share : share / 2;
            if (feature.To >= 0)
            {
                _cueShares[feature.To] += share / 2;
            }
        }
    }

    private static void Spread(Span<float> words, float share)
    {
        foreach (ref var word in words)
        {
            word += share / words.Length;
        }
    }

    /// <summary>Instruments, bodies and phrases to which the codebook gives this issue, and that spoke for it; of two with the same words the instrument.</summary>
    private IEnumerable<Reason> Mentions(string slug)
    {
        var mentions = reading.Features.Mentions;
        var best = mentions.All.ToList()
            .Select((mention, i) => (Mention: mention, Share: _cueShares[i] + WordShare(mention)))
            .Where(m => m.Share > Least && IsInCodebook(m.Mention) && mentions.IssuesOf(m.Mention).Contains(slug))
            .OrderByDescending(m => m.Mention.Entity >= 0).ThenByDescending(m => m.Share);
        foreach (var (mention, share) in best)
        {
            if (_named.Count < MostMentions && !_named.Exists(n => Overlap(n, mention)))
            {
                _named.Add(mention);
                yield return mention.Entity >= 0
                    ? new Reason(Scheme, slug, "names", Written(mention.FirstWord, mention.Words), share, EntityList.Current.All[mention.Entity].Name)
                    : new Reason(Scheme, slug, "phrase", Written(mention.FirstWord, mention.Words), share, cues.All[mention.Cue].Source);
            }
        }
    }

    private bool IsInCodebook(IssueMention mention) => mention.Entity >= 0 || cues.All[mention.Cue].IsInCodebook;

    private static bool Overlap(IssueMention a, IssueMention b) => a.FirstWord < b.FirstWord + b.Words && b.FirstWord < a.FirstWord + a.Words;

    /// <summary>Other words that weighed most; neighbours are named together.</summary>
    private IEnumerable<Reason> Words(string slug)
    {
        var heavy = Enumerable.Range(0, _wordShares.Length).Where(IsTelling).OrderByDescending(i => _wordShares[i]).Take(MostWords).Order().ToList();
        for (var i = 0; i < heavy.Count;)
        {
            var run = 1;
            while (i + run < heavy.Count && heavy[i + run] == heavy[i] + run)
            {
                run++;
            }

            yield return new Reason(Scheme, slug, "word", Written(heavy[i], run), Sum(heavy[i], run));
            i += run;
        }
    }

    private bool IsTelling(int word) => _wordShares[word] > LeastWord
        && !s_small.Contains(words.Hashes[word])
        && !_named.Exists(n => word >= n.FirstWord && word < n.FirstWord + n.Words);

    /// <summary>The codebook's rule 1.2: of several violations of one group some are not tagged, for the group stands for them.</summary>
    private IEnumerable<Reason> Merged(string slug, IReadOnlyList<string> given)
    {
        var mentions = reading.Features.Mentions;
        var all = mentions.All.ToList();
        var group = all.FindIndex(m => mentions.KindOf(m) == IssueCueKind.Group && mentions.IssuesOf(m).Contains(slug));
        // Words that are part of what is tagged, such as "human rights" in "human rights defenders", are no violation left out.
        var tagged = all.FindAll(m => mentions.IssuesOf(m).Intersect(given).Any());
        var left = all.Exists(m => mentions.KindOf(m) == IssueCueKind.Violation && mentions.IssuesOf(m).Count > 0 && !tagged.Exists(t => Overlap(t, m)));
        if (group >= 0 && left && mentions.Violations > 1)
        {
            yield return new Reason(Scheme, slug, "merged", Written(all[group].FirstWord, all[group].Words), Least, "UPR Info 2014 1.2");
        }
    }

    private float WordShare(IssueMention mention) => Sum(mention.FirstWord, mention.Words);

    private float Sum(int first, int count)
    {
        var sum = 0f;
        foreach (var share in _wordShares.AsSpan(first, count))
        {
            sum += share;
        }

        return sum;
    }

    private string Written(int first, int count) => words.Written(first, count).ToString();
}
