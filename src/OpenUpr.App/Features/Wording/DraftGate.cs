using OpenUpr.App.Features.Check;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;

namespace OpenUpr.App.Features.Wording;

/// <summary>
/// What stands in front of the form for drafts. It changes nothing and the public site has no cookies, so there is no token to check: the
/// browser says instead whether the form stood on a page of this site. Nothing of an answer is kept by anyone on the way.
/// </summary>
internal sealed class DraftGate(RequestDelegate next, RateLimits limits)
{
    public const string Address = "/wording";

    /// <summary>Takes a sentence too, to read its issues.</summary>
    private const string Targets = "/targets";

    /// <summary>Takes a file, to hold it against the rules.</summary>
    private const string Check = "/check";

    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !TakesDrafts(context.Request.Path))
        {
            await next(context);
            return;
        }

        context.Response.OnStarting(() => Add(context));
        if (!IsOwn(context.Request))
        {
            await Problem.WriteAsync(context, StatusCodes.Status403Forbidden, WordingWords.Error_Origin);
        }
        else if (context.Request.Path.Equals(Check, StringComparison.OrdinalIgnoreCase) && context.Request.ContentLength > CheckLimits.MaxRequestBytes)
        {
            await Problem.WriteAsync(context, StatusCodes.Status413PayloadTooLarge, CheckText.TooLarge(context.Request.ContentLength.Value));
        }
        else if (await limits.TryTakeAsync(RateRule.Drafts, context))
        {
            await next(context);
        }
    }

    private static bool TakesDrafts(PathString path) => new[] { Address, Targets, Check }.Any(a => path.Equals(a, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// False where the browser says that another site sends the form. A browser on plain http says nothing, and with our referrer policy its
    /// origin is "null": such a form is answered, because it can change nothing and its answer is shown to nobody else.
    /// </summary>
    private static bool IsOwn(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return site.Length > 0 ? site is "same-origin" or "none"
            : origin is "" or "null" || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }

    private static Task Add(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Features.Get<RateState>()?.WriteTo(context.Response.Headers);
        return Task.CompletedTask;
    }
}
