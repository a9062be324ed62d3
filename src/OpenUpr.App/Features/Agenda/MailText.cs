using System.Globalization;
using System.Text;
using OpenUpr.Agenda;
using OpenUpr.Agenda.Mail;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Planning;

namespace OpenUpr.App.Features.Agenda;

/// <summary>Writes a digest or a reminder from what its reader may see now: counts and one link, and titles only where the reader chose them.</summary>
public sealed class MailText(Rooms rooms, IEnumerable<IDatedThings> parts, AgendaText text)
{
    /// <summary>Days that a digest looks ahead.</summary>
    private const int Week = 7;

    /// <summary>Days back in which something may be late.</summary>
    private const int DaysBack = 400;

    /// <summary>Titles that one part of a mail has.</summary>
    private const int MostTitles = 20;

    /// <summary>The mail; null where there is nothing to say, or nobody who wants to hear it any more.</summary>
    /// <param name="site">Where the site is, for the links.</param>
    public async Task<PlainMail?> WriteAsync(ClaimedMail mail, Uri site, CancellationToken cancel)
    {
        if (mail is not { Access: { } access, Choice: { ByMail: true } choice } || !access.Is(CoalitionRole.Observer) || await AgendaChoices.AddressAsync(rooms, access, choice, cancel) is not { } address)
        {
            return null;
        }

        var today = DateOnly.FromDateTime(AgendaChoices.Local(choice, rooms.Time.GetUtcNow()).DateTime);
        var things = await Agendas.ReadAsync(parts, access, new Days(today.AddDays(-DaysBack), today.AddDays(AgendaChoices.MostDaysBefore + 1)), cancel);
        var told = (mail.IsDigest ? Digest(access, things, today) : Reminder(mail, access, things)).Where(p => p.Things.Count > 0).ToList();
        if (told.Count == 0)
        {
            return null;
        }

        var unsubscribe = new Uri(site, "/unsubscribe/" + Unsubscribing.TokenFor(rooms, access.CoalitionId, choice.Id));
        var (subject, hello) = mail.IsDigest ? (AgendaWords.Mail_DigestSubject, AgendaWords.Mail_DigestHello) : (AgendaWords.Mail_ReminderSubject, AgendaWords.Mail_ReminderHello);

        // The address of a room says which coalition it is: without titles the link leads to the list of one's own.
        var more = new Uri(site, choice.WithTitles ? $"/coalitions/{access.Slug}/calendar" : "/coalitions");
        return new PlainMail(address, subject, Body(hello, told, choice.WithTitles, more, unsubscribe), string.Create(CultureInfo.InvariantCulture, $"{mail.Row.Key}.{mail.Row.Id}"), unsubscribe);
    }

    private static IEnumerable<(string Label, IReadOnlyList<DatedThing> Things)> Digest(CoalitionAccess access, IReadOnlyList<DatedThing> things, DateOnly today)
    {
        var due = Agendas.DueFor(things, access.MemberId, today, Week);
        yield return (AgendaWords.Mail_Late, [.. due.Where(t => t.Days.To < today)]);
        yield return (AgendaWords.Mail_Due, [.. due.Where(t => t.Days.To >= today)]);
        yield return (AgendaWords.Mail_Coming, Agendas.ComingFor(things, today, Week));
    }

    /// <summary>
    /// What ends or begins in so many days as the reader chose, and again what does today. After days on which none could go out, it has what those would have had.
    /// </summary>
    private static IEnumerable<(string Label, IReadOnlyList<DatedThing> Things)> Reminder(ClaimedMail mail, CoalitionAccess access, IReadOnlyList<DatedThing> things)
    {
        var (day, ahead) = (mail.Day, mail.Choice!.DaysBefore ?? AgendaChoices.UsualDaysBefore);
        var after = mail.After ?? day.AddDays(-1);
        bool Counts(DateOnly date) => (date > after && date <= day) || (date > after.AddDays(ahead) && date <= day.AddDays(ahead));
        var due = Agendas.DueFor(things, access.MemberId, day, ahead).Where(t => Counts(t.Days.To)).GroupBy(t => t.Days.To).Select(g => (Numbers.Fill(AgendaWords.Mail_DueOn, Dates.Day(g.Key)), g.Key, (IReadOnlyList<DatedThing>)[.. g]));
        var coming = Agendas.ComingFor(things, day, ahead).Where(t => Counts(t.Days.From)).GroupBy(t => t.Days.From).Select(g => (Numbers.Fill(AgendaWords.Mail_On, Dates.Day(g.Key)), g.Key, (IReadOnlyList<DatedThing>)[.. g]));
        return due.Concat(coming).OrderBy(p => p.Key).Select(p => (p.Item1, p.Item3));
    }

    private string Body(string hello, IEnumerable<(string Label, IReadOnlyList<DatedThing> Things)> told, bool titles, Uri more, Uri unsubscribe)
    {
        var body = new StringBuilder().AppendLine(hello).AppendLine();
        foreach (var (label, things) in told)
        {
            body.AppendLine(Numbers.Fill(AgendaWords.Mail_Count, label, Numbers.Count(things.Count)));
            foreach (var thing in titles ? things.Take(MostTitles) : [])
            {
                body.AppendLine(Numbers.Fill(AgendaWords.Mail_Line, text.Title(thing), AgendaText.When(thing)));
            }
        }

        return body.AppendLine().AppendLine(Numbers.Fill(AgendaWords.Mail_More, more)).AppendLine().AppendLine(Numbers.Fill(AgendaWords.Mail_Why, unsubscribe)).ToString();
    }
}
