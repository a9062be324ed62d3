using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using OpenUpr.Accounts;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Accounts;

/// <summary>What forms of the account's pages send that has no page of its own.</summary>
internal static class AccountRoutes
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sign-in/demo", (RequestDelegate)EnterDemoAsync).WithMetadata(new AccessAttribute(AccessAttribute.Public, "/sign-in/demo") { Method = HttpMethods.Post });
        routes.MapPost("/sign-out", (RequestDelegate)SignOutAsync).WithMetadata(new AccessAttribute(AccessAttribute.Public, "/sign-out") { Method = HttpMethods.Post });
    }

    private static async Task EnterDemoAsync(HttpContext context)
    {
        if (!await IsGenuineAsync(context))
        {
            return;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!long.TryParse(form["account"], NumberStyles.None, CultureInfo.InvariantCulture, out var account)
            || !await context.RequestServices.GetRequiredService<DemoDoor>().MayEnterAsync(context, account))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await SessionCookie.BeginAsync(context, account, AccountSessions.ByDemo);
        SeeOther(context, ReturnAddress.Safe(form["return"]));
    }

    private static async Task SignOutAsync(HttpContext context)
    {
        if (!await IsGenuineAsync(context))
        {
            return;
        }

        if (context.SignedIn() is { } person)
        {
            await AccountSessions.EndAsync(context.RequestServices.GetRequiredService<Store>(), person.AccountId, person.SignInId, context.RequestAborted);
        }

        SessionCookie.Delete(context);
        SeeOther(context, "/");
    }

    /// <summary>Whether the form stood on a page of this site; where not, says so.</summary>
    internal static async Task<bool> IsGenuineAsync(HttpContext context)
    {
        if (await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
        {
            return true;
        }

        await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, PapersWords.Error_StaleForm);
        return false;
    }

    internal static void SeeOther(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
    }
}
