using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Readings;

namespace OpenUpr.Papers;

/// <summary>What was done: a file was imported, a doubt was answered, labels were corrected, an answer or a correction was taken back.</summary>
public enum LogAction
{
    Imported,
    Settled,
    Undone,

    /// <summary>A text's labels were corrected or confirmed.</summary>
    Corrected,

    /// <summary>A correction was taken back.</summary>
    CorrectionUndone,
}

/// <summary>One line of the log.</summary>
/// <param name="Document">The paper's symbol, else its file's name.</param>
/// <param name="Run">The import with its counts; null for answers.</param>
/// <param name="Findings">The rows that the import refused or doubted, at most <see cref="CurationLog.MaxFindings"/>.</param>
/// <param name="Doubt">The doubt that was answered; null for imports.</param>
/// <param name="CanUndo">True for an answer that holds.</param>
public sealed record LogLine(LogAction Action, DateTimeOffset At, long DocumentId, string Document, string? Sur, int? Session)
{
    public ImportRun? Run { get; init; }

    public IReadOnlyList<ImportFinding> Findings { get; init; } = [];

    public Doubt? Doubt { get; init; }

    public Settlement? Answer { get; init; }

    public bool CanUndo { get; init; }

    /// <summary>Answers that were given together and stand here as one line; 1 for one alone.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The labels that were set; null for everything else.</summary>
    public Correction? Correction { get; init; }
}

/// <summary>Answers that were given as one.</summary>
/// <param name="Id">One of them.</param>
/// <param name="Count">How many still hold.</param>
public sealed record AnswersTogether(long Id, int Count, string Code, Settlement Answer);

/// <summary>Who did what and when, newest first. Until accounts exist everyone who writes is the curator.</summary>
public static class CurationLog
{
    /// <summary>Findings that are shown of one import.</summary>
    public const int MaxFindings = 50;

    /// <summary>The newest lines.</summary>
    /// <param name="sur">ISO code of a State under review; null for all.</param>
    public static async Task<IReadOnlyList<LogLine>> ReadAsync(Store store, string? sur, int? session, int limit, CancellationToken cancel)
    {
        await using var db = store.Open();
        var lines = new List<LogLine>();
        lines.AddRange(await ImportsAsync(db, sur, session, limit, cancel));
        lines.AddRange(await AnswersAsync(db, sur, session, limit, cancel));
        lines.AddRange((await Correction.ReadAsync(db, sur, session, limit, cancel)).SelectMany(OfCorrection));
        return [.. lines.OrderByDescending(l => l.At).ThenByDescending(l => l.Answer?.Id ?? l.Run?.Id).Take(limit)];
    }

    /// <summary>The answers that were given together with one and still hold; null where none does.</summary>
    public static async Task<AnswersTogether?> TogetherAsync(Store store, long settlementId, CancellationToken cancel)
    {
        await using var db = store.Open();
        if (await db.Settlements.AsNoTracking().SingleOrDefaultAsync(s => s.Id == settlementId, cancel) is not { } one)
        {
            return null;
        }

        var count = await db.Settlements.CountAsync(s => s.SettledAt == one.SettledAt && s.Choice == one.Choice && s.UndoneAt == null, cancel);
        return count == 0 ? null : new AnswersTogether(one.Id, count, (await db.Doubts.AsNoTracking().SingleAsync(d => d.Id == one.DoubtId, cancel)).Code, one);
    }

    private static IEnumerable<LogLine> OfCorrection(Correction c)
    {
        var line = new LogLine(LogAction.Corrected, c.SetAt, c.DocumentId, c.Document, c.Sur, c.Session) { Correction = c, CanUndo = c.CanUndo };
        return c.UndoneAt is { } undone ? [line, line with { Action = LogAction.CorrectionUndone, At = undone }] : [line];
    }

    private static async Task<IEnumerable<LogLine>> ImportsAsync(OpenUprDb db, string? sur, int? session, int limit, CancellationToken cancel)
    {
        var runs = await (
            from r in db.ImportRuns.AsNoTracking()
            join d in db.Documents on r.DocumentId equals d.Id
            from v in db.Reviews.Where(v => v.Id == d.ReviewId).DefaultIfEmpty()
            where (sur == null || (v != null && v.Sur == sur)) && (session == null || (v != null && v.Session == session))
            orderby r.Id descending
            select new { Run = r, d.Symbol, d.FileName, Sur = v == null ? null : v.Sur, Session = v == null ? (int?)null : v.Session }).Take(limit).ToListAsync(cancel);
        var ids = runs.Select(r => r.Run.Id).ToList();
        var findings = (await db.ImportFindings.AsNoTracking().Where(f => ids.Contains(f.ImportRunId)).OrderBy(f => f.Id).ToListAsync(cancel)).ToLookup(f => f.ImportRunId);
        return runs.Select(r => new LogLine(LogAction.Imported, r.Run.FinishedAt, r.Run.DocumentId, r.Symbol ?? r.FileName, r.Sur, r.Session) { Run = r.Run, Findings = [.. findings[r.Run.Id].Take(MaxFindings)] });
    }

    private static async Task<IEnumerable<LogLine>> AnswersAsync(OpenUprDb db, string? sur, int? session, int limit, CancellationToken cancel)
    {
        var answers = await (
            from s in db.Settlements.AsNoTracking()
            join d in db.Doubts on s.DoubtId equals d.Id
            join p in db.Documents on d.DocumentId equals p.Id
            from v in db.Reviews.Where(v => v.Id == d.ReviewId).DefaultIfEmpty()
            where (sur == null || (v != null && v.Sur == sur)) && (session == null || (v != null && v.Session == session))
            // Of answers given together, one line: the first of those that were taken back at the same moment or still hold.
            where !db.Settlements.Any(o => o.Id == s.Id - 1 && o.SettledAt == s.SettledAt && o.Choice == s.Choice && o.UndoneAt == s.UndoneAt)
            orderby s.Id descending
            select new { Answer = s, Doubt = d, p.Symbol, p.FileName, Sur = v == null ? null : v.Sur, Session = v == null ? (int?)null : v.Session }).Take(limit).ToListAsync(cancel);
        var moments = answers.Select(a => a.Answer.SettledAt).Distinct().ToList();
        var counts = (await db.Settlements.Where(s => EF.Parameter(moments).Contains(s.SettledAt)).GroupBy(s => new { s.SettledAt, s.Choice, s.UndoneAt })
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel)).ToDictionary(g => (g.Key.SettledAt, g.Key.Choice, g.Key.UndoneAt), g => g.Count);
        return answers.SelectMany(a =>
        {
            var line = new LogLine(LogAction.Settled, a.Answer.SettledAt, a.Doubt.DocumentId, a.Symbol ?? a.FileName, a.Sur, a.Session) { Doubt = a.Doubt, Answer = a.Answer, CanUndo = a.Answer.UndoneAt is null, Count = counts[(a.Answer.SettledAt, a.Answer.Choice, a.Answer.UndoneAt)] };
            return a.Answer.UndoneAt is { } undone ? new[] { line, line with { Action = LogAction.Undone, At = undone } } : [line];
        });
    }
}
