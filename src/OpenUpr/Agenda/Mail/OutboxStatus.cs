using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Agenda.Mail;

/// <summary>What is in the outbox, for the operator: counts, and why mails were not taken. No address, no title, no coalition.</summary>
/// <param name="Problems">Codes of <see cref="MailProblem"/> with how many mails have them that wait or were given up.</param>
public sealed record OutboxStatus(int Waiting, int Sent, int Unsure, int GivenUp, IReadOnlyDictionary<string, int> Problems)
{
    public static async Task<OutboxStatus> ReadAsync(Rooms rooms, CancellationToken cancel)
    {
        await using var doors = rooms.Store.Open();
        var rows = new List<(string State, string? Problem, int Count)>();
        foreach (var id in await doors.Coalitions.Select(c => c.Id).ToListAsync(cancel))
        {
            await using var db = rooms.Store.Open(await CoalitionAccess.ForUpkeepAsync(rooms.Store, id, cancel));
            rows.AddRange((await db.OutgoingMails.GroupBy(m => new { m.State, m.Problem }).Select(g => new { g.Key.State, g.Key.Problem, Count = g.Count() }).ToListAsync(cancel)).Select(g => (g.State, g.Problem, g.Count)));
        }

        int Of(string state) => rows.Where(r => r.State == state).Sum(r => r.Count);
        var problems = rows.Where(r => r.Problem is not null && r.State is OutgoingMail.Waiting or OutgoingMail.GivenUp).GroupBy(r => r.Problem!);
        return new OutboxStatus(Of(OutgoingMail.Waiting), Of(OutgoingMail.Sent), Of(OutgoingMail.Unsure), Of(OutgoingMail.GivenUp), problems.ToDictionary(g => g.Key, g => g.Sum(r => r.Count)));
    }

    /// <summary>Whether the last mail to a person was refused for good by the server of their address: theirs to know, and nobody else's.</summary>
    public static async Task<bool> IsRefusedAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return await db.OutgoingMails.AsNoTracking().Where(m => m.MemberId == access.MemberId && (m.State == OutgoingMail.Sent || m.State == OutgoingMail.GivenUp)).OrderByDescending(m => m.Id).Select(m => m.Problem).FirstOrDefaultAsync(cancel)
            == nameof(MailProblem.Refused);
    }
}
