using System.Globalization;

namespace OpenUpr.Sources.Fetching;

/// <summary>
/// Fetches documents by symbol and language from the United Nations' document service into a folder. One request at a time, with
/// pauses. A file appears under its name only when it is complete and is what was asked for. Not for several threads at once.
/// </summary>
public sealed class DocumentFetcher(FetchOptions options, TimeProvider time) : IDisposable
{
    private readonly ServiceClient _client = new(options, time);

    /// <summary>Fetches one document. All that can go wrong at the service is an outcome.</summary>
    /// <param name="folder">Made where there is none. A file of the same name is replaced.</param>
    /// <param name="waiting">Told why and how long before each wait for another attempt.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written.</exception>
    public async Task<FetchOutcome> FetchAsync(FetchRequest request, string folder, Action<string, TimeSpan>? waiting = null, CancellationToken cancel = default)
    {
        Directory.CreateDirectory(folder);
        var part = Path.Combine(folder, $"{request.FileName}.{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}.part");
        var (attempts, last) = (0, (Attempt?)null);
        try
        {
            foreach (var type in request.ServiceTypes)
            {
                for (var tried = 1; ; tried++)
                {
                    attempts++;
                    last = await TryAsync(Address(request, type), part, request.Type, cancel);
                    if (!last.Retry || tried == options.Attempts)
                    {
                        break;
                    }

                    var wait = last.After is { } asked && asked > Backoff(tried) ? asked : Backoff(tried);
                    waiting?.Invoke(last.Message, wait);
                    await Task.Delay(wait, time, cancel);
                }

                // Older documents have the older form only.
                if (last.Result != FetchResult.Missing)
                {
                    break;
                }
            }

            return Finish(request, folder, part, last!, attempts);
        }
        finally
        {
            File.Delete(part);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<Attempt> TryAsync(Uri address, string part, FetchType wanted, CancellationToken cancel)
    {
        Attempt attempt;
        await using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            attempt = await _client.AskAsync(address, file, cancel);
            if (attempt.Result == FetchResult.Fetched)
            {
                file.Flush(flushToDisk: true);
            }
        }

        return attempt.Result == FetchResult.Fetched ? FileCheck.Judge(part, wanted) : attempt;
    }

    private static FetchOutcome Finish(FetchRequest request, string folder, string part, Attempt last, int attempts)
    {
        if (last.Result != FetchResult.Fetched)
        {
            return new FetchOutcome(request, last.Result, last.Message, attempts);
        }

        var path = Path.Combine(folder, request.FileName + last.Ending);
        var bytes = new FileInfo(part).Length;
        File.Move(part, path, overwrite: true);
        return new FetchOutcome(request, FetchResult.Fetched, last.Message, attempts) { Path = path, Bytes = bytes };
    }

    private Uri Address(FetchRequest request, string type) =>
        new(options.From, $"/api/symbol/access?s={Uri.EscapeDataString(request.Symbol.Text)}&l={request.Language}&t={type}");

    private TimeSpan Backoff(int tried) => options.FirstBackoff * Math.Pow(2, tried - 1) * (0.5 + (options.Chance.NextDouble() / 2));
}
