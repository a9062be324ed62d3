using System.Diagnostics;
using System.Net.Sockets;

namespace OpenUpr.Benchmarks.Site;

/// <summary>A web server in a process of its own, on a free port, stopped when it is disposed of.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly HttpClient _client;

    private ServerProcess(Process process, HttpClient client, double secondsToFirstPage) => (_process, _client, SecondsToFirstPage) = (process, client, secondsToFirstPage);

    /// <summary>From the start of the process to the last byte of the first page.</summary>
    public double SecondsToFirstPage { get; }

    public Uri Address => _client.BaseAddress!;

    public double ResidentMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    /// <param name="command">A .dll, by its path or beside this program, and its arguments; the address to listen on is added as the last.</param>
    public static async Task<ServerProcess> StartAsync(string[] command, string firstPage)
    {
        var address = $"http://localhost:{FreePort()}";
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, command[0]));
        foreach (var argument in command[1..].Append(address))
        {
            start.ArgumentList.Add(argument);
        }

        var clock = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        var client = new HttpClient { BaseAddress = new Uri(address) };
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(firstPage);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
                return new ServerProcess(process, client, Stopwatch.GetElapsedTime(clock).TotalSeconds);
            }
            catch (HttpRequestException) when (!process.HasExited && Stopwatch.GetElapsedTime(clock) < s_patience)
            {
                await Task.Delay(5);
            }
        }
    }

    public async Task<byte[]> GetAsync(string address, string? encoding = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (encoding is not null)
        {
            request.Headers.AcceptEncoding.ParseAdd(encoding);
        }

        using var answer = await _client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync();
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _client.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
