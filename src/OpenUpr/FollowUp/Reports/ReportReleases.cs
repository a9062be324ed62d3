using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Studio;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Reports;

/// <summary>A release, as typed.</summary>
/// <param name="Stamp">What the person read (<see cref="StudioView.Stamp"/>).</param>
/// <param name="Reason">Why there was no round of comments; not asked for where there was one.</param>
/// <param name="NamesAreFine">The person was shown who is named in it, and releases it.</param>
public sealed record ReleaseWish(string? Stamp, string? Reason, bool NamesAreFine);

/// <summary>The release of a report (requirement M8): agreed to, its round of comments ended with every comment answered, or a reason why there was none. What is released stays as it was with its numbers, whatever is judged later.</summary>
public static class ReportReleases
{
    /// <summary>Releases the report as it is now.</summary>
    public static async Task<Outcome> ReleaseAsync(Rooms rooms, CoalitionAccess access, FollowView follow, long id, ReleaseWish wish, CancellationToken cancel)
    {
        var (taken, refused) = await ReportTaking.TakeAsync(rooms, access, follow, id, wish.NamesAreFine, cancel);
        return taken is null ? refused : await ReportRounds.WriteAsync(rooms, access, CoalitionRole.Editor, "report.release", follow.Review.Id, id, async (db, report) =>
        {
            var document = await db.StudioDocuments.SingleAsync(d => d.Id == report.DocumentId, cancel);
            var fields = new Fields();
            var reason = report.CommentsUntil is null ? fields.Required("reason", wish.Reason, Fields.Note) : null;
            if ((await WrongAsync(db, report, document, wish, cancel) ?? fields.Wrong) is { } wrong)
            {
                return wrong;
            }

            await ReportRounds.CloseVersionsAsync(db, id, cancel);
            db.ReportVersions.Add(await taken.MakeAsync(db, ReportVersion.Released, null, cancel));
            (report.NoRoundReason, report.ReleasedAt, report.ReleasedById) = (reason, rooms.Time.GetUtcNow(), access.MemberId);
            (document.Stage, document.ChangedAt) = (StudioDocument.Sent, rooms.Time.GetUtcNow());
            document.Revision++;
            await StudioTrack.NoteAsync(rooms, db, access, document, StudioDocument.Agreed, new TrackFacts(rooms.Today, null, null), cancel);
            return Outcome.Done(id);
        }, cancel);
    }

    /// <summary>Gives the released report to everybody who has a place in the coalition: members read it anyway, each guest from now on.</summary>
    public static Task<Outcome> ShareAsync(Rooms rooms, CoalitionAccess access, long followId, long id, CancellationToken cancel) =>
        ReportRounds.WriteAsync(rooms, access, CoalitionRole.Editor, "report.share", followId, id, async (db, report) =>
        {
            if (report.ReleasedAt is null || report.SharedAt is not null || await db.ReportVersions.Where(v => v.ReportId == id && v.Purpose == ReportVersion.Released).Select(v => (long?)v.Id).SingleOrDefaultAsync(cancel) is not { } version)
            {
                return Outcome.Not(Refusal.Closed);
            }

            var guest = CoalitionRole.Guest.Code();
            var guests = await db.Memberships.Where(m => m.CoalitionId == access.CoalitionId && m.Role == guest && m.LeftAt == null && !db.Shares.Any(s => s.Thing == ReportVersions.Thing && s.ThingId == version && s.MemberId == m.Id)).Select(m => m.Id).ToListAsync(cancel);
            var first = guests.Count == 0 ? 0 : await db.TakeIdsAsync(Counters.Shares, guests.Count, cancel);
            db.Shares.AddRange(guests.Select((m, i) => new Share { Id = first + i, CoalitionId = access.CoalitionId, Thing = ReportVersions.Thing, ThingId = version, MemberId = m, AuthorId = access.MemberId, SharedAt = rooms.Time.GetUtcNow() }));
            report.SharedAt = rooms.Time.GetUtcNow();
            return Outcome.Done(id);
        }, cancel);

    private static async Task<Outcome?> WrongAsync(OpenUprDb db, FollowReport report, StudioDocument document, ReleaseWish wish, CancellationToken cancel)
    {
        if (report.ReleasedAt is not null)
        {
            return Outcome.Not(Refusal.Closed);
        }

        if (document.Stage != StudioDocument.Agreed)
        {
            return Outcome.Not(Refusal.NotAgreed);
        }

        if (report is { CommentsUntil: not null, CommentsClosedAt: null })
        {
            return Outcome.Not(Refusal.OpenRound);
        }

        if (await db.ReportComments.AnyAsync(c => c.ReportId == report.Id && c.AnsweredAt == null, cancel))
        {
            return Outcome.Not(Refusal.OpenComments);
        }

        var sections = await db.StudioSections.AsNoTracking().Where(s => s.DocumentId == document.Id && s.RemovedAt == null).ToListAsync(cancel);
        var signers = await db.StudioSigners.AsNoTracking().Where(s => s.DocumentId == document.Id).ToListAsync(cancel);
        return StudioStamp.Of(document, sections, signers) != wish.Stamp ? Outcome.Not(Refusal.Conflict) : StudioSigners.Check(document.Kind, signers, [], isSending: true) is { } refusal ? Outcome.Not(refusal, "signers") : null;
    }
}

/// <summary>A report made ready to be kept: composed once, with its numbers, and looked through for people and cases.</summary>
/// <param name="Content">JSON of <see cref="ReportContent"/>.</param>
internal sealed record ReportTaking(Rooms Rooms, CoalitionAccess Access, long ReportId, string Title, string Content)
{
    /// <summary>Null with the reason where it cannot be kept: it is not there, or it names people or a case of whom nobody said that they may be named.</summary>
    public static async Task<(ReportTaking? Taken, Outcome Refused)> TakeAsync(Rooms rooms, CoalitionAccess access, FollowView follow, long id, bool namesAreFine, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Editor) || await ReportRows.ReadAsync(rooms, access, follow.Review.Id, id, cancel) is not { } view)
        {
            return (null, Outcome.Absent);
        }

        var data = await ReportGathering.ReadAsync(rooms.Store, access, follow, view.Report, cancel);
        var source = StudioSources.Of(view.Document, await StudioSources.FactsAsync(rooms.Store, access, view.Document, cancel));
        source = ReportSources.Add(source, data, code => ReportSources.NameOf(rooms.Store, code, source.Language));
        var document = Composer.Compose(source);
        return await CasesAsync(rooms.Store, access, document, cancel) || (!namesAreFine && StudioNames.Of(view.Document, source).Any(n => !n.IsSettled))
            ? (null, Outcome.Not(Refusal.OpenNames, "names")) : (new ReportTaking(rooms, access, id, document.Title, ReportVersions.Write(new ReportContent(document, data))), default);
    }

    public async Task<ReportVersion> MakeAsync(OpenUprDb db, string purpose, DateOnly? until, CancellationToken cancel) => new()
    {
        Id = await db.TakeIdsAsync(Counters.ReportVersions, 1, cancel), CoalitionId = Access.CoalitionId, ReportId = ReportId, Purpose = purpose, Title = Title, Content = Content, OpenUntil = until, AuthorId = Access.MemberId, TakenAt = Rooms.Time.GetUtcNow(),
    };

    /// <summary>Whether it holds the alias of a case: that is a word of the evidence room alone, and nobody can allow it.</summary>
    private static async Task<bool> CasesAsync(Store store, CoalitionAccess access, ComposedDocument document, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var aliases = (await db.EvidenceCases.AsNoTracking().Where(c => c.ShreddedAt == null).Select(c => c.Alias).ToListAsync(cancel)).OfType<string>().Where(a => a.Length > 2).ToList();
        var words = string.Join('\n', document.Blocks.SelectMany(b => b.Rows.SelectMany(r => r).Append(b.Runs)).Select(r => string.Concat(r.Select(w => w.Text))));
        return aliases.Exists(a => Holds(words, a));
    }

    /// <summary>As whole words.</summary>
    private static bool Holds(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + words.Length == text.Length || !char.IsLetterOrDigit(text[at + words.Length])))
            {
                return true;
            }
        }

        return false;
    }
}
