using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Checking;
using OpenUpr.Drafting.Coverage;
using OpenUpr.Drafting.Studio;
using OpenUpr.Planning.ReviewDay;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Uptake;

/// <summary>A line of a document of the coalition that says what a draft says.</summary>
/// <param name="Number">That the Office gave the submission, such as "JS4"; null where it is not known.</param>
public sealed record ChainDocument(long Id, string Title, string Kind, string Stage, string? Number, string Line, Likeness Likeness);

/// <summary>A paragraph of the stakeholders' summary that says what a draft says.</summary>
/// <param name="Submitters">Codes that the paragraph names, such as "JS4".</param>
public sealed record ChainPassage(long DocumentId, int Ordinal, string? Number, string Text, string? Submitters, Likeness Likeness);

/// <summary>A line of a board of the review that is noted as the draft's.</summary>
public sealed record ChainNote(long BoardId, DayNote Note, string? State);

/// <summary>One draft from the first word to what the State answered (requirement N7). What is missing is empty, and the page names it.</summary>
/// <param name="Summary">The paper's symbol or name; null where the store has no summary of this review that can be read.</param>
public sealed record ChainView(FollowView Follow, UptakeDraft Draft, int Versions, IReadOnlyList<ChainDocument> Documents, string? Summary, IReadOnlyList<ChainPassage> Passages, IReadOnlyList<ChainNote> Notes);

/// <summary>Puts together what is known of one draft: the coalition's documents, the summary, the review day, the recommendations, the positions.</summary>
public static class UptakeChain
{
    /// <summary>Documents and paragraphs that are shown.</summary>
    private const int Most = 5;

    /// <summary>Lines of documents and paragraphs that are compared.</summary>
    private const int MostLines = 5_000;

    /// <summary>Null where there is no such draft or followed review for this person.</summary>
    public static async Task<ChainView?> ReadAsync(Store store, UptakeMatcher matcher, CoalitionAccess access, long followId, long draftId, CancellationToken cancel)
    {
        if (await UptakeReading.ReadAsync(store, matcher, access, followId, draftId, cancel) is not { Drafts: [var draft] } view)
        {
            return null;
        }

        await using var db = store.Open(access);
        var review = view.Follow.Review;
        var (paper, passages) = await PassagesAsync(store, db, review, draft.Draft, cancel);
        return new ChainView(
            view.Follow, draft, draft.Draft.Number, await DocumentsAsync(store, db, review, draft.Draft, cancel), paper, passages, await NotesAsync(db, review, draftId, cancel));
    }

    private static async Task<IReadOnlyList<ChainDocument>> DocumentsAsync(Store store, OpenUprDb db, FollowedReview review, DraftRecommendation draft, CancellationToken cancel)
    {
        var documents = await db.StudioDocuments.AsNoTracking().Where(d => !d.IsTemplate && d.Stage != StudioDocument.Dropped && (d.PlanId == null || review.PlanId == null || d.PlanId == review.PlanId)).OrderBy(d => d.Id).ToListAsync(cancel);
        long[] ids = [.. documents.Select(d => d.Id)];
        var sections = await db.StudioSections.AsNoTracking().Where(s => ids.Contains(s.DocumentId) && s.RemovedAt == null).OrderBy(s => s.DocumentId).ThenBy(s => s.Place).Select(s => new { s.DocumentId, s.Text }).ToListAsync(cancel);
        var lines = sections.SelectMany(s => s.Text.Split('\n').SelectMany(TextSentences.Of).Select(l => (s.DocumentId, Line: Bare(l)))).Where(l => l.Line.Length > 0).Take(MostLines).ToList();
        var best = (await AlikeAsync(store, review, draft.Text, [.. lines.Select(l => l.Line)], cancel)).GroupBy(a => lines[a.Index].DocumentId).ToDictionary(g => g.Key, g => g.MaxBy(a => a.Score));
        var numbers = (await db.StudioSteps.AsNoTracking().Where(s => ids.Contains(s.DocumentId) && s.After == StudioDocument.Registered && s.Reference != null).OrderBy(s => s.Id).ToListAsync(cancel)).ToLookup(s => s.DocumentId, s => s.Reference);
        return [.. documents.Where(d => best.ContainsKey(d.Id)).OrderByDescending(d => StudioKinds.RulesOf(d.Kind)?.IsSubmission() == true).ThenByDescending(d => best[d.Id].Score).Take(Most)
            .Select(d => new ChainDocument(d.Id, d.Title, d.Kind, d.Stage, numbers[d.Id].LastOrDefault(), lines[best[d.Id].Index].Line, best[d.Id].Likeness))];
    }

    private static async Task<(string? Paper, IReadOnlyList<ChainPassage> Passages)> PassagesAsync(Store store, OpenUprDb db, FollowedReview review, DraftRecommendation draft, CancellationToken cancel)
    {
        var paper = await (
            from d in db.Documents.AsNoTracking()
            join r in db.Reviews on d.ReviewId equals r.Id
            where d.Kind == BasePaper.Summary && r.Sur == review.State && r.Session == review.Session && (d.Language == null || d.Language == "en")
            orderby d.Id descending
            select new { d.Id, d.Symbol, d.FileName }).FirstOrDefaultAsync(cancel);
        if (paper is null)
        {
            return (null, []);
        }

        var passages = await db.Passages.AsNoTracking().Where(p => p.DocumentId == paper.Id).OrderBy(p => p.Ordinal).Take(MostLines).ToListAsync(cancel);
        var lines = passages.SelectMany(p => TextSentences.Asks(p.Text).Select(s => (Passage: p, Line: s))).ToList();
        var alike = await AlikeAsync(store, review, draft.Text, [.. lines.Select(l => l.Line)], cancel);
        return (paper.Symbol ?? paper.FileName, [.. alike.GroupBy(a => lines[a.Index].Passage.Id).Select(g => g.MaxBy(a => a.Score)).OrderByDescending(a => a.Score).Take(Most).Select(a =>
        {
            var passage = lines[a.Index].Passage;
            return new ChainPassage(passage.DocumentId, passage.Ordinal, passage.Number, passage.Text, passage.Submitters, a.Likeness);
        })]);
    }

    private static async Task<IReadOnlyList<ChainNote>> NotesAsync(OpenUprDb db, FollowedReview review, long draftId, CancellationToken cancel)
    {
        var notes = await db.DayNotes.AsNoTracking().Where(n => n.WithdrawnAt == null && n.DraftId == draftId && n.IsOurs != false && db.DayBoards.Any(b => b.Id == n.BoardId && b.State == review.State && b.Session == review.Session))
            .OrderBy(n => n.At).ThenBy(n => n.Id).Take(Most * 2).ToListAsync(cancel);
        long[] speakers = [.. notes.Select(n => n.SpeakerId).OfType<long>()];
        var states = await db.DaySpeakers.AsNoTracking().Where(s => speakers.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.State, cancel);
        return [.. notes.Select(n => new ChainNote(n.BoardId, n, n.SpeakerId is { } id ? states.GetValueOrDefault(id) : null))];
    }

    /// <summary>Lines that say what a text says, by the same measure as recommendations.</summary>
    private static async Task<IReadOnlyList<(int Index, double Score, Likeness Likeness)>> AlikeAsync(Store store, FollowedReview review, string text, IReadOnlyList<string> lines, CancellationToken cancel)
    {
        var shelf = await UptakeShelf.BuildAsync(store.Reference, review.State, review.Session, [.. lines.Select((l, i) => new UptakeText(i, l, [], []))], cancel: cancel);
        return [.. shelf.Find(new UptakeAsk(text, [], []), Most * Most).Where(f => f.Confidence >= UptakeModel.Doubtful).Select(f => ((int)f.Text.Id, f.Confidence, UptakeModel.Word(f.Confidence)))];
    }

    /// <summary>A line of a section without the mark of what it is.</summary>
    private static string Bare(string line) => line.TrimStart('#', '>', '-', '|', ' ') is var bare && (bare.StartsWith("R: ", StringComparison.Ordinal) || bare.StartsWith("Q: ", StringComparison.Ordinal)) ? bare[3..] : bare;
}
