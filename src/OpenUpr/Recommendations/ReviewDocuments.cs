using Microsoft.EntityFrameworkCore;
using OpenUpr.Reviews;
using OpenUpr.Sources.Papers;
using OpenUpr.Storage;

namespace OpenUpr.Recommendations;

/// <summary>What a paper of a review is.</summary>
public enum ReviewDocumentKind
{
    NationalReport,
    Compilation,
    Summary,
    AdvanceQuestions,
    Report,
    Addendum,
    Decision,
    ThematicList,
}

/// <summary>Whether a paper can be read here.</summary>
public enum PaperStatus
{
    /// <summary>In the store, paragraph by paragraph.</summary>
    Stored,

    /// <summary>It should be out and is not in the store.</summary>
    Missing,

    /// <summary>The review has not come so far.</summary>
    NotOutYet,
}

/// <summary>A stored file of a paper.</summary>
public sealed record PaperFile(long Id, string? Language, string MediaType);

/// <summary>A paper of a review by its symbol.</summary>
/// <param name="Symbol">Null where the paper bears none or the store does not name it.</param>
/// <param name="ByPattern">True where the symbol follows from the rule for such papers and no stored document names it.</param>
public sealed record ReviewDocument(ReviewDocumentKind Kind, string? Symbol, bool ByPattern)
{
    public PaperStatus Status { get; init; }

    /// <summary>Its files, English first.</summary>
    public IReadOnlyList<PaperFile> Stored { get; init; } = [];

    /// <summary>The beginning of the symbol to look for where its number is not known, such as "A/HRC/43/"; null where nothing is known.</summary>
    public string? LookFor { get; init; }
}

/// <summary>What the store knows of the papers of reviews: files, and symbols that other papers name.</summary>
public sealed record KnownPapers(IReadOnlyList<KnownPaper> Files, IReadOnlyList<NamedPaper> Named);

public sealed record KnownPaper(string Sur, int Session, long Id, string Kind, string? Symbol, string? Language, string MediaType);

/// <summary>A symbol under which a report (or, with <paramref name="IsAnswer"/>, a State's answer) is known without its file.</summary>
public sealed record NamedPaper(string Sur, int Session, string Symbol, bool IsAnswer);

/// <summary>The papers of a review: those before it, the Working Group's report, the State's answers, the decision and OHCHR's list.</summary>
public static class ReviewDocuments
{
    /// <summary>Days before a session by which its papers are out: the rule is six weeks (OHCHR, guidance for cycle 3).</summary>
    private const int DaysBefore = 42;

    /// <summary>The three papers that every review is based on. Their symbols follow one rule (UNOG, 2021).</summary>
    public static IReadOnlyList<ReviewDocument> Before(World world, string sur, int session)
    {
        // Symbols of the demonstration cannot be mistaken for a paper that exists.
        var root = $"{(world == World.Demo ? "DEMO/" : "")}A/HRC/WG.6/{session}/{sur}";
        return
        [
            new(ReviewDocumentKind.NationalReport, $"{root}/1", true) { Status = PaperStatus.NotOutYet },
            new(ReviewDocumentKind.Compilation, $"{root}/2", true) { Status = PaperStatus.NotOutYet },
            new(ReviewDocumentKind.Summary, $"{root}/3", true) { Status = PaperStatus.NotOutYet },
        ];
    }

    /// <summary>All papers of one review.</summary>
    public static async Task<IReadOnlyList<ReviewDocument>> ReadAsync(Store store, string sur, int session, DateOnly today, CancellationToken cancel = default) =>
        Of(store.Reference, await ReadAllAsync(store, sur, session, cancel), sur, session, today);

    /// <summary>What the store knows of the papers of a State's reviews, of a session, or of all; null means any.</summary>
    public static async Task<KnownPapers> ReadAllAsync(Store store, string? sur, int? session, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var reviews = db.Reviews.AsNoTracking().Where(v => (sur == null || v.Sur == sur) && (session == null || v.Session == session));
        var files = await (
            from v in reviews
            join d in db.Documents on v.Id equals d.ReviewId
            orderby d.Id
            select new KnownPaper(v.Sur, v.Session, d.Id, d.Kind, d.Symbol, d.Language, d.MediaType)).ToListAsync(cancel);
        var reports = await (
            from v in reviews
            join p in db.Paragraphs on v.Id equals p.ReviewId
            join d in db.Documents on p.DocumentId equals d.Id
            where d.Symbol != null
            select new { v.Sur, v.Session, d.Symbol }).Distinct().ToListAsync(cancel);
        var answers = await (
            from v in reviews
            join t in db.Texts on v.Id equals t.ReviewId
            join q in db.Positions on t.Id equals q.TextId
            where q.Symbol != null
            select new { v.Sur, v.Session, q.Symbol }).Distinct().ToListAsync(cancel);
        return new KnownPapers(files, [
            .. reports.Select(r => new NamedPaper(r.Sur, r.Session, r.Symbol!, false)),
            .. answers.Except(reports).Select(a => new NamedPaper(a.Sur, a.Session, a.Symbol!, true)),
        ]);
    }

    /// <summary>The papers of one review out of what the store knows.</summary>
    public static IReadOnlyList<ReviewDocument> Of(ReferenceData reference, KnownPapers known, string sur, int session, DateOnly today)
    {
        var files = known.Files.Where(f => f.Sur == sur && f.Session == session).ToList();
        var named = known.Named.Where(n => n.Sur == sur && n.Session == session).ToList();
        var dates = reference.FindSession(session);
        var (basesOut, resultsOut) = (IsOut(dates?.Start?.AddDays(-DaysBefore), today), IsOut(dates?.End, today));
        var root = $"{(reference.World == World.Demo ? "DEMO/" : "")}A/HRC/";
        var hrc = reference.HrcSessionOf.TryGetValue(session, out var number) ? number : (int?)null;
        List<ReviewDocument> papers = [];
        foreach (var before in Before(reference.World, sur, session))
        {
            papers.AddRange(Papers(files, before.Kind, [], before.Symbol, basesOut, null));
        }

        papers.AddRange(Papers(files, ReviewDocumentKind.AdvanceQuestions, [], null, basesOut, null));
        papers.AddRange(Papers(files, ReviewDocumentKind.Report, Symbols(false), null, resultsOut, hrc is null ? null : $"{root}{hrc}/"));
        var report = papers.FirstOrDefault(p => p is { Kind: ReviewDocumentKind.Report, Symbol: not null })?.Symbol;
        papers.AddRange(Papers(files, ReviewDocumentKind.Addendum, Symbols(true), report is null ? null : $"{report}/Add.1", resultsOut, null));
        papers.AddRange(Papers(files, ReviewDocumentKind.Decision, [], null, resultsOut, hrc is null ? null : $"{root}DEC/{hrc}/"));
        papers.AddRange(Papers(files, ReviewDocumentKind.ThematicList, [], null, resultsOut, null));
        return papers;

        List<string> Symbols(bool answers) => [.. named.Where(n => n.IsAnswer == answers).Select(n => n.Symbol).Order(StringComparer.Ordinal)];
    }

    // A session without dates has been when recommendations of it are there; only such reviews are asked for.
    private static bool IsOut(DateOnly? day, DateOnly today) => day is null || day <= today;

    private static IEnumerable<ReviewDocument> Papers(List<KnownPaper> files, ReviewDocumentKind kind, List<string> named, string? pattern, bool isOut, string? lookFor)
    {
        var name = PaperIdentity.NameOf(KindOf(kind));
        var stored = files.Where(f => f.Kind == name).GroupBy(f => f.Symbol).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new ReviewDocument(kind, g.Key, false)
        {
            Status = PaperStatus.Stored,
            Stored = [.. g.OrderBy(f => f.Language != "en").ThenBy(f => f.Language, StringComparer.Ordinal).ThenBy(f => f.Id).Select(f => new PaperFile(f.Id, f.Language, f.MediaType))],
        }).ToList();
        var status = isOut ? PaperStatus.Missing : PaperStatus.NotOutYet;
        var others = named.Where(s => stored.All(d => d.Symbol != s)).Select(s => new ReviewDocument(kind, s, false) { Status = PaperStatus.Missing }).ToList();
        return stored.Count + others.Count > 0 ? [.. stored, .. others] : [new ReviewDocument(kind, pattern, pattern is not null) { Status = status, LookFor = lookFor }];
    }

    private static PaperKind KindOf(ReviewDocumentKind kind) => kind switch
    {
        ReviewDocumentKind.NationalReport => PaperKind.NationalReport,
        ReviewDocumentKind.Compilation => PaperKind.Compilation,
        ReviewDocumentKind.Summary => PaperKind.Summary,
        ReviewDocumentKind.AdvanceQuestions => PaperKind.AdvanceQuestions,
        ReviewDocumentKind.Report => PaperKind.WorkingGroupReport,
        ReviewDocumentKind.Addendum => PaperKind.Addendum,
        ReviewDocumentKind.Decision => PaperKind.Decision,
        _ => PaperKind.ThematicList,
    };
}
