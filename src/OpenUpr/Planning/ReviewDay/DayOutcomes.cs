using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Recommendations;
using OpenUpr.Storage;
using OpenUpr.Taxonomy;

namespace OpenUpr.Planning.ReviewDay;

/// <summary>Where somebody took up a draft.</summary>
/// <param name="State">Who said it; null where nobody noted it.</param>
/// <param name="Row">What it became in the report; null while provisional, and where it became nothing.</param>
public sealed record TakenUp(DayNote Note, string? State, RecommendationRow? Row);

/// <summary>What became of a draft: who took it up, as people confirmed.</summary>
public sealed record DraftOutcome(DraftRecommendation Draft, IReadOnlyList<TakenUp> Taken);

/// <summary>What became of an issue on the day (requirement J2).</summary>
/// <param name="Issue">Slug.</param>
/// <param name="Drafts">Drafts of the coalition on it.</param>
/// <param name="Questions">Lines noted as questions.</param>
/// <param name="Noted">Lines noted as recommendations.</param>
/// <param name="States">Who raised it, by code, in alphabetical order.</param>
/// <param name="Report">Recommendations of the report that bear the issue: pairs of a text and a State, as UPR Info counts. Null while the store has no report.</param>
/// <param name="Supported">Of those, pairs that the State supports; likewise the next two.</param>
public sealed record IssueOutcome(string Issue, int Drafts, int Questions, int Noted, IReadOnlyList<string> States, int? Report, int Supported, int NotedByState, int Pending);

/// <summary>The outcome of a review for the coalition.</summary>
/// <param name="HasReport">Whether the store holds the report's recommendations; before, everything is provisional.</param>
public sealed record DayOutcome(DayBoard Board, bool HasReport, int Undecided, IReadOnlyList<DraftOutcome> Drafts, IReadOnlyList<IssueOutcome> Issues);

/// <summary>Counts what became of the coalition's drafts and issues.</summary>
public static class DayOutcomes
{
    /// <summary>Null where there is no such board for this person.</summary>
    public static async Task<DayOutcome?> ReadAsync(Store store, CoalitionAccess access, long boardId, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        if (await db.DayBoards.AsNoTracking().SingleOrDefaultAsync(b => b.Id == boardId, cancel) is not { } board)
        {
            return null;
        }

        var report = await Reconciling.ReportAsync(store, db, board, cancel);
        var notes = await db.DayNotes.AsNoTracking().Where(n => n.BoardId == boardId && n.WithdrawnAt == null && (n.Kind == DayNote.Recommendation || n.Kind == DayNote.Question)).OrderBy(n => n.Id).ToListAsync(cancel);
        var drafts = await DayMatcher.Of(db, board).OrderBy(d => d.Id).ToListAsync(cancel);
        var states = await Reconciling.StatesAsync(db, boardId, cancel);
        var rows = report.ToDictionary(r => r.Id);
        var taken = notes.Where(n => n is { IsOurs: true, DraftId: not null }).ToLookup(n => n.DraftId!.Value, n => new TakenUp(n, StateOf(n, states), n.RecommendationId is { } id ? rows.GetValueOrDefault(id) : null));
        return new DayOutcome(
            board, report.Count > 0, notes.Count(n => n is { Kind: DayNote.Recommendation, Status: DayNote.Provisional }),
            [.. drafts.Select(d => new DraftOutcome(d, [.. taken[d.Id]]))], IssuesOf(notes, drafts, report, states));
    }

    /// <summary>The coalition's own issues first, then the others that were raised, each by name.</summary>
    private static List<IssueOutcome> IssuesOf(List<DayNote> notes, List<DraftRecommendation> drafts, IReadOnlyList<RecommendationRow> report, Dictionary<long, string> states)
    {
        var ours = drafts.Select(d => SlugOf(d.Issue)).OfType<string>().GroupBy(s => s).ToDictionary(g => g.Key, g => g.Count());
        var reported = report.SelectMany(r => r.Issues, (r, issue) => (Slug: SlugOf(issue), Row: r)).Where(r => r.Slug is not null).ToLookup(r => r.Slug!, r => r.Row);
        var said = notes.SelectMany(n => IssuesOf(n, drafts), (n, slug) => (slug, n)).ToLookup(n => n.slug, n => n.n);
        var slugs = ours.Keys.Concat(said.Select(s => s.Key)).Distinct().Select(s => IssueList.Current.FindSlug(s)).OfType<Issue>();
        return [.. slugs.OrderBy(i => !ours.ContainsKey(i.Slug)).ThenBy(i => i.Name, StringComparer.Ordinal).Select(i => new IssueOutcome(
            i.Slug, ours.GetValueOrDefault(i.Slug), said[i.Slug].Count(n => n.Kind == DayNote.Question), said[i.Slug].Count(n => n.Kind == DayNote.Recommendation),
            [.. said[i.Slug].Select(n => StateOf(n, states)).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            report.Count == 0 ? null : reported[i.Slug].Count(), Count(i, Position.Supported), Count(i, Position.Noted), Count(i, Position.Pending)))];

        int Count(Issue issue, Position position) => reported[issue.Slug].Count(r => r.Position == position);
    }

    /// <summary>What the machine read; of a line that is ours, the draft's own issue too.</summary>
    private static IEnumerable<string> IssuesOf(DayNote note, List<DraftRecommendation> drafts)
    {
        var read = note.Issues.Split(',', StringSplitOptions.RemoveEmptyEntries);
        return note.IsOurs == true && SlugOf(drafts.Find(d => d.Id == note.DraftId)?.Issue) is { } own ? read.Append(own).Distinct() : read;
    }

    private static string? SlugOf(string? issue) => issue is null ? null : IssueList.Current.Find(issue)?.Slug;

    private static string? StateOf(DayNote note, Dictionary<long, string> states) => note.SpeakerId is { } speaker ? states.GetValueOrDefault(speaker) : null;
}
