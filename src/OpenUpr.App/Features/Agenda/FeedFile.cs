using System.Globalization;
using OpenUpr.Agenda;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Export.Ics;
using OpenUpr.Planning;

namespace OpenUpr.App.Features.Agenda;

/// <summary>A person's calendar as a file, by the secret in its address alone: calendar programs know no session.</summary>
public static class FeedFile
{
    public const string Route = "/feeds/{token}.ics";

    public static void MapFeeds(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(Route, [HttpMethods.Get, HttpMethods.Head], SendAsync).WithMetadata(new AccessAttribute(AccessAttribute.Public, "/feeds/none.ics"));

    /// <summary>The whole calendar; what is private without its title unless its person chose titles.</summary>
    public static IcsCalendar Of(CoalitionAccess access, IEnumerable<DatedThing> things, AgendaText text, bool withTitles, DateOnly asOf, Uri site)
    {
        var room = new Uri(site, $"/coalitions/{access.Slug}/calendar");
        return new IcsCalendar(
            withTitles ? Numbers.Fill(AgendaWords.Feed_Name, access.Name) : AgendaWords.Calendar_Title, AgendaWords.Feed_About, withTitles ? room : site,
            CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, asOf, [.. things.Where(t => !t.IsDone).Select(t => Event(access, t, text, withTitles, site))]);
    }

    private static IcsEvent Event(CoalitionAccess access, DatedThing thing, AgendaText text, bool withTitles, Uri site)
    {
        // The address of a room says which coalition it is: without titles it leads to the front door.
        var address = thing.IsPublic ? new Uri(site, thing.Path) : withTitles ? new Uri(site, $"/coalitions/{access.Slug}{thing.Path}") : site;
        var day = thing.At is { } at && thing.IsPublic ? DateOnly.FromDateTime(OwnZone.InGeneva(at).DateTime) : thing.Days.From;
        var title = withTitles ? text.Title(thing) : text.Plain(thing);
        return new IcsEvent(
            string.Create(CultureInfo.InvariantCulture, $"{thing.Key}-{access.CoalitionId}@agenda.openupr"), day, thing.At is null ? thing.Days.To : day, null,
            thing.At is not null && thing.IsPublic ? $"{title} ({AgendaText.When(thing)})" : title, Numbers.Fill(AgendaWords.Feed_Description, address.AbsoluteUri), address, "UPR", thing.IsTentative)
        {
            At = thing.At, Revision = thing.IsPublic ? null : thing.Revision, ChangedAt = thing.ChangedAt, Cancelled = thing.IsCancelled,
        };
    }

    private static async Task SendAsync(string token, HttpContext context, Rooms rooms, IEnumerable<IDatedThings> parts, AgendaText text)
    {
        var cancel = context.RequestAborted;
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        if (!await context.RequestServices.GetRequiredService<RateLimits>().TryTakeAsync(RateRule.Feeds, context))
        {
            return;
        }

        if (await CalendarFeeds.FindAsync(rooms.Store, token, cancel) is not { } feed)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var today = Geneva.Today(rooms.Time);
        var things = await Agendas.ReadAsync(parts, feed.Access, new Days(today.AddDays(-CalendarFeeds.DaysBack), today.AddDays(CalendarFeeds.DaysAhead)), cancel);
        var content = IcsWriter.Write(Of(feed.Access, things, text, feed.WithTitles, rooms.Store.Reference.AsOf, new Uri($"{context.Request.Scheme}://{context.Request.Host}")));
        context.Response.ContentType = IcsWriter.MediaType;
        context.Response.ContentLength = content.Length;
        context.Response.Headers.ContentDisposition = "attachment; filename=\"openupr.ics\"";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(content, cancel);
        }
    }
}
