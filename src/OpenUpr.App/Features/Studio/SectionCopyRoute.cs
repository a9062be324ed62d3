using OpenUpr.App.Features.Drafting;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Studio;

namespace OpenUpr.App.Features.Studio;

/// <summary>Where the form of a section sends what is typed, every few seconds, before anybody sends the form itself.</summary>
internal static class SectionCopyRoute
{
    private const string Path = "/coalitions/{coalition}/studio/{id:long:min(1)}/sections/{section:long:min(1)}/copy";

    public static void MapSectionCopies(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, KeepAsync).WithMetadata(new AccessAttribute(AccessAttribute.Contributor, "/coalitions/{coalition}/studio/1/sections/1/copy") { Method = HttpMethods.Post });

    private static Task KeepAsync(long id, long section, HttpContext context, Rooms rooms) =>
        DraftCopyRoute.AnswerAsync(context, (access, wish) => SectionCopies.KeepAsync(rooms, access, id, section, wish, context.RequestAborted));
}
