using OpenUpr.App.Security;

namespace OpenUpr.App.Features.Api;

/// <summary>
/// What stands in front of every address of the API: programs of other origins may read it (nothing of it is private and no cookie
/// counts) where <see cref="CrossOrigin"/> says so, and nobody may ask too often.
/// </summary>
internal sealed class ApiGate(RequestDelegate next, RateLimits limits, CrossOrigin crossOrigin)
{
    private const string Readable = "ETag, Link, Last-Modified, Content-Disposition, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After";

    public async Task InvokeAsync(HttpContext context)
    {
        if (!ApiCatalogue.Holds(context.Request.Path))
        {
            await next(context);
            return;
        }

        // At the start of the answer: an error begins with cleared headers and must have them too.
        context.Response.OnStarting(() => Add(context));
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            AnswerPreflight(context.Response);
        }
        else if (await limits.TryTakeAsync(RateRule.Api, context))
        {
            await next(context);
        }
    }

    private static void AnswerPreflight(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers.Allow = "GET, HEAD, OPTIONS";
        response.Headers.AccessControlAllowMethods = "GET, HEAD, OPTIONS";
        response.Headers.AccessControlAllowHeaders = "Accept, Accept-Language, If-None-Match, If-Modified-Since, Content-Type";
        response.Headers.AccessControlMaxAge = "86400";
    }

    private Task Add(HttpContext context)
    {
        if (crossOrigin.Allowed(context.Request.Headers.Origin) is { } allowed)
        {
            context.Response.Headers.AccessControlAllowOrigin = allowed;
        }

        if (!crossOrigin.Any)
        {
            context.Response.Headers.Append("Vary", "Origin");
        }

        context.Response.Headers.AccessControlExposeHeaders = Readable;
        context.Features.Get<RateState>()?.WriteTo(context.Response.Headers);
        return Task.CompletedTask;
    }
}
