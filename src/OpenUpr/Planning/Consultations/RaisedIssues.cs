using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;
using OpenUpr.Taxonomy;

namespace OpenUpr.Planning.Consultations;

/// <summary>An issue, as typed.</summary>
public sealed record RaisedWish(string? Issue, string? Text, string? Fate, long? DocumentId, string? Paragraphs, string? NextUse, string? Note);

/// <summary>A paragraph of the national report that an issue is linked to.</summary>
/// <param name="Ordinal">Its place in the document, from 1: where the document's page shows it.</param>
public sealed record ReportParagraph(int Ordinal, string? Number, string Text);

/// <summary>An issue with the paragraphs of the report that it is linked to, as far as the report is in the store.</summary>
public sealed record RaisedRow(RaisedIssue Issue, string? Symbol, IReadOnlyList<ReportParagraph> Paragraphs);

/// <summary>A national report in the store.</summary>
public sealed record NationalReport(long DocumentId, string Symbol, int? Session)
{
    internal const string Kind = "national-report";
}

/// <summary>What was raised in a consultation and what the national report made of it; what it left out goes on (requirement E4).</summary>
public static partial class RaisedIssues
{
    private const string Thing = "raised-issue";

    /// <summary>Paragraphs that one issue is linked to.</summary>
    private const int MaxParagraphs = 50;

    private static readonly char[] s_between = [',', ';', ' '];

    public static async Task<IReadOnlyList<RaisedRow>> ListAsync(Store store, CoalitionAccess access, long consultationId, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var issues = await db.RaisedIssues.AsNoTracking().Where(i => i.ConsultationId == consultationId).OrderBy(i => i.Id).ToListAsync(cancel);
        var rows = new List<RaisedRow>(issues.Count);
        foreach (var issue in issues)
        {
            var symbol = issue.DocumentId is { } document ? await db.Documents.Where(d => d.Id == document).Select(d => d.Symbol).SingleOrDefaultAsync(cancel) : null;
            var numbers = Numbers(issue.Paragraphs);
            var paragraphs = issue.DocumentId is null || numbers.Count == 0 ? []
                : await db.Passages.AsNoTracking().Where(p => p.DocumentId == issue.DocumentId && numbers.Contains(p.Number!)).OrderBy(p => p.Id).Select(p => new ReportParagraph(p.Ordinal, p.Number, p.Text)).Take(MaxParagraphs).ToListAsync(cancel);
            rows.Add(new RaisedRow(issue, symbol, paragraphs));
        }

        return rows;
    }

    /// <summary>National reports of a State, the newest first.</summary>
    public static async Task<IReadOnlyList<NationalReport>> ReportsAsync(Store store, string? state, CancellationToken cancel)
    {
        await using var db = store.Open();
        return await db.Documents.AsNoTracking().Where(d => d.Kind == NationalReport.Kind).Join(db.Reviews.Where(r => r.Sur == state), d => d.ReviewId, r => r.Id, (d, r) => new { d.Id, d.Symbol, d.FileName, r.Session })
            .OrderByDescending(r => r.Session).ThenByDescending(r => r.Id).Select(r => new NationalReport(r.Id, r.Symbol ?? r.FileName, r.Session)).ToListAsync(cancel);
    }

    /// <summary>Adds an issue, or changes one.</summary>
    public static Task<Outcome> SaveAsync(Rooms rooms, CoalitionAccess access, long consultationId, long? id, RaisedWish wish, CancellationToken cancel) =>
        OnAsync(rooms, access, consultationId, id is null ? "raised-issue.add" : "raised-issue.change", async (db, consultation) =>
        {
            var row = id is null ? new RaisedIssue { CoalitionId = access.CoalitionId, ClusterId = consultation.ClusterId, ConsultationId = consultationId, Text = "", Fate = "", NextUse = "" }
                : await db.RaisedIssues.SingleOrDefaultAsync(i => i.Id == id && i.ConsultationId == consultationId, cancel);
            if (row is null)
            {
                return Outcome.Absent;
            }

            var fields = new Fields();
            row.Text = fields.Required("text", wish.Text, Fields.Note);
            row.Issue = string.IsNullOrEmpty(wish.Issue) ? null : IssueList.Current.All.FirstOrDefault(i => i.Name == wish.Issue)?.Name ?? fields.Refuse<string?>(Refusal.Unknown, "issue", null);
            row.Fate = fields.OneOf("fate", string.IsNullOrEmpty(wish.Fate) ? RaisedIssue.Unknown : wish.Fate, ConsultationCodes.Fates);
            row.Paragraphs = fields.Optional("paragraphs", wish.Paragraphs);
            row.NextUse = fields.OneOf("next", string.IsNullOrEmpty(wish.NextUse) ? ConsultationCodes.NextUses[0] : wish.NextUse, ConsultationCodes.NextUses);
            row.Note = fields.Optional("note", wish.Note, Fields.Note);
            row.DocumentId = wish.DocumentId is not { } document ? null : await db.Documents.AnyAsync(d => d.Id == document && d.Kind == NationalReport.Kind, cancel) ? document : fields.Refuse<long?>(Refusal.Unknown, "report", null);
            if (row.Paragraphs is not null && Numbers(row.Paragraphs).Count is 0 or > MaxParagraphs)
            {
                fields.Refuse(Refusal.NoNumber, "paragraphs", 0);
            }

            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            if (id is null)
            {
                row.Id = await db.TakeIdsAsync(Counters.RaisedIssues, 1, cancel);
                db.RaisedIssues.Add(row);
            }

            return Outcome.Done(row.Id);
        }, cancel);

    /// <summary>Makes a draft recommendation of an issue, so that it goes on; once.</summary>
    public static Task<Outcome> DraftAsync(Rooms rooms, CoalitionAccess access, long consultationId, long id, CancellationToken cancel) =>
        OnAsync(rooms, access, consultationId, "draft-recommendation.add", async (db, _) =>
        {
            if (await db.RaisedIssues.SingleOrDefaultAsync(i => i.Id == id && i.ConsultationId == consultationId, cancel) is not { } row)
            {
                return Outcome.Absent;
            }

            if (row.DraftId is not null)
            {
                return Outcome.Not(Refusal.Closed);
            }

            var draft = new DraftRecommendation
            {
                Id = await db.TakeIdsAsync(Counters.DraftRecommendations, 1, cancel), CoalitionId = access.CoalitionId, ClusterId = row.ClusterId, Issue = row.Issue, Text = row.Text, AuthorId = access.MemberId, State = DraftRecommendation.Draft, ChangedAt = rooms.Time.GetUtcNow(),
            };
            db.DraftRecommendations.Add(draft);
            (row.DraftId, row.NextUse) = (draft.Id, "recommendation");
            return Outcome.Done(id);
        }, cancel);

    public static Task<Outcome> RemoveAsync(Rooms rooms, CoalitionAccess access, long consultationId, long id, CancellationToken cancel) =>
        OnAsync(rooms, access, consultationId, "raised-issue.remove", async (db, _) =>
        {
            if (await db.RaisedIssues.SingleOrDefaultAsync(i => i.Id == id && i.ConsultationId == consultationId, cancel) is not { } row)
            {
                return Outcome.Absent;
            }

            db.RaisedIssues.Remove(row);
            return Outcome.Done(id);
        }, cancel);

    /// <summary>The numbers of 12, 14-16 one by one; empty where it is no such list.</summary>
    public static IReadOnlyList<string> Numbers(string? paragraphs)
    {
        var numbers = new List<string>();
        foreach (var part in (paragraphs ?? "").Split(s_between, StringSplitOptions.RemoveEmptyEntries))
        {
            if (Span().Match(part) is not { Success: true } match)
            {
                return [];
            }

            var from = int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
            var to = match.Groups[2].Success ? int.Parse(match.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : from;
            if (to < from || to - from > MaxParagraphs)
            {
                return [];
            }

            numbers.AddRange(Enumerable.Range(from, to - from + 1).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        return [.. numbers.Distinct()];
    }

    private static Task<Outcome> OnAsync(Rooms rooms, CoalitionAccess access, long consultationId, string deed, Func<OpenUprDb, Consultation, Task<Outcome>> work, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, deed, Thing, async db =>
            await db.Consultations.SingleOrDefaultAsync(c => c.Id == consultationId, cancel) is { } found && Consultations.MayChange(access, found) ? await work(db, found) : Outcome.Absent, cancel);

    [GeneratedRegex(@"^(\d{1,4})(?:[-–](\d{1,4}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Span();
}
