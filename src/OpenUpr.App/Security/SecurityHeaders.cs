using OpenUpr.App.Features.Api;

namespace OpenUpr.App.Security;

/// <summary>The headers of every answer: nothing from elsewhere, nothing told to elsewhere, no frame, no device.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, CrossOrigin crossOrigin)
{
    private const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        // At the start of the answer: an error page begins with cleared headers and must have them too.
        context.Response.OnStarting(() => Add(context));
        return next(context);
    }

    private Task Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = Policy;
        }

        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = crossOrigin.Any && IsOpenData(context.Request.Path) ? "cross-origin" : "same-origin";
        if (context.Request.IsHttps)
        {
            // A year, and for this host alone: what else its domain serves is not this site's to decide.
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        if (AccessGate.IsPrivate(context.Request.Path) || context.Request.Path.StartsWithSegments("/sign-in") || context.Request.Path.StartsWithSegments("/join"))
        {
            headers.CacheControl = "no-store";
            headers.XFrameOptions = "DENY";
            headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        }

        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-cache";
        }

        return Task.CompletedTask;
    }

    /// <summary>The API and the files of public data are for anyone's programs; pages, style sheets and scripts are the site's own.</summary>
    private static bool IsOpenData(PathString path) => ApiCatalogue.Holds(path) || (Path.HasExtension(path.Value) && !path.StartsWithSegments("/assets"));
}
