using OpenUpr.Agenda;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Studio;
using OpenUpr.Export;
using OpenUpr.Export.Docx;
using OpenUpr.FollowUp;
using OpenUpr.FollowUp.Reports;
using OpenUpr.Planning;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Reports;

/// <summary>Reports as Word files and workbooks: as they are now, and as they were opened for comments or released.</summary>
internal static class ReportFiles
{
    public static IReadOnlyList<string> Endings { get; } = [".docx", ".xlsx"];

    public static void AddReports(this IServiceCollection services)
    {
        services.AddSingleton<IRoomTexts, ReportTexts>();
        services.AddSingleton<IDatedThings, ReportDays>();
        services.AddSingleton<IWaitingThings, WaitingReports>();
    }

    public static void MapReportFiles(this IEndpointRouteBuilder routes)
    {
        foreach (var ending in Endings)
        {
            routes.MapMethods($"/coalitions/{{coalition}}/follow-up/{{id:long:min(1)}}/reports/{{report:long:min(1)}}{ending}", [HttpMethods.Get, HttpMethods.Head], (long id, long report, HttpContext context, Rooms rooms) => SendNowAsync(id, report, ending, context, rooms))
                .WithMetadata(new AccessAttribute(AccessAttribute.Observer, $"/coalitions/{{coalition}}/follow-up/1/reports/1{ending}"));
            routes.MapMethods($"/coalitions/{{coalition}}/report-versions/{{id:long:min(1)}}{ending}", [HttpMethods.Get, HttpMethods.Head], (long id, HttpContext context, Rooms rooms) => SendVersionAsync(id, ending, context, rooms))
                .WithMetadata(new AccessAttribute(AccessAttribute.Guest, $"/coalitions/{{coalition}}/report-versions/1{ending}"));
        }
    }

    private static async Task SendNowAsync(long id, long report, string ending, HttpContext context, Rooms rooms)
    {
        var (access, cancel) = (context.Access(), context.RequestAborted);
        if (await FollowRows.ReadAsync(rooms.Store, access, id, cancel) is not { } follow || await ReportTaking.NowAsync(rooms, access, follow, report, cancel) is not { } content)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await SendAsync(context, content, null, FormattableString.Invariant($"{content.Data.Kind}-{report}-draft"), ending, rooms);
    }

    private static async Task SendVersionAsync(long id, string ending, HttpContext context, Rooms rooms)
    {
        if (await ReportVersions.ReadAsync(rooms, context.Access(), id, context.RequestAborted) is not { } view)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        DateOnly? released = view.Version.Purpose == ReportVersion.Released ? DateOnly.FromDateTime(view.Version.TakenAt.UtcDateTime) : null;
        await SendAsync(context, view.Content, released, FormattableString.Invariant($"{view.Content.Data.Kind}-version-{id}"), ending, rooms);
    }

    private static Task SendAsync(HttpContext context, ReportContent content, DateOnly? released, string name, string ending, Rooms rooms)
    {
        context.Response.ContentType = ending == ".docx" ? DocxWriter.MediaType : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{context.Access().Slug}-{name}{ending}\"";
        return ReportExport.WriteAsync(context.Response.Body, content, released, ending, code => ReportSources.NameOf(rooms.Store, code, content.Document.Language), rooms.Time.GetUtcNow(), context.RequestAborted);
    }
}
