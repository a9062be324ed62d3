using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>Answers of the rooms that are no pages.</summary>
internal static class CoalitionRoutes
{
    public static void MapCoalitions(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/coalitions/{coalition}/organisations/{id:long:min(1)}/logo", [HttpMethods.Get, HttpMethods.Head], LogoAsync)
            .WithMetadata(new AccessAttribute(AccessAttribute.Observer, "/coalitions/{coalition}/organisations/1/logo"));

    /// <summary>The picture under the kind that its content showed when it came, and nothing that a browser could run.</summary>
    private static async Task<IResult> LogoAsync(long id, HttpContext context, Store store)
    {
        if (await MemberOrganisations.FindAsync(store, context.Access(), id, context.RequestAborted) is not { Logo: { } logo, LogoType: { } type })
        {
            return Results.NotFound();
        }

        context.Response.Headers.ContentDisposition = "inline; filename=\"logo\"";
        return Results.Bytes(logo, type);
    }
}
