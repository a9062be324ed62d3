using System.Globalization;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Export.Ics;
using OpenUpr.Reviews;

namespace OpenUpr.App.Features.Calendar;

/// <summary>Puts events into the words of a calendar file. What is not confirmed says so in the title, because many programs show nothing else.</summary>
/// <param name="site">Where the pages are that the events link to.</param>
public sealed class CalendarText(ReferenceData reference, Labels labels, Uri site)
{
    /// <summary>A calendar begins with the year before, so that it does not grow for ever and changes only with the data or the year.</summary>
    public static DateOnly Since(DateOnly today) => new(today.Year - 1, 1, 1);

    public IcsCalendar Of(CalendarRequest asked, DateOnly today)
    {
        var events = ReviewCalendar.Events(reference, asked.Filter with { From = asked.Session is null && asked.Cycle is null ? Since(today) : null });
        var name = asked.State is { } state ? Numbers.Fill(CalendarWords.File_NameOf, labels.State(state.Iso3)) : CalendarWords.File_Name;
        return new IcsCalendar(
            Fictional(name), CalendarWords.File_About, new Uri(site, asked.Address(CalendarRequest.Page)),
            CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, reference.AsOf, [.. events.Select(Event)]);
    }

    private IcsEvent Event(CalendarEvent one)
    {
        var date = one.Date;
        var address = CalendarRequest.To(CalendarRequest.Page, one.Iso3, session: one.Session.Number);
        return new IcsEvent(
            $"{(reference.World == World.Demo ? "demo" : "un")}-{one.Id}@calendar.openupr",
            date.Earliest, date.Latest ?? date.Earliest, date is { Estimated: false, Zone: Geneva.Zone } ? date.Time : null,
            Summary(one), Description(one), new Uri(site, address), "UPR", date.Certainty != Certainty.Confirmed);
    }

    private string Summary(CalendarEvent one)
    {
        var about = one.Iso3 is { } iso3
            ? Numbers.Fill(CalendarWords.File_SummaryOf, labels.State(iso3), one.Session.Number, one.Step.What)
            : Numbers.Fill(CalendarWords.File_Summary, one.Session.Number, one.Step.What);
        if (one.Date is { Estimated: false, Time: { } time })
        {
            about = Numbers.Fill(CalendarWords.File_By, about, time.ToString("HH:mm", CultureInfo.InvariantCulture));
        }

        var unsure = (one.Date.Certainty != Certainty.Confirmed, one.Date) switch
        {
            (true, { Precision: Precision.Month }) => CalendarWords.File_TentativeMonth,
            (true, { Estimated: true }) => CalendarWords.File_TentativeRange,
            (true, _) => CalendarWords.File_Tentative,
            (false, { Precision: Precision.Month }) => CalendarWords.File_Month,
            _ => "",
        };
        return Fictional(about + unsure);
    }

    private string Description(CalendarEvent one)
    {
        var lines = new List<string> { Numbers.Fill(CalendarWords.File_When, StepWords.When(one.Date)) };
        if (StepWords.Certainty(one.Date) is { } sure)
        {
            lines.Add(sure);
        }

        if (one.Step.HrcSession is { } council)
        {
            lines.Add(Numbers.Fill(CalendarWords.Council, council));
        }

        if (one.Iso3 is null && one.Step.Key == "review")
        {
            var states = reference.ReviewSlots.Where(s => s.Session == one.Session.Number).Select(s => labels.State(s.Iso3)).ToList();
            if (states.Count > 0)
            {
                lines.Add(Numbers.Fill(CalendarWords.File_States, string.Join(", ", states)));
            }
        }

        lines.AddRange(one.Step.Statements.Select(Statement));
        return string.Join('\n', lines);
    }

    private string Statement(StepDate said)
    {
        var rule = said.Rule is { } of ? $"{of.What}: {StepWords.Rule(of)}. " : "";
        return Numbers.Fill(CalendarWords.File_Source, rule + StepWords.When(said), string.Join("; ", said.Sources.Select(key => reference.Sources[key].Title)));
    }

    private string Fictional(string text) => reference.World == World.Demo ? Numbers.Fill(CalendarWords.File_Fictional, text) : text;
}
