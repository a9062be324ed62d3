using System.Globalization;
using OpenUpr.App.Features.Accounts;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;

namespace OpenUpr.App.Features.Drafting;

/// <summary>Where the form of a draft sends what is typed, every few seconds, before anybody sends the form itself.</summary>
internal static class DraftCopyRoute
{
    private const string Path = "/coalitions/{coalition}/drafts/{id:long:min(1)}/copy";

    public static void MapDraftCopies(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, KeepAsync).WithMetadata(new AccessAttribute(AccessAttribute.Contributor, "/coalitions/{coalition}/drafts/1/copy") { Method = HttpMethods.Post });

    /// <summary>Answers a form that sends what stands in it: 204 where it is kept; 409 where somebody else is signed in than the page was made for; 404 where there is nothing to write.</summary>
    internal static async Task AnswerAsync(HttpContext context, Func<CoalitionAccess, CopyWish, Task<bool>> keep)
    {
        if (!await AccountRoutes.IsGenuineAsync(context))
        {
            return;
        }

        var (access, form) = (context.Access(), context.Request.Form);
        if (form["me"] != access.MemberId?.ToString(CultureInfo.InvariantCulture))
        {
            context.Response.StatusCode = form["me"].Count == 0 ? StatusCodes.Status404NotFound : StatusCodes.Status409Conflict;
            return;
        }

        var kept = int.TryParse(form["number"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && long.TryParse(form["sequence"], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            && await keep(access, new CopyWish(number, form["draft"], form["note"], form["client"], sequence));
        context.Response.StatusCode = kept ? StatusCodes.Status204NoContent : StatusCodes.Status404NotFound;
    }

    private static Task KeepAsync(long id, HttpContext context, Rooms rooms) => AnswerAsync(context, (access, wish) => DraftCopies.KeepAsync(rooms, access, id, wish, context.RequestAborted));
}
