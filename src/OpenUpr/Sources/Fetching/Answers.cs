using System.Net;
using System.Net.Http.Headers;

namespace OpenUpr.Sources.Fetching;

/// <summary>What the service's status and headers mean, before a byte of the body is read.</summary>
internal static class Answers
{
    /// <summary>The types under which documents are sent; what the body really is, its content says.</summary>
    private static readonly string[] s_documentTypes =
    [
        "application/pdf", "application/x-pdf", "application/msword", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/octet-stream", "application/x-octet-stream", "application/download", "application/force-download", "binary/octet-stream",
    ];

    /// <summary>Null when the body is worth reading.</summary>
    public static Attempt? Judge(HttpResponseMessage response, FetchOptions options, DateTimeOffset now)
    {
        var status = (int)response.StatusCode;
        return response.StatusCode switch
        {
            HttpStatusCode.OK => JudgeHeaders(response.Content.Headers, options),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => Missing($"The service has no such document in this language and form ({status})."),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Blocked($"The service does not let programs in ({status})."),
            HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => Busy(status, RetryAfter(response.Headers.RetryAfter, now), options),
            HttpStatusCode.RequestTimeout or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout =>
                new Attempt(FetchResult.Failed, $"The service has a trouble of its own ({status}). Try again later.", Retry: true),
            _ => new Attempt(FetchResult.Failed, $"The service answered {status}, which says nothing about the document. Check the symbol, and the address if you gave one."),
        };
    }

    public static Attempt Missing(string what) => new(FetchResult.Missing, $"{what} Check the symbol; the document may not be published yet, or not in this language.");

    public static Attempt Blocked(string what) => new(FetchResult.Blocked, $"{what} Open the document in a browser, save it and import the file.");

    private static Attempt? JudgeHeaders(HttpContentHeaders headers, FetchOptions options)
    {
        var type = headers.ContentType?.MediaType;
        if (type is "text/html" or "application/xhtml+xml")
        {
            return null; // A page: for a missing document or to keep programs out. Its words tell which.
        }

        if (type is not null && !s_documentTypes.Contains(type, StringComparer.OrdinalIgnoreCase))
        {
            return new Attempt(FetchResult.Refused, $"The service sent “{Shown(type)}” instead of a document. Open the document in a browser and import the file.");
        }

        return headers.ContentLength > options.MaxBytes ? TooLarge(options) : null;
    }

    public static Attempt TooLarge(FetchOptions options) =>
        new(FetchResult.Refused, $"The file is larger than {options.MaxBytes / 1_048_576.0:0.#} MB, which no paper of a review is. Check the symbol.");

    private static Attempt Busy(int status, TimeSpan? after, FetchOptions options) => after > options.LongestWait
        ? new Attempt(FetchResult.Failed, $"The service asks to be left alone for {Math.Ceiling(after.Value.TotalMinutes):0} minutes ({status}). Try again after that.")
        : new Attempt(FetchResult.Failed, $"The service is too busy ({status}). Try again later.", Retry: true, after);

    /// <summary>RFC 9110, 10.2.3: seconds, or a date.</summary>
    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? header, DateTimeOffset now) => header switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
        _ => null,
    };

    private static string Shown(string type) => type.Length <= 60 ? type : type[..60];
}
