using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Agenda;

/// <summary>Reminders, as typed.</summary>
/// <param name="Address">Empty for none.</param>
/// <param name="DaysBefore">Empty for the usual ones.</param>
/// <param name="DigestDay">0 for Sunday; empty for no digest.</param>
public sealed record ReminderWish(bool OnPage, bool ByMail, string? Address, string? DaysBefore, string? DigestDay, bool WithTitles);

/// <summary>A person's own choices about dates; nobody else reads them.</summary>
public static partial class AgendaChoices
{
    public const int MostDaysBefore = 60;
    public const int UsualDaysBefore = 7;

    /// <summary>Letters of an address (RFC 5321, section 4.5.3.1.3, 2008: a path of 256 with its brackets).</summary>
    private const int LongestAddress = 254;

    private const int LongestZone = 100;

    /// <summary>The zone of who chose none: Geneva's, by which the UN's deadlines run.</summary>
    private const string UsualZone = "Europe/Zurich";

    /// <summary>The person's row, or what holds for who has not chosen anything.</summary>
    public static async Task<AgendaChoice> ReadAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return await db.AgendaChoices.AsNoTracking().SingleOrDefaultAsync(c => c.Id == access.MemberId, cancel) ?? Unchosen(access);
    }

    /// <summary>The zone that the person chose; null for Geneva's alone.</summary>
    public static async Task<string?> ZoneAsync(Store store, CoalitionAccess access, CancellationToken cancel) => (await ReadAsync(store, access, cancel)).Zone;

    /// <param name="zone">A name of the time zone database; empty for none.</param>
    public static Task<Outcome> SetZoneAsync(Rooms rooms, CoalitionAccess access, string? zone, CancellationToken cancel) =>
        ChangeAsync(rooms, access, "calendar.zone", choice =>
        {
            var chosen = string.IsNullOrEmpty(zone) ? null : zone;
            if (chosen is not null && (chosen.Length > LongestZone || !TimeZoneInfo.TryFindSystemTimeZoneById(chosen, out _)))
            {
                return Task.FromResult<Outcome?>(Outcome.Not(Refusal.Unknown, "zone"));
            }

            choice.Zone = chosen;
            return Task.FromResult<Outcome?>(null);
        }, cancel);

    /// <summary>Sets how the person hears of what is due. The address is kept while mails are wanted, and no longer.</summary>
    public static Task<Outcome> SetRemindersAsync(Rooms rooms, CoalitionAccess access, ReminderWish wish, CancellationToken cancel) =>
        ChangeAsync(rooms, access, "reminders.choose", async choice =>
        {
            var fields = new Fields();
            var days = (int?)fields.Number("days", wish.DaysBefore, 0, MostDaysBefore) ?? UsualDaysBefore;
            var address = wish.ByMail ? fields.Required("address", wish.Address, LongestAddress) : null;
            if (address is { Length: > 0 } && !IsAddress(address))
            {
                fields.Refuse(Refusal.NoMailAddress, "address", "");
            }

            var digest = (int?)fields.Number("digest", wish.DigestDay, 0, (int)DayOfWeek.Saturday);
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            (choice.OnPage, choice.ByMail, choice.DaysBefore, choice.DigestDay, choice.WithTitles) = (wish.OnPage, wish.ByMail, days, digest, wish.WithTitles);
            choice.SealedAddress = address is null ? null : await rooms.Keys.SealAsync(access, address, Place(choice), cancel);
            return null;
        }, cancel);

    /// <summary>The person's address in the clear; null for none.</summary>
    public static async Task<string?> AddressAsync(Rooms rooms, CoalitionAccess access, AgendaChoice choice, CancellationToken cancel) =>
        choice.SealedAddress is { } sealedAddress ? await rooms.Keys.OpenTextAsync(access, sealedAddress, Place(choice), cancel) : null;

    /// <summary>An address that a mail server takes and by which no line of a message can be broken: one at sign, no blank, no control, a domain (RFC 5321, section 4.1.2, 2008; letters of ASCII alone).</summary>
    public static bool IsAddress(string text) => text.Length <= LongestAddress && Address().IsMatch(text);

    /// <summary>A moment by the person's own clock; by that of UTC on a machine without time zone data.</summary>
    public static DateTimeOffset Local(AgendaChoice choice, DateTimeOffset at) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(choice.Zone ?? UsualZone, out var zone) ? TimeZoneInfo.ConvertTime(at, zone) : at.ToUniversalTime();

    private static string Place(AgendaChoice choice) => string.Create(CultureInfo.InvariantCulture, $"agenda_choices.sealed_address.{choice.Id}");

    private static AgendaChoice Unchosen(CoalitionAccess access) => new() { Id = access.MemberId ?? 0, CoalitionId = access.CoalitionId };

    private static Task<Outcome> ChangeAsync(Rooms rooms, CoalitionAccess access, string deed, Func<AgendaChoice, Task<Outcome?>> change, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Observer, deed, "agenda", async db =>
        {
            if (access.MemberId is not { } member)
            {
                return Outcome.Absent;
            }

            if (await db.AgendaChoices.SingleOrDefaultAsync(c => c.Id == member, cancel) is not { } choice)
            {
                choice = Unchosen(access);
                db.AgendaChoices.Add(choice);
            }

            if (await change(choice) is { } wrong)
            {
                return wrong;
            }

            choice.Revision++;
            return Outcome.Done(member);
        }, cancel);

    [GeneratedRegex("""^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.)*[A-Za-z0-9-]{1,63}\z""", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Address();
}
