using OpenUpr.Accounts;
using OpenUpr.Storage;

namespace OpenUpr.App.Security;

/// <summary>
/// The cookie of a session. It ends with the browser; scripts cannot read it; other sites' forms and pictures do not send it (Lax: a link
/// from a message still leads in; Strict would show the sign-in page to everyone who follows one). On TLS its name binds it to this very host.
/// </summary>
internal static class SessionCookie
{
    public const string OnTls = "__Host-openupr";
    public const string OnHttp = "openupr";

    public static string? Read(HttpRequest request) => request.Cookies[NameFor(request)];

    public static void Write(HttpContext context, string token) => context.Response.Cookies.Append(NameFor(context.Request), token, Options(context.Request));

    public static void Delete(HttpContext context) => context.Response.Cookies.Delete(NameFor(context.Request), Options(context.Request));

    /// <summary>Begins a session under a new token, whatever the browser sent before, and ends the one that it had.</summary>
    public static async Task BeginAsync(HttpContext context, long accountId, string method)
    {
        var services = context.RequestServices;
        var (store, time) = (services.GetRequiredService<Store>(), services.GetRequiredService<TimeProvider>());
        if (context.SignedIn() is { } before)
        {
            await AccountSessions.EndAsync(store, before.AccountId, before.SignInId, context.RequestAborted);
        }

        Write(context, await AccountSessions.BeginAsync(store, time, accountId, method, DeviceName.Of(context.Request.Headers.UserAgent), context.RequestAborted));
    }

    private static string NameFor(HttpRequest request) => request.IsHttps ? OnTls : OnHttp;

    private static CookieOptions Options(HttpRequest request) => new() { HttpOnly = true, Secure = request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}
