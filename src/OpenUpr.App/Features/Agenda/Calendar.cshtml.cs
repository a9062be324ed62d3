using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.Agenda;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Export.Svg;
using OpenUpr.Planning;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Agenda;

/// <summary>One calendar of everything with days: as a month, as a list, and as a strip of five years.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/calendar")]
public sealed class CalendarModel(Rooms rooms, IEnumerable<IDatedThings> parts, AgendaText text) : CoalitionPage(rooms.Store)
{
    public const string Month = "month";
    public const string List = "list";
    public const string Timeline = "timeline";

    /// <summary>Months that the list has.</summary>
    private const int ListMonths = 6;

    /// <summary>Years of the strip: a cycle (requirement C10).</summary>
    private const int Years = 5;

    /// <summary>Things that the reminder at the top names.</summary>
    public const int MostSoon = 5;

    /// <summary>Up to so many things without a fixed day stand open above the month.</summary>
    public const int FewRanges = 6;

    /// <summary>Years round today that can be leafed to.</summary>
    private const int Reach = 20;

    public static IReadOnlyList<string> Views { get; } = [Month, List, Timeline];

    public AgendaText Text => text;

    public string View { get; private set; } = Month;

    /// <summary>A word of <see cref="DatedKinds"/>; null for all.</summary>
    public string? Kind { get; private set; }

    /// <summary>The first day that is shown.</summary>
    public DateOnly First { get; private set; }

    public Days Span { get; private set; }

    public IReadOnlyList<DatedThing> Things { get; private set; } = [];

    /// <summary>What the person has to do that is late or due soon; nothing where they do not want to hear it here.</summary>
    public IReadOnlyList<DatedThing> Due { get; private set; } = [];

    /// <summary>What begins soon; nothing where they do not want to hear it here.</summary>
    public IReadOnlyList<DatedThing> Soon { get; private set; } = [];

    public OwnZone Zone { get; private set; } = null!;

    public IReadOnlyList<(string State, int Session)> Reviews { get; private set; } = [];

    public DateOnly Today { get; } = Geneva.Today(rooms.Time);

    public async Task<IActionResult> OnGetAsync([FromQuery] string? view, [FromQuery] string? month, [FromQuery] string? kind, CancellationToken cancel)
    {
        View = view is not null && Views.Contains(view) ? view : Month;
        Kind = kind is not null && DatedKinds.All.Contains(kind) ? kind : null;
        First = await FirstAsync(month, cancel);
        Span = new Days(First, Step(1).AddDays(-1));
        var choice = await AgendaChoices.ReadAsync(Store, Access, cancel);
        Zone = new OwnZone(choice.Zone);
        Reviews = await ReviewDays.ReviewsAsync(Store, Access, cancel);

        // A day more on each side: a meeting may fall on the next day in the reader's zone.
        var wide = new Days(Span.From.AddDays(-1), Span.To.AddDays(1));
        Things = [.. (await Agendas.ReadAsync(parts, Access, wide, cancel)).Where(t => (Kind is null || t.Kind == Kind) && !(t.IsCancelled && View != List))];
        await RemindAsync(choice, cancel);
        return Page();
    }

    private async Task RemindAsync(AgendaChoice choice, CancellationToken cancel)
    {
        if (choice.OnPage ?? true)
        {
            var ahead = choice.DaysBefore ?? AgendaChoices.UsualDaysBefore;
            var things = await Agendas.ReadAsync(parts, Access, new Days(Today.AddYears(-1), Today.AddDays(ahead)), cancel);
            (Due, Soon) = (Agendas.DueFor(things, Access.MemberId, Today, ahead), Agendas.ComingFor(things, Today, ahead));
        }
    }

    public MonthGrid Grid => MonthGrid.Of(First, Things, Zone);

    /// <summary>The things of the list by the month in which they begin; what began before comes first.</summary>
    public IEnumerable<IGrouping<DateOnly, DatedThing>> ByMonth => Things.Where(t => t.Days.Meets(Span)).GroupBy(t => t.Days.From < First ? DateOnly.MinValue : new DateOnly(t.Days.From.Year, t.Days.From.Month, 1));

    public IReadOnlyList<(string Name, IReadOnlyList<DatedThing> Things)> Lanes =>
        [.. Things.Where(t => t.Days.Meets(Span)).GroupBy(t => AgendaText.Of("Kind", t.Kind)).OrderBy(g => DatedKinds.All.ToList().IndexOf(g.First().Kind)).Select(g => (g.Key, (IReadOnlyList<DatedThing>)[.. g]))];

    public SvgPicture Picture => YearStrip.Draw(First, Years, Today, [.. Lanes.Select(l => new StripLane(l.Name, [.. l.Things.Select(t => new StripMark(t.Days.From, t.Days.To, $"{text.Title(t)}: {AgendaText.When(t)}", t.IsTentative))]))]);

    public string Title => View == Timeline ? $"{First.Year}–{Span.To.Year}" : View == List ? Dates.Months(Span.From, Span.To)! : Dates.Months(First, First)!;

    public string Address(string? view = null, DateOnly? first = null, string? kind = "") => Link(string.Create(CultureInfo.InvariantCulture, $"/calendar?view={view ?? View}&month={AgendaText.Month(first ?? First)}"))
        + ((kind?.Length == 0 ? Kind : kind) is { } chosen ? $"&kind={chosen}" : "");

    public DateOnly Step(int direction) => View switch { Month => First.AddMonths(direction), List => First.AddMonths(direction * ListMonths), _ => First.AddYears(direction * Years) };

    /// <summary>Where a thing stands.</summary>
    public string Path(DatedThing thing) => thing.IsPublic ? thing.Path : Link(thing.Path);

    /// <summary>The month that was asked for, or this one; the strip begins with the year in which the plan did.</summary>
    private async Task<DateOnly> FirstAsync(string? month, CancellationToken cancel)
    {
        var asked = DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var found) && Math.Abs(found.Year - Today.Year) <= Reach ? found : (DateOnly?)null;
        if (View != Timeline)
        {
            return asked ?? new DateOnly(Today.Year, Today.Month, 1);
        }

        var plan = await Plans.FindAsync(Store, Access, null, cancel);
        var began = plan is { ClosedAt: null } && plan.StartedOn.Year > Today.Year - Years && plan.StartedOn <= Today ? plan.StartedOn.Year : Today.Year;
        return new DateOnly(asked is { } chosen && (chosen.Year != Today.Year || chosen.Month != Today.Month) ? chosen.Year : began, 1, 1);
    }
}
