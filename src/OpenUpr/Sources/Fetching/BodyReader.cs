using System.Text;

namespace OpenUpr.Sources.Fetching;

/// <summary>Takes an answer's body to a file, within limits of size and time.</summary>
internal static class BodyReader
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Null when the whole body is in the file.</summary>
    /// <param name="stall">Cancelled when the next piece does not come in time; set forward with every piece.</param>
    public static async Task<Attempt?> SaveAsync(HttpContent content, Stream file, FetchOptions options, CancellationTokenSource stall)
    {
        await using var body = await content.ReadAsStreamAsync(stall.Token);
        var buffer = new byte[BufferSize];
        for (long total = 0; ;)
        {
            stall.CancelAfter(options.StallTimeout);
            var read = await body.ReadAsync(buffer, stall.Token);
            if (read == 0)
            {
                return total == 0 ? new Attempt(FetchResult.Failed, "The service sent an empty file. Try again later.", Retry: true) : null;
            }

            total += read;
            if (total > options.MaxBytes)
            {
                return Answers.TooLarge(options);
            }

            await file.WriteAsync(buffer.AsMemory(0, read), stall.Token);
        }
    }

    /// <summary>The beginning of a page, for its words.</summary>
    public static async Task<string> ReadPageAsync(HttpContent content, FetchOptions options, CancellationTokenSource stall)
    {
        await using var body = await content.ReadAsStreamAsync(stall.Token);
        var buffer = new byte[WebPage.Looked];
        stall.CancelAfter(options.StallTimeout);
        var read = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, stall.Token);
        return Encoding.Latin1.GetString(buffer, 0, read);
    }
}
