namespace OpenUpr.App.Shared;

/// <summary>Why a request is refused, in a sentence for the reader.</summary>
public sealed record Problem(string Detail)
{
    /// <summary>Ends the request with a status and the sentence that explains it; <see cref="ErrorAnswer"/> then writes it.</summary>
    public static Task WriteAsync(HttpContext context, int status, string detail)
    {
        context.Features.Set(new Problem(detail));
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
