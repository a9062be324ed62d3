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
        routes.MapPost("/sign-in/passkey", (RequestDelegate)UsePasskeyAsync).WithMetadata(new AccessAttribute(AccessAttribute.Public, "/sign-in/passkey") { Method = HttpMethods.Post });
        routes.MapPost("/sign-in/passkey/options", (RequestDelegate)BeginUsingAsync).WithMetadata(new AccessAttribute(AccessAttribute.Public, "/sign-in/passkey/options") { Method = HttpMethods.Post });
        routes.MapPost("/join/{token}/passkey", (RequestDelegate)BeginJoiningAsync).WithMetadata(new AccessAttribute(AccessAttribute.Public, "/join/none/passkey") { Method = HttpMethods.Post });
        routes.MapPost("/account/passkeys/options", (RequestDelegate)BeginMakingAsync).WithMetadata(new AccessAttribute(AccessAttribute.SignedIn, "/account/passkeys/options") { Method = HttpMethods.Post });
        routes.MapGet("/account/data", (RequestDelegate)SendDataAsync).WithMetadata(new AccessAttribute(AccessAttribute.SignedIn, "/account/data"));
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

    private static async Task UsePasskeyAsync(HttpContext context)
    {
        if (!await IsGenuineAsync(context))
        {
            return;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (back, tries) = (ReturnAddress.Safe(form["return"]), context.RequestServices.GetRequiredService<AddressTries>());
        if (tries.IsOver(context) || await context.RequestServices.GetRequiredService<PasskeyDoor>().EndUsingAsync(context, form["answer"]) is not { } account)
        {
            tries.Count(context);
            SeeOther(context, $"/sign-in?failed=passkey&return={Uri.EscapeDataString(back)}");
            return;
        }

        await SessionCookie.BeginAsync(context, account.Id, AccountSessions.ByPasskey);
        SeeOther(context, back);
    }

    private static async Task BeginUsingAsync(HttpContext context)
    {
        if (await IsGenuineAsync(context))
        {
            await SendOptionsAsync(context, await context.RequestServices.GetRequiredService<PasskeyDoor>().BeginUsingAsync(context, null));
        }
    }

    private static async Task BeginJoiningAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var (store, time) = (services.GetRequiredService<Store>(), services.GetRequiredService<TimeProvider>());
        if (!await IsGenuineAsync(context))
        {
            return;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (name, display) = (form["name"].ToString(), form["display"].ToString());
        if (await Invitations.FindAsync(store, time, context.GetRouteValue("token") as string, context.RequestAborted) is null)
        {
            await Problem.WriteAsync(context, StatusCodes.Status404NotFound, AccountWords.Fault_InvitationOver);
            return;
        }

        if ((AccountNames.FindFault(name) ?? AccountNames.FindDisplayFault(display)) is { } fault)
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, AccountFaults.Sentence(fault));
            return;
        }

        var id = await Joining.ReserveIdAsync(store, context.RequestAborted);
        await SendOptionsAsync(context, await services.GetRequiredService<PasskeyDoor>().BeginMakingAsync(context, id, name.Trim(), display.Trim()));
    }

    private static async Task BeginMakingAsync(HttpContext context)
    {
        var services = context.RequestServices;
        if (!await IsGenuineAsync(context) || await SignInWays.ReadAsync(services.GetRequiredService<Store>(), context.SignedIn()!.AccountId, context.RequestAborted) is not { } ways)
        {
            return;
        }

        await SendOptionsAsync(context, await services.GetRequiredService<PasskeyDoor>().BeginMakingAsync(context, ways.Account.Id, ways.Account.SignInName, ways.Account.DisplayName));
    }

    private static async Task SendDataAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"account.json\"";
        using var file = new MemoryStream();
        await AccountExport.WriteAsync(context.RequestServices.GetRequiredService<Store>(), context.SignedIn()!.AccountId, file, context.RequestAborted);
        await context.Response.Body.WriteAsync(file.GetBuffer().AsMemory(0, (int)file.Length), context.RequestAborted);
    }

    private static Task SendOptionsAsync(HttpContext context, string json)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json, context.RequestAborted);
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
        // The token alone could come in a header, with a body that is no form.
        try
        {
            if (context.Request.HasFormContentType && await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
            {
                return true;
            }
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException or AntiforgeryValidationException)
        {
            // A form that cannot be read has no token.
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
