using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>
/// What people chose for themselves alone (zone, reminders, their e-mail address, their feed), what they typed and have not sent, and the mails that wait for them: nobody else sees it, and it goes when
/// they do. It goes by the program's own access, since whoever lets a person go may not see it either.
/// </summary>
public static class OwnChoices
{
    /// <summary>Deletes all of it that belongs to people who left.</summary>
    internal static async Task ForgetLeftAsync(Store store, long coalitionId, CancellationToken cancel)
    {
        await using var db = store.Open(await CoalitionAccess.ForUpkeepAsync(store, coalitionId, cancel));
        var left = db.Memberships.Where(m => m.CoalitionId == coalitionId && m.LeftAt != null).Select(m => m.Id);
        var choices = db.AgendaChoices.Where(c => left.Contains(c.Id));
        var mails = db.OutgoingMails.Where(m => left.Contains(m.MemberId));
        var feeds = db.CalendarFeeds.Where(f => f.CoalitionId == coalitionId && left.Contains(f.Id));
        var drafts = db.DraftCopies.Where(c => left.Contains(c.MemberId));
        var sections = db.StudioCopies.Where(c => left.Contains(c.MemberId));
        if (!await choices.AnyAsync(cancel) && !await mails.AnyAsync(cancel) && !await feeds.AnyAsync(cancel) && !await drafts.AnyAsync(cancel) && !await sections.AnyAsync(cancel))
        {
            return;
        }

        await using var transaction = await db.BeginWriteAsync(cancel);
        await choices.ExecuteDeleteAsync(cancel);
        await mails.ExecuteDeleteAsync(cancel);
        await feeds.ExecuteDeleteAsync(cancel);
        await drafts.ExecuteDeleteAsync(cancel);
        await sections.ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
