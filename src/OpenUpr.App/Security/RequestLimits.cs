using OpenUpr.App.Features.Papers;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Evidence;

namespace OpenUpr.App.Security;

/// <summary>Refuses an address that is longer than any form of this site makes, or more files than it takes at once, before anything reads them.</summary>
internal sealed class RequestLimits(RequestDelegate next, EvidenceLimits evidence)
{
    /// <summary>Characters after the question mark, as sent.</summary>
    public const int MaxQueryString = 8_000;

    public Task InvokeAsync(HttpContext context)
    {
        var length = context.Request.QueryString.Value?.Length ?? 0;
        var most = Math.Max(UploadLimits.MaxRequestBytes, evidence.MaxRequestBytes);
        if (HttpMethods.IsPost(context.Request.Method) && context.Request.ContentLength > most)
        {
            return Problem.WriteAsync(context, StatusCodes.Status413PayloadTooLarge, Numbers.Fill(PapersWords.Error_TooLarge, context.Request.ContentLength / UploadLimits.Mega, most / UploadLimits.Mega));
        }

        return length > MaxQueryString
            ? Problem.WriteAsync(context, StatusCodes.Status400BadRequest, Numbers.Fill(Words.Error_AddressTooLong, length, MaxQueryString))
            : next(context);
    }
}
