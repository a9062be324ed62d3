using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;

namespace OpenUpr.Agenda.Mail;

/// <summary>One turn of the outbox: what is due goes in, what can be claimed goes out. Any number of nodes may take turns at once.</summary>
/// <param name="write">Writes a mail from what its reader may see at that moment; null where there is nothing to say.</param>
public sealed class MailTurn(Rooms rooms, SmtpServer server, Func<ClaimedMail, CancellationToken, Task<PlainMail?>> write)
{
    /// <summary>Mails of one turn and coalition, so that none waits for another's crowd.</summary>
    private const int Most = 50;

    /// <returns>How many were sent, and how many were not taken.</returns>
    public async Task<(int Sent, int Failed)> RunAsync(CancellationToken cancel)
    {
        List<long> coalitions;
        await using (var db = rooms.Store.Open())
        {
            coalitions = await db.Coalitions.OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(cancel);
        }

        var (sent, failed, goesOn) = (0, 0, true);
        foreach (var id in coalitions)
        {
            var outbox = new Outbox(rooms, await CoalitionAccess.ForUpkeepAsync(rooms.Store, id, cancel));
            await outbox.FillAsync(cancel);
            for (var i = 0; goesOn && i < Most && await outbox.ClaimAsync(cancel) is { } mail; i++)
            {
                try
                {
                    sent += await SendAsync(outbox, mail, cancel) ? 1 : 0;
                }
                catch (MailException e)
                {
                    await outbox.FailedAsync(mail, e.Problem, CancellationToken.None);
                    failed++;
                    goesOn = !e.IsForAll;
                }
            }
        }

        return (sent, failed);
    }

    private async Task<bool> SendAsync(Outbox outbox, ClaimedMail mail, CancellationToken cancel)
    {
        if (await WriteAsync(mail, cancel) is not { } message)
        {
            await outbox.DropAsync(mail, cancel);
            return false;
        }

        if (!await new SmtpSender(server, rooms.Time).SendAsync(message, () => outbox.HandingAsync(mail, cancel), cancel))
        {
            return false;
        }

        // The server has it: that is written down also when the site is being stopped.
        await outbox.SentAsync(mail, CancellationToken.None);
        return true;
    }

    private async Task<PlainMail?> WriteAsync(ClaimedMail mail, CancellationToken cancel)
    {
        try
        {
            return await write(mail, cancel);
        }
        catch (CryptographicException)
        {
            // The address, or something that it would say, does not open any more: one mail less, and the others go on.
            return null;
        }
    }
}
