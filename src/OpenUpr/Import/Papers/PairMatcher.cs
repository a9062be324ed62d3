using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Import.Papers;

/// <summary>
/// Finds which pairs of the export and of the papers are the same: what a person said first, then the same State and the most alike words, best first, each pair
/// once. What is left is compared by containment, where one source divides a text that the other has in one piece, and last by the same words under another State.
/// </summary>
internal sealed class PairMatcher
{
    /// <summary>Texts of one State in one review are few and about different things; below this they are different ones.</summary>
    private const double LeastLikeness = 0.5;

    /// <summary>How much of the shorter text must stand in the longer one where a source divides or shortens.</summary>
    private const double LeastShare = 0.8;

    /// <summary>Shorter texts stand in others by chance.</summary>
    private const int LeastWords = 3;

    /// <summary>Under another State only what is worded almost the same counts.</summary>
    private const double LeastLikenessOfStates = 0.9;

    private readonly List<ExportPair> _export;
    private readonly List<PaperPair> _papers;

    public PairMatcher(IEnumerable<ExportPair> export, IEnumerable<PaperPair> papers)
    {
        _export = [.. export.OrderBy(e => e.Order, StringComparer.Ordinal)];
        _papers = [.. papers];
    }

    public Dictionary<ExportPair, PaperPair> Matched { get; } = [];

    /// <summary>Pairs of the export that stand in a text of the papers without being a pair of it of their own.</summary>
    public Dictionary<ExportPair, PaperEntry> Within { get; } = [];

    /// <summary>Pairs of the papers that the export has inside another pair.</summary>
    public HashSet<PaperPair> Covered { get; } = [];

    public IEnumerable<ExportPair> OnlyInExport => _export.Where(e => !Within.ContainsKey(e));

    public IEnumerable<PaperPair> OnlyInPapers => _papers;

    public void Run()
    {
        Take(from e in _export from p in _papers where e.Rs == p.Rs && e.Kind == p.Entry.Kind let score = Score(e, p) where score > 0 select (e, p, score));
        TakeWithin();
        TakeUnknown();
        Take(from e in _export.Except(Within.Keys) from p in _papers
             where e.Kind == p.Entry.Kind && e.Kind == RecommendationKind.Recommendation && e.Rs != p.Rs
             let score = e.Words.Likeness(p.Words) where score >= LeastLikenessOfStates select (e, p, score));
    }

    /// <summary>Makes two pairs one because a person said so. False where either is taken.</summary>
    public bool Force(ExportPair export, PaperPair paper)
    {
        if (!_export.Contains(export) || !_papers.Contains(paper))
        {
            return false;
        }

        Match(export, paper);
        return true;
    }

    private static double Score(ExportPair e, PaperPair p)
    {
        var likeness = e.Words.Likeness(p.Words);
        var share = Math.Max(ShareOf(e.Words, p.Words), ShareOf(p.Words, e.Words));
        return likeness >= LeastLikeness || share >= LeastShare ? likeness + (share / 10) : 0;
    }

    private static double ShareOf(WordBag part, WordBag whole) => part.Count >= LeastWords ? part.ShareIn(whole) : 0;

    private void Take(IEnumerable<(ExportPair Export, PaperPair Paper, double Score)> candidates)
    {
        // The order of the candidates, which is that of the papers and of the export's hashes, decides between equals.
        foreach (var (export, paper, _) in candidates.OrderByDescending(c => c.Score).ToList())
        {
            if (!Matched.ContainsKey(export) && _papers.Contains(paper))
            {
                Match(export, paper);
            }
        }
    }

    private void Match(ExportPair export, PaperPair paper)
    {
        Matched[export] = paper;
        _export.Remove(export);
        _papers.Remove(paper);
    }

    private void TakeWithin()
    {
        var matched = Matched.ToList();
        foreach (var export in _export)
        {
            var whole = matched.Where(m => m.Key.Rs == export.Rs && m.Key.Kind == export.Kind && ShareOf(export.Words, m.Value.Words) >= LeastShare)
                .Select(m => m.Value).MaxBy(p => export.Words.Likeness(p.Words));
            if (whole is not null)
            {
                Within[export] = whole.Entry;
            }
        }

        foreach (var paper in _papers.Where(p => matched.Any(m => m.Key.Rs == p.Rs && m.Value.Entry.Paragraph == p.Entry.Paragraph
                     && m.Value.Entry.Kind == p.Entry.Kind && ShareOf(p.Words, m.Key.Words) >= LeastShare)).ToList())
        {
            Covered.Add(paper);
            _papers.Remove(paper);
        }
    }

    /// <summary>Where the paper's States could not be told, the export's pairs of these words are it.</summary>
    private void TakeUnknown()
    {
        foreach (var paper in _papers.Where(p => p.Rs == State.Unknown).ToList())
        {
            var same = _export.Where(e => !Within.ContainsKey(e) && e.Kind == paper.Entry.Kind && Score(e, paper) > LeastLikenessOfStates).ToList();
            foreach (var export in same)
            {
                Within[export] = paper.Entry;
            }

            if (same.Count > 0)
            {
                Covered.Add(paper);
                _papers.Remove(paper);
            }
        }
    }
}
