using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Studio;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Reports;

/// <summary>A report made ready to be kept: composed once, with its numbers, and looked through for people and cases.</summary>
/// <param name="Content">JSON of <see cref="ReportContent"/>.</param>
public sealed record ReportTaking(Rooms Rooms, CoalitionAccess Access, long ReportId, string Title, string Content)
{
    /// <summary>Null with the reason where it cannot be kept: it is not there, or it names people or a case of whom nobody said that they may be named.</summary>
    internal static async Task<(ReportTaking? Taken, Outcome Refused)> TakeAsync(Rooms rooms, CoalitionAccess access, FollowView follow, long id, bool namesAreFine, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Editor) || await ReportRows.ReadAsync(rooms, access, follow.Review.Id, id, cancel) is not { } view)
        {
            return (null, Outcome.Absent);
        }

        var (source, content) = await ComposeAsync(rooms.Store, access, follow, view.Report, view.Document, cancel);
        return await CasesAsync(rooms.Store, access, content.Document, cancel) || (!namesAreFine && StudioNames.Of(view.Document, source).Any(n => !n.IsSettled))
            ? (null, Outcome.Not(Refusal.OpenNames, "names")) : (new ReportTaking(rooms, access, id, content.Document.Title, ReportVersions.Write(content)), default);
    }

    internal async Task<ReportVersion> MakeAsync(OpenUprDb db, string purpose, DateOnly? until, CancellationToken cancel) => new()
    {
        Id = await db.TakeIdsAsync(Counters.ReportVersions, 1, cancel), CoalitionId = Access.CoalitionId, ReportId = ReportId, Purpose = purpose, Title = Title, Content = Content, OpenUntil = until, AuthorId = Access.MemberId, TakenAt = Rooms.Time.GetUtcNow(),
    };

    /// <summary>The report as it is now; null where there is no such report for this person.</summary>
    public static async Task<ReportContent?> NowAsync(Rooms rooms, CoalitionAccess access, FollowView follow, long id, CancellationToken cancel) =>
        await ReportRows.ReadAsync(rooms, access, follow.Review.Id, id, cancel) is { } view ? (await ComposeAsync(rooms.Store, access, follow, view.Report, view.Document, cancel)).Content : null;

    /// <summary>The report whose text a document is, as it was released, with the day; else as it is now. Null where the document belongs to no followed review.</summary>
    public static async Task<(ReportContent Content, DateOnly? Released)?> LatestAsync(Store store, CoalitionAccess access, StudioView document, CancellationToken cancel)
    {
        if (await ReportRows.FindAsync(store, access, document.Document.Id, cancel) is not { } report || await FollowRows.ReadAsync(store, access, report.FollowId, cancel) is not { } follow)
        {
            return null;
        }

        await using var db = store.Open(access);
        return await db.ReportVersions.AsNoTracking().SingleOrDefaultAsync(v => v.ReportId == report.Id && v.Purpose == ReportVersion.Released, cancel) is { } released
            ? (ReportVersions.Read(released.Content), DateOnly.FromDateTime(released.TakenAt.UtcDateTime)) : ((await ComposeAsync(store, access, follow, report, document, cancel)).Content, null);
    }

    private static async Task<(StudioSource Source, ReportContent Content)> ComposeAsync(Store store, CoalitionAccess access, FollowView follow, FollowReport report, StudioView view, CancellationToken cancel)
    {
        var data = await ReportGathering.ReadAsync(store, access, follow, report, cancel);
        var source = StudioSources.Of(view, await StudioSources.FactsAsync(store, access, view, cancel));
        source = ReportSources.Add(source, data, code => ReportSources.NameOf(store, code, source.Language));
        return (source, new ReportContent(Composer.Compose(source), data));
    }

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
