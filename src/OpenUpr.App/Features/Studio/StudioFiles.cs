using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Drafting.Studio;
using OpenUpr.Export.Docx;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Studio;

/// <summary>A document as the Word file that is handed over. Nothing of versions, checks or who wrote it is in it.</summary>
internal static class StudioFiles
{
    public static void MapStudioFiles(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/coalitions/{coalition}/studio/{id:long:min(1)}.docx", [HttpMethods.Get, HttpMethods.Head], SendAsync)
            .WithMetadata(new AccessAttribute(AccessAttribute.Observer, "/coalitions/{coalition}/studio/1.docx"));

    private static async Task SendAsync(long id, HttpContext context, Store store)
    {
        var (access, cancel) = (context.Access(), context.RequestAborted);
        if (await StudioRows.ReadAsync(store, access, id, cancel) is not { } view)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = DocxWriter.MediaType;
        context.Response.Headers.ContentDisposition = FormattableString.Invariant($"attachment; filename=\"{access.Slug}-{view.Document.Kind}-{id}.docx\"");
        await context.Response.Body.WriteAsync(StudioDocx.Write(Composer.Compose(await StudioSources.ReadAsync(store, access, view, cancel))), cancel);
    }
}
