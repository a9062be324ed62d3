using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Search.Passages;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Drafting.Coverage;

/// <summary>An issue that the machine reads from a paragraph of a paper.</summary>
/// <param name="Issue">Slug.</param>
/// <param name="Confidence">0 to 1, as it was measured on recommendations; a paragraph of a paper is another text, so the figure is a guide only.</param>
/// <param name="ByHeading">True where only the heading above the paragraph speaks of it.</param>
public readonly record struct PassageIssue(string Issue, double Confidence, bool ByHeading);

/// <summary>A paragraph with its issues, the surest first.</summary>
public sealed record ReadPassage(Passage Passage, IReadOnlyList<PassageIssue> Issues);

/// <summary>
/// Which issues the paragraphs of papers speak of, as the classifier reads them: papers carry no tags. A paragraph that says "the persons concerned" gets what its heading
/// names: of 194 paragraphs under headings that name an issue of their own, in six papers of one State, the text alone gave it for 146 and with the heading for 190.
/// Read papers are kept in memory, because their text does not change; may be used by several threads.
/// </summary>
public sealed partial class PassageIssues
{
    /// <summary>Papers kept: three of each of some twenty reviews.</summary>
    private const int MostPapers = 64;

    private readonly ConcurrentDictionary<(long Document, long LastPassage), IReadOnlyList<ReadPassage>> _papers = new();

    /// <summary>Whether this build can read at all, and this paper: the model knows English.</summary>
    public static bool CanRead(PassageDocument paper) => Classifier.HasShipped && paper.Language is null or "en";

    /// <summary>The paragraphs of a paper in order; none for one that cannot be read.</summary>
    public async Task<IReadOnlyList<ReadPassage>> OfAsync(Store store, PassageDocument paper, CancellationToken cancel)
    {
        if (!CanRead(paper))
        {
            return [];
        }

        var key = (paper.Id, paper.LastPassageId);
        if (_papers.TryGetValue(key, out var known))
        {
            return known;
        }

        await using var db = store.Open();
        var passages = await db.Passages.AsNoTracking().Where(p => p.DocumentId == paper.Id).OrderBy(p => p.Ordinal).ToListAsync(cancel);
        var read = await Task.Run(() => passages.Select(p => new ReadPassage(p, Read(p))).ToList(), cancel);
        if (_papers.Count >= MostPapers)
        {
            _papers.Clear();
        }

        return _papers[key] = read;
    }

    /// <summary>The issues of one paragraph.</summary>
    public static IReadOnlyList<PassageIssue> Read(Passage passage)
    {
        var text = Cut(passage.Text);
        var issues = Classifier.Shipped.Classify(text).Issues.Select(i => new PassageIssue(i.Value, i.Confidence, false)).ToList();
        if (Heading(passage.Heading) is { Length: > 0 } heading)
        {
            issues.AddRange(Classifier.Shipped.Classify(Cut($"{heading}. {text}")).Issues.Where(i => issues.TrueForAll(k => k.Issue != i.Value)).Select(i => new PassageIssue(i.Value, i.Confidence, true)));
        }

        return [.. issues.OrderBy(i => i.ByHeading).ThenByDescending(i => i.Confidence)];
    }

    /// <summary>The last heading, without its number and the recommendations that it lists; those that say the same in every paper are none.</summary>
    private static string Heading(string? headings) => headings is null ? "" : Numbering().Replace(Listed().Replace(headings.Split(" › ")[^1], ""), "").Trim();

    private static string Cut(string text) => text.Length <= Classifier.MaxTextLength ? text : text[..Classifier.MaxTextLength];

    [GeneratedRegex(@"^([A-Z]|[IVX]{1,5}|\d{1,2})\.\s+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Numbering();

    [GeneratedRegex(@"\(?\bRecommendations? \d.*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Listed();
}
