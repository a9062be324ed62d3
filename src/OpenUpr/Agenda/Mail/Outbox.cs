using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Agenda.Mail;

/// <summary>A mail that this node works on.</summary>
/// <param name="Choice">What its reader wants now; null where they want nothing.</param>
/// <param name="Access">What its reader may see now; null after they left.</param>
/// <param name="After">A reminder's: the day of the last reminder that went out or had nothing to say. Null for none within a week.</param>
public sealed record ClaimedMail(OutgoingMail Row, AgendaChoice? Choice, CoalitionAccess? Access, DateOnly? After)
{
    /// <summary>The day in its key.</summary>
    public DateOnly Day => DateOnly.ParseExact(Row.Key[^10..], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public bool IsDigest => Row.Key.StartsWith(Outbox.Digest, StringComparison.Ordinal);
}

/// <summary>
/// The mails that are to go out. A mail is one row for each person and week (or day): it cannot be made twice. A node claims it for some minutes, and
/// writes down that it hands the text over before it does: after a crash in between nobody sends it again.
/// </summary>
/// <param name="access">The program's own access to one coalition.</param>
internal sealed class Outbox(Rooms rooms, CoalitionAccess access)
{
    public const int MostTries = 6;

    public const string Digest = "digest-";
    public const string Reminder = "reminder-";

    /// <summary>The hour of a person's day from which mails of that day go out.</summary>
    private const int Morning = 6;

    private const int WeekDays = 7;

    private static readonly TimeSpan s_claim = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_stale = TimeSpan.FromDays(3);
    private static readonly TimeSpan s_keep = TimeSpan.FromDays(60);

    /// <summary>How long after a failed try the next one comes: 5 minutes, then four times as long each time.</summary>
    public static TimeSpan Pause(int tries) => TimeSpan.FromMinutes(5 * Math.Pow(4, Math.Max(0, tries - 1)));

    /// <summary>Puts in what is due by now, and clears away what is long over.</summary>
    public async Task FillAsync(CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        var now = rooms.Time.GetUtcNow();
        if ((await MissingAsync(db, now, cancel)).Count == 0)
        {
            return;
        }

        // Asked again inside: another node may have been faster.
        await using var transaction = await db.BeginWriteAsync(cancel);
        var missing = await MissingAsync(db, now, cancel);
        var first = missing.Count == 0 ? 0 : await db.TakeIdsAsync(Counters.OutgoingMails, missing.Count, cancel);
        db.OutgoingMails.AddRange(missing.Select((m, i) => new OutgoingMail { Id = first + i, CoalitionId = access.CoalitionId, MemberId = m.Member, Key = m.Key, State = OutgoingMail.Waiting, MadeAt = now, NextAt = now }));
        var over = (await db.OutgoingMails.Where(m => m.State != OutgoingMail.Waiting).Select(m => new { m.Id, m.MadeAt }).ToListAsync(cancel)).Where(m => m.MadeAt < now - s_keep).Select(m => m.Id).ToList();
        await db.OutgoingMails.Where(m => over.Contains(m.Id)).ExecuteDeleteAsync(cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Takes the next mail whose time has come, for this node alone; null where there is none.</summary>
    public async Task<ClaimedMail?> ClaimAsync(CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        var now = rooms.Time.GetUtcNow();
        if (!(await WaitingAsync(db, cancel)).Exists(m => IsFree(m, now)))
        {
            return null;
        }

        await using var transaction = await db.BeginWriteAsync(cancel);
        db.ChangeTracker.Clear();
        OutgoingMail? mine = null;
        foreach (var mail in (await WaitingAsync(db, cancel)).Where(m => IsFree(m, now)))
        {
            if (mail.HandedAt is not null)
            {
                (mail.State, mail.Problem) = (OutgoingMail.Unsure, nameof(MailProblem.Unsure));
            }
            else if (mail.MadeAt < now - s_stale)
            {
                mail.State = OutgoingMail.GivenUp;
            }
            else
            {
                mine = mail;
                (mail.Claims, mail.ClaimedUntil) = (mail.Claims + 1, now + s_claim);
                break;
            }
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return mine is null ? null : await ReadAsync(db, mine, cancel);
    }

    /// <summary>Writes down that the text of a claimed mail is handed to the server now; false where it is not this node's any more.</summary>
    public Task<bool> HandingAsync(ClaimedMail mail, CancellationToken cancel) =>
        ChangeAsync(mail, row => (row.HandedAt, row.ClaimedUntil) = (rooms.Time.GetUtcNow(), rooms.Time.GetUtcNow() + s_claim), cancel);

    public Task SentAsync(ClaimedMail mail, CancellationToken cancel) => ChangeAsync(mail, row => (row.State, row.ClaimedUntil, row.Problem) = (OutgoingMail.Sent, null, null), cancel);

    /// <summary>Nothing to say, or nobody who wants to hear it any more.</summary>
    public Task DropAsync(ClaimedMail mail, CancellationToken cancel) => ChangeAsync(mail, row => (row.State, row.ClaimedUntil, row.Problem) = (OutgoingMail.Dropped, null, null), cancel);

    /// <summary>After a failed try: later again, or never.</summary>
    public Task FailedAsync(ClaimedMail mail, MailProblem problem, CancellationToken cancel) => ChangeAsync(mail, row =>
    {
        row.Tries++;
        (row.Problem, row.ClaimedUntil) = (problem.ToString(), null);
        row.HandedAt = problem == MailProblem.Unsure ? row.HandedAt : null;
        row.State = problem == MailProblem.Unsure ? OutgoingMail.Unsure : problem == MailProblem.Refused || row.Tries >= MostTries ? OutgoingMail.GivenUp : OutgoingMail.Waiting;
        row.NextAt = rooms.Time.GetUtcNow() + Pause(row.Tries);
    }, cancel);

    /// <summary>What a person's choice makes due at a moment: in the morning of their day, the digest of the week on its weekday, and the reminder of the day.</summary>
    internal static IEnumerable<string> KeysAt(AgendaChoice choice, DateTimeOffset now)
    {
        var local = AgendaChoices.Local(choice, now);
        if (local.Hour < Morning)
        {
            yield break;
        }

        var day = DateOnly.FromDateTime(local.DateTime);
        if ((int)day.DayOfWeek == choice.DigestDay)
        {
            // One for each week from Monday: choosing another weekday in the same week does not make it two.
            yield return Digest + Iso(day.AddDays(-(((int)day.DayOfWeek + WeekDays - 1) % WeekDays)));
        }

        yield return Reminder + Iso(day);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool IsFree(OutgoingMail mail, DateTimeOffset now) => mail.NextAt <= now && (mail.ClaimedUntil is null || mail.ClaimedUntil < now);

    // Moments are compared in memory: SQLite keeps them as texts.
    private static Task<List<OutgoingMail>> WaitingAsync(OpenUprDb db, CancellationToken cancel) => db.OutgoingMails.Where(m => m.State == OutgoingMail.Waiting).OrderBy(m => m.Id).ToListAsync(cancel);

    /// <summary>Mails that are due and not there yet, of people who are in.</summary>
    private async Task<List<(long Member, string Key)>> MissingAsync(OpenUprDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var inside = db.Memberships.Where(m => m.CoalitionId == access.CoalitionId && m.LeftAt == null && m.AccountId != null).Select(m => m.Id);
        var choices = await db.AgendaChoices.AsNoTracking().Where(c => c.ByMail && c.SealedAddress != null && inside.Contains(c.Id)).ToListAsync(cancel);
        var due = choices.SelectMany(c => KeysAt(c, now), (c, k) => (Member: c.Id, Key: k)).ToList();
        if (due.Count == 0)
        {
            return due;
        }

        var keys = due.Select(d => d.Key).Distinct().ToList();
        var known = (await db.OutgoingMails.Where(m => keys.Contains(m.Key)).Select(m => new { m.MemberId, m.Key }).ToListAsync(cancel)).Select(m => (m.MemberId, m.Key)).ToHashSet();
        return due.FindAll(d => !known.Contains(d));
    }

    private async Task<ClaimedMail> ReadAsync(OpenUprDb db, OutgoingMail mail, CancellationToken cancel)
    {
        var choice = await db.AgendaChoices.AsNoTracking().SingleOrDefaultAsync(c => c.Id == mail.MemberId && c.ByMail, cancel);
        var claimed = new ClaimedMail(mail, choice, await CoalitionAccess.ForMemberAsync(rooms.Store, access.CoalitionId, mail.MemberId, cancel), null);
        if (claimed.IsDigest)
        {
            return claimed;
        }

        string[] told = [OutgoingMail.Sent, OutgoingMail.Dropped, OutgoingMail.Unsure];
        var before = await db.OutgoingMails.AsNoTracking().Where(m => m.MemberId == mail.MemberId && m.Id != mail.Id && told.Contains(m.State) && m.Key.StartsWith(Reminder)).ToListAsync(cancel);
        var days = before.Select(m => (claimed with { Row = m }).Day).Where(d => d < claimed.Day && d >= claimed.Day.AddDays(-WeekDays)).ToList();
        return claimed with { After = days.Count == 0 ? null : days.Max() };
    }

    /// <summary>Changes a mail that is this node's; false where it is not any more.</summary>
    private async Task<bool> ChangeAsync(ClaimedMail mail, Action<OutgoingMail> change, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        await using var transaction = await db.BeginWriteAsync(cancel);
        if (await db.OutgoingMails.SingleOrDefaultAsync(m => m.Id == mail.Row.Id, cancel) is not { State: OutgoingMail.Waiting } row || row.Claims != mail.Row.Claims)
        {
            return false;
        }

        change(row);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
