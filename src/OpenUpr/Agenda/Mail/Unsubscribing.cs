using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;

namespace OpenUpr.Agenda.Mail;

/// <summary>Ends a person's mails by a link, without signing in. The link is signed under the installation's key; nothing is stored for it.</summary>
public static class Unsubscribing
{
    private const int MostLetters = 120;

    /// <summary>The word for the link of one person: the numbers of coalition and place, and their signature.</summary>
    public static string TokenFor(Rooms rooms, long coalitionId, long memberId)
    {
        var who = string.Create(CultureInfo.InvariantCulture, $"{coalitionId}-{memberId}");
        return $"{who}-{Sign(rooms, who)}";
    }

    /// <summary>Stops the mails and deletes the address; false where the link is none of ours. To do it twice is as good as once.</summary>
    public static async Task<bool> StopAsync(Rooms rooms, string? token, CancellationToken cancel)
    {
        if (Read(rooms, token) is not var (coalition, member))
        {
            return false;
        }

        await using (var doors = rooms.Store.Open())
        {
            if (!await doors.Coalitions.AnyAsync(c => c.Id == coalition, cancel))
            {
                // The coalition is closed: there are no mails any more.
                return true;
            }
        }

        var access = await CoalitionAccess.ForUpkeepAsync(rooms.Store, coalition, cancel);
        await rooms.WriteAsync(access, CoalitionRole.Secretariat, "reminders.stop", "agenda", async db =>
        {
            if (await db.AgendaChoices.SingleOrDefaultAsync(c => c.Id == member && c.ByMail, cancel) is not { } choice)
            {
                return Outcome.Absent;
            }

            (choice.ByMail, choice.SealedAddress) = (false, null);
            choice.Revision++;
            return Outcome.Done(member);
        }, cancel);
        return true;
    }

    private static (long Coalition, long Member)? Read(Rooms rooms, string? token)
    {
        if (token is null || token.Length > MostLetters || token.Split('-', 3) is not [var coalition, var member, var signature]
            || !long.TryParse(coalition, NumberStyles.None, CultureInfo.InvariantCulture, out var room) || !long.TryParse(member, NumberStyles.None, CultureInfo.InvariantCulture, out var person))
        {
            return null;
        }

        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(rooms, $"{coalition}-{member}")), Encoding.UTF8.GetBytes(signature)) ? (room, person) : null;
    }

    private static string Sign(Rooms rooms, string who) => Base64Url.EncodeToString(HMACSHA256.HashData(rooms.Keys.Derive("unsubscribe"), Encoding.UTF8.GetBytes(who)));
}
