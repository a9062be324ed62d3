using OpenUpr.App.Features.Actions;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Export.Docx;
using OpenUpr.FollowUp;
using OpenUpr.FollowUp.Mechanism;

namespace OpenUpr.App.Features.Mechanism;

/// <summary>The notice to a body as a Word file; without a body those to all that are late.</summary>
internal static class MechanismFiles
{
    public static void MapMechanismFiles(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/coalitions/{coalition}/follow-up/{id:long:min(1)}/mechanism/notice.docx", [HttpMethods.Get, HttpMethods.Head], (long id, string? body, HttpContext context, Rooms rooms) => SendAsync(id, body, context, rooms))
            .WithMetadata(new AccessAttribute(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/mechanism/notice.docx"));

    private static async Task SendAsync(long id, string? body, HttpContext context, Rooms rooms)
    {
        var (access, cancel) = (context.Access(), context.RequestAborted);
        if (await FollowRows.ReadAsync(rooms.Store, access, id, cancel) is not { } follow
            || await MechanismRows.ReadAsync(rooms, access, follow, cancel) is var view && view.Bodies.Where(b => b.IsOverdue && (body is null || b.Name == body)).ToList() is var lines && body is not null && lines.Count == 0)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var names = await ReferenceNames.OfAsync(rooms.Store, access, cancel);
        using var docx = new DocxWriter(names.Language);
        docx.Title(MechanismWords.Notice_Title);
        foreach (var paragraph in lines.SelectMany(l => NoticeText.Of(l, view, Numbers.Fill(FollowUpWords.Review_Name, names.State(follow.Review.State), follow.Review.Session), rooms.Today)))
        {
            docx.Paragraph(new DocxRun(paragraph));
        }

        context.Response.ContentType = DocxWriter.MediaType;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{access.Slug}-notice-{FormattableString.Invariant($"{id}")}.docx\"";
        await context.Response.Body.WriteAsync(docx.Finish(), cancel);
    }
}
