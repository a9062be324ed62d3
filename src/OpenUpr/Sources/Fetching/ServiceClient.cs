using System.Net;

namespace OpenUpr.Sources.Fetching;

/// <summary>One polite request at a time to the document service. Redirects are followed by hand, because only some of them may be.</summary>
internal sealed class ServiceClient : IDisposable
{
    private const int MaxRedirects = 5;
    private const string UnitedNationsDomain = "un.org";

    private readonly FetchOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;
    private long? _lastRequest;

    public ServiceClient(FetchOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = options.ConnectTimeout,
            MaxConnectionsPerServer = 1,
            UseCookies = false,
        })
        {
            // Ours are kept by the injected clock.
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd($"OpenUPR/{typeof(ServiceClient).Assembly.GetName().Version!.ToString(3)}");
        _http.DefaultRequestHeaders.Accept.ParseAdd("application/pdf, application/msword, application/vnd.openxmlformats-officedocument.wordprocessingml.document, */*;q=0.1");
    }

    /// <summary>Asks once and puts the body into the file.</summary>
    public async Task<Attempt> AskAsync(Uri address, Stream file, CancellationToken cancel)
    {
        await PauseAsync(cancel);
        using var whole = new CancellationTokenSource(_options.WholeTimeout, _time);
        using var stall = new CancellationTokenSource(_options.StallTimeout, _time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(cancel, whole.Token);
        await using var link = any.Token.UnsafeRegister(static s => ((CancellationTokenSource)s!).Cancel(), stall);
        try
        {
            return await FollowAsync(address, file, stall);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            var (limit, what) = whole.IsCancellationRequested ? (_options.WholeTimeout, "was not done after") : (_options.StallTimeout, "sent nothing for");
            return new Attempt(FetchResult.Failed, $"The service {what} {limit.TotalSeconds:0} seconds. Try again later.", Retry: true);
        }
        catch (HttpRequestException e)
        {
            return new Attempt(FetchResult.Failed, $"The service cannot be reached, or broke off: {e.Message} Check the connection and try again.", Retry: true);
        }
        catch (Exception e) when (e is HttpIOException or InvalidDataException || (e is IOException && e.InnerException is System.Net.Sockets.SocketException or HttpIOException))
        {
            // Cut short, or compressed data that is none.
            return new Attempt(FetchResult.Failed, "The service broke off in the middle of the document. Try again later.", Retry: true);
        }
        finally
        {
            _lastRequest = _time.GetTimestamp();
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task PauseAsync(CancellationToken cancel)
    {
        if (_lastRequest is { } last && _options.Pause - _time.GetElapsedTime(last) is var rest && rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, _time, cancel);
        }
    }

    private async Task<Attempt> FollowAsync(Uri address, Stream file, CancellationTokenSource stall)
    {
        for (var redirects = 0; redirects <= MaxRedirects; redirects++)
        {
            stall.CancelAfter(_options.StallTimeout);
            using var response = await _http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, stall.Token);
            if (!IsRedirect(response))
            {
                return await TakeAsync(response, file, stall);
            }

            if (response.Headers.Location is not { } location || !Uri.TryCreate(address, location, out var next))
            {
                return new Attempt(FetchResult.Failed, "The service points to another address without naming it. Open the document in a browser and import the file.");
            }

            if (!IsTrusted(next))
            {
                return new Attempt(FetchResult.Refused, $"The service points to {next.Scheme}://{next.Host}, which is not a safe address of the United Nations. Open the document in a browser and import the file.");
            }

            address = next;
        }

        return new Attempt(FetchResult.Failed, "The service sends from one address to another without end. Open the document in a browser and import the file.");
    }

    private async Task<Attempt> TakeAsync(HttpResponseMessage response, Stream file, CancellationTokenSource stall)
    {
        if (Answers.Judge(response, _options, _time.GetUtcNow()) is { } judged)
        {
            return judged;
        }

        if (response.Content.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml")
        {
            return WebPage.Judge(await BodyReader.ReadPageAsync(response.Content, _options, stall));
        }

        return await BodyReader.SaveAsync(response.Content, file, _options, stall) ?? Attempt.Got;
    }

    private static bool IsRedirect(HttpResponseMessage response) => (int)response.StatusCode is 301 or 302 or 303 or 307 or 308;

    /// <summary>The place that was asked itself, or a host of the United Nations over TLS.</summary>
    private bool IsTrusted(Uri address) =>
        (address.Scheme == _options.From.Scheme && address.Authority.Equals(_options.From.Authority, StringComparison.OrdinalIgnoreCase))
        || (address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort
            && (address.Host.Equals(UnitedNationsDomain, StringComparison.OrdinalIgnoreCase) || address.Host.EndsWith("." + UnitedNationsDomain, StringComparison.OrdinalIgnoreCase)));
}
