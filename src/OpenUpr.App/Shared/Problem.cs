namespace OpenUpr.App.Shared;

/// <summary>A refusal on its way to the error page, which is the one place that writes it, as a page or as problem details.</summary>
public sealed record Problem(string Detail)
{
    /// <summary>Ends the request with a status and the sentence that explains it; the error page is then run.</summary>
    public static Task WriteAsync(HttpContext context, int status, string detail)
    {
        context.Features.Set(new Problem(detail));
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
