using System.Diagnostics;
using System.Net;

namespace OpenUpr.Benchmarks.Crash;

/// <summary>The real program, serving the demonstration from a folder or a database of its own; killed and started again as the run wants.</summary>
internal sealed class CrashSite(string folder, string? database, int port) : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(5) };
    private Process? _process;

    public string Folder => folder;

    public Uri Address { get; } = new($"http://127.0.0.1:{port}");

    /// <summary>Starts the program and waits until it says that it is well; the seconds that took.</summary>
    public async Task<double> StartAsync()
    {
        var clock = Stopwatch.StartNew();
        _process = Launch(["serve", "--demo", "--key-file", KeyFile, "--api-rate", "0", "--urls", Address.ToString(), .. Store()]);
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        while (await HealthAsync() != HttpStatusCode.OK)
        {
            if (_process.HasExited || clock.Elapsed > s_patience)
            {
                throw new InvalidOperationException($"The site does not come up; see {LogFile}.");
            }

            await Task.Delay(50);
        }

        return clock.Elapsed.TotalSeconds;
    }

    /// <summary>kill -9: nothing of the program runs any more, not even to say good-bye.</summary>
    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Runs another command on the same store.</summary>
    public async Task<(int Exit, string Words)> RunAsync(params string[] args)
    {
        using var process = Launch([.. args, .. Store()]);
        var (data, words) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, (await words + await data).Trim());
    }

    public Task<(int Exit, string Words)> VerifyAuditAsync() => RunAsync("audit", "verify", "--key-file", KeyFile);

    public string KeyFile => folder.TrimEnd('/') + ".key";

    /// <summary>Not beside the data: the disk there may be full.</summary>
    public string LogFile { get; } = Path.Combine(Path.GetTempPath(), $"openupr-crash-{port}.log");

    public async Task<HttpStatusCode?> HealthAsync()
    {
        try
        {
            using var answer = await _client.GetAsync(new Uri(Address, "/health"));
            return answer.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        if (_process is not null)
        {
            Kill();
        }

        _client.Dispose();
    }

    private string[] Store() => database is null ? ["--data", folder] : ["--data", folder, "--database", database];

    private static Process Launch(string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "openupr.dll"));
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        start.Environment["OPENUPR_BACKUP_PASSPHRASE"] = "words of a run that breaks things";
        return Process.Start(start)!;
    }

    private void Note(string? line)
    {
        if (line is not null)
        {
            File.AppendAllText(LogFile, line + "\n");
        }
    }
}
