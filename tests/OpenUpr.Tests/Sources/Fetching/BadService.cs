using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OpenUpr.Tests.Sources.Fetching;

/// <summary>A document service on a free loopback port that sends exactly the bytes it is told to, however wrong they are. One script a request; the last one goes on.</summary>
internal sealed class BadService : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly IReadOnlyList<Func<NetworkStream, CancellationToken, Task>> _answers;
    private readonly Task _serving;

    public BadService(params IReadOnlyList<Func<NetworkStream, CancellationToken, Task>> answers)
    {
        _answers = answers;
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>The head of every request, in order.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>A whole answer. Headers are lines; the length is the body's own unless a header names one.</summary>
    public static Func<NetworkStream, CancellationToken, Task> Answer(string status, string headers, byte[] body) => (stream, cancel) =>
    {
        var own = headers.Contains("Content-Length", StringComparison.Ordinal) || headers.Contains("Transfer-Encoding", StringComparison.Ordinal) || headers.Contains("Connection: close", StringComparison.Ordinal);
        var head = $"HTTP/1.1 {status}\r\n{headers}{(own ? "" : $"Content-Length: {body.Length}\r\n")}\r\n";
        return stream.WriteAsync((byte[])[.. Encoding.Latin1.GetBytes(head), .. body], cancel).AsTask();
    };

    public static Func<NetworkStream, CancellationToken, Task> Pdf(byte[] body, string headers = "") => Answer("200 OK", $"Content-Type: application/pdf\r\n{headers}", body);

    /// <summary>Sends some bytes and then, step by step, nothing (or more of the same), while the clock goes on until the reader has had enough.</summary>
    public static Func<NetworkStream, CancellationToken, Task> Slow(TestClock clock, TimeSpan step, byte[] first, byte[] then) => async (stream, cancel) =>
    {
        await stream.WriteAsync(first, cancel);
        while (!cancel.IsCancellationRequested && IsOpen(stream.Socket))
        {
            await stream.WriteAsync(then, cancel);
            await Task.Delay(5, cancel);
            clock.Advance(step);
        }
    };

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _serving;
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await ServeAsync(client.GetStream());
            }
        }
        catch (Exception) when (_end.IsCancellationRequested)
        {
            // The test is over; the listener may be gone before it was asked to listen again.
        }
    }

    /// <summary>Every connection carries one answer, so that broken lengths cannot disturb the next.</summary>
    private async Task ServeAsync(NetworkStream stream)
    {
        try
        {
            var head = new StringBuilder();
            var buffer = new byte[4096];
            while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
            {
                var read = await stream.ReadAsync(buffer, _end.Token);
                if (read == 0)
                {
                    return;
                }

                head.Append(Encoding.Latin1.GetString(buffer, 0, read));
            }

            Requests.Add(head.ToString());
            await _answers[Math.Min(Requests.Count, _answers.Count) - 1](stream, _end.Token);
        }
        catch (IOException)
        {
            // The reader hung up.
        }
    }

    private static bool IsOpen(Socket socket) => !(socket.Poll(0, SelectMode.SelectRead) && socket.Available == 0);
}
