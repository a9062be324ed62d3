using System.Globalization;
using System.Security.Claims;
using OpenUpr.Accounts;
using OpenUpr.App.Features.Api;
using OpenUpr.Storage;

namespace OpenUpr.App.Security;

/// <summary>Finds out who asks, once for each request that carries the cookie and can use the answer.</summary>
internal sealed class SessionMiddleware(RequestDelegate next, Store store, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (SessionCookie.Read(context.Request) is { } token && !IsForAnyone(context.Request.Path))
        {
            if (await FindAsync(context, token) is { } session)
            {
                var account = session.Account;
                context.Features.Set(new SignedIn(account.Id, session.SignIn.Id, account.DisplayName, account.IsOperator, account.IsCurator, session.SignIn.ProvedAt) { MustFinish = account is { PasswordHash: not null, TotpIsOn: false } });

                // A form's token is then good for this account alone.
                context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, account.Id.ToString(CultureInfo.InvariantCulture))], "session"));

                // What is drawn for a person is never kept: not by a proxy, and not by the browser that somebody else opens next.
                context.Response.Headers.CacheControl = "no-store";
            }
        }

        await next(context);
    }

    /// <summary>While the database is away, public pages go on for everyone as for strangers; private ones fail.</summary>
    private async Task<OpenSession?> FindAsync(HttpContext context, string token)
    {
        try
        {
            return await AccountSessions.FindAsync(store, time, token, context.RequestAborted);
        }
        catch (Exception e) when (StoreException.DatabaseFailure(e) is not null && !AccessGate.IsPrivate(context.Request.Path))
        {
            return null;
        }
    }

    private static bool IsForAnyone(PathString path) => path.StartsWithSegments("/assets") || ApiCatalogue.Holds(path) || path == "/health";
}
