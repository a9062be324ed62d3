using OpenUpr.Taxonomy.Entities;

namespace OpenUpr.Taxonomy.Classification.Issues;

/// <summary>
/// Says why a text gets an issue: instruments and bodies that it names, phrases of the codebook, the rule of merging, and the words that weighed most.
/// Each feature's share of the score goes to the cues and words that made it.
/// </summary>
internal sealed class IssueReasons(IssueCueTable cues, IssueWeights weights, IssueReading reading, TextWords words)
{
    private const string Scheme = "issue";
    private const int MostCues = 3;
    private const int MostWords = 3;
    private const float Least = 0.05f;

    private readonly float[] _cueShares = new float[reading.Features.Mentions.All.Count];
    private readonly float[] _wordShares = new float[words.Count];

    /// <param name="issue">The issue's number in the model.</param>
    /// <param name="isSure">False when no issue passed its threshold and this one came nearest.</param>
    public void Add(string slug, int issue, bool isSure, List<Reason> reasons)
    {
        Share(issue);
        var found = Cues(slug).Concat(Words(slug)).Concat(Merged(slug)).OrderByDescending(r => r.Weight).ToList();
        if (!isSure)
        {
            found.Add(new Reason(Scheme, slug, "likeliest", string.Empty, 0));
        }

        reasons.AddRange(found);
    }

    private void Share(int issue)
    {
        var known = reading.Known;
        var (length, seen) = (weights.WordLength(known), new HashSet<int>());
        Array.Clear(_cueShares);
        Array.Clear(_wordShares);
        foreach (var feature in reading.Features.Words)
        {
            if (known.BinarySearch(weights.Find(feature.Hash)) >= 0 && seen.Add(weights.Find(feature.Hash)))
            {
                Spread(_wordShares.AsSpan(feature.From, feature.To), weights.Share(weights.Find(feature.Hash), issue, length));
            }
        }

        foreach (var feature in reading.Features.Cues)
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

    /// <summary>Instruments, bodies and phrases to which the codebook gives this issue, and that spoke for it.</summary>
    private IEnumerable<Reason> Cues(string slug)
    {
        var mentions = reading.Features.Mentions;
        var best = mentions.All
            .Select((mention, i) => (Mention: mention, Share: _cueShares[i] + WordShare(mention)))
            .Where(m => m.Share > Least && IsInCodebook(m.Mention) && mentions.IssuesOf(m.Mention).Contains(slug))
            .OrderByDescending(m => m.Share);
        var taken = new List<IssueMention>();
        foreach (var (mention, share) in best)
        {
            if (taken.Count < MostCues && !taken.Exists(t => Overlap(t, mention)))
            {
                taken.Add(mention);
                yield return mention.Entity >= 0
                    ? new Reason(Scheme, slug, "names", Written(mention.FirstWord, mention.Words), share, EntityList.Current.All[mention.Entity].Name)
                    : new Reason(Scheme, slug, "phrase", Written(mention.FirstWord, mention.Words), share, cues.All[mention.Cue].Source);
            }
        }
    }

    private bool IsInCodebook(IssueMention mention) => mention.Entity >= 0 || cues.All[mention.Cue].IsInCodebook;

    private static bool Overlap(IssueMention a, IssueMention b) => a.FirstWord < b.FirstWord + b.Words && b.FirstWord < a.FirstWord + a.Words;

    /// <summary>The words that weighed most; neighbours are named together.</summary>
    private IEnumerable<Reason> Words(string slug)
    {
        var heavy = Enumerable.Range(0, _wordShares.Length).Where(i => _wordShares[i] > Least).OrderByDescending(i => _wordShares[i]).Take(MostWords).Order().ToList();
        for (var i = 0; i < heavy.Count;)
        {
            var run = 1;
            while (i + run < heavy.Count && heavy[i + run] == heavy[i] + run)
            {
                run++;
            }

            yield return new Reason(Scheme, slug, "word", Written(heavy[i], run), _wordShares.AsSpan(heavy[i], run).ToArray().Sum());
            i += run;
        }
    }

    /// <summary>The codebook's rule 1.2: several violations of one group are tagged by the group alone.</summary>
    private IEnumerable<Reason> Merged(string slug)
    {
        var mentions = reading.Features.Mentions;
        var group = mentions.All.FindIndex(m => mentions.KindOf(m) == IssueCueKind.Group && mentions.IssuesOf(m).Contains(slug));
        if (group >= 0 && mentions.Violations > 1)
        {
            yield return new Reason(Scheme, slug, "merged", Written(mentions.All[group].FirstWord, mentions.All[group].Words), Least, "UPR Info 2014 1.2");
        }
    }

    private float WordShare(IssueMention mention) => _wordShares.AsSpan(mention.FirstWord, mention.Words).ToArray().Sum();

    private string Written(int first, int count) => words.Written(first, count).ToString();
}
