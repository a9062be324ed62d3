using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Export.Ics;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Calendar;

/// <summary>The calendar as a file that calendar programs subscribe to: the same address as the page with an ending.</summary>
public static class CalendarFile
{
    public static void MapCalendarFile(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(CalendarRequest.File, [HttpMethods.Get, HttpMethods.Head], Send)
            .WithMetadata(new AccessAttribute(AccessAttribute.Public, CalendarRequest.File + "?state={state}"));

    private static IResult Send(HttpContext context, Store store, Labels labels, TimeProvider time)
    {
        var asked = CalendarRequest.Read(context.Request.Query, store.Reference);
        if (asked.Refusal is { } refusal)
        {
            context.Features.Set(new Problem(refusal));
            return Results.StatusCode(StatusCodes.Status404NotFound);
        }

        var today = Geneva.Today(time);
        var site = new Uri($"{context.Request.Scheme}://{context.Request.Host}");
        var content = IcsWriter.Write(new CalendarText(store.Reference, labels, site).Of(asked, today));
        context.Response.Headers.CacheControl = "no-cache";
        var changed = store.Reference.AsOf > CalendarText.Since(today).AddYears(1) ? store.Reference.AsOf : CalendarText.Since(today).AddYears(1);
        return Results.Bytes(
            content, IcsWriter.MediaType, $"openupr{(store.World == World.Demo ? "-fictional" : "")}{(asked.State is { } state ? "-" + state.Iso3.ToLower(CultureInfo.InvariantCulture) : "")}.ics",
            lastModified: new DateTimeOffset(changed.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\""));
    }
}
