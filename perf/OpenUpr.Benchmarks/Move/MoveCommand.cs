using System.Diagnostics;
using System.Globalization;

namespace OpenUpr.Benchmarks.Move;

/// <summary>A process that is measured, and can be killed in the middle.</summary>
internal static class MoveCommand
{
    /// <summary>How a process ended.</summary>
    /// <param name="PeakMegas">The most memory that it held (VmHWM), in MB; 0 where it was not asked.</param>
    /// <param name="WasKilled">Whether the moment came before its end.</param>
    public sealed record Done(int Exit, double Seconds, double PeakMegas, string Words, bool WasKilled);

    /// <param name="killAfter">When it is killed with signal 9; null to let it end.</param>
    public static async Task<Done> OpenUprAsync(IEnumerable<string> args, TimeSpan? killAfter = null)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "openupr.dll"));
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        start.Environment["OPENUPR_BACKUP_PASSPHRASE"] = "words of a run that moves things";
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var (data, words) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var (peak, wasKilled) = (0.0, false);
        while (!process.HasExited)
        {
            peak = Math.Max(peak, Peak(process.Id));
            if (clock.Elapsed > killAfter && !wasKilled)
            {
                process.Kill();
                wasKilled = true;
            }

            await Task.Delay(20);
        }

        return new Done(process.ExitCode, clock.Elapsed.TotalSeconds, peak, (await words + await data).Trim(), wasKilled && process.ExitCode != 0);
    }

    /// <summary>A plain copy, for comparison.</summary>
    public static async Task<Done> ShellAsync(string command)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start("bash", ["-o", "pipefail", "-c", command])!;
        await process.WaitForExitAsync();
        return new Done(process.ExitCode, clock.Elapsed.TotalSeconds, 0, command, false);
    }

    private static double Peak(int id)
    {
        try
        {
            return File.ReadLines($"/proc/{id}/status").FirstOrDefault(l => l.StartsWith("VmHWM", StringComparison.Ordinal)) is { } line
                ? double.Parse(line.Split(':')[1].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024 : 0;
        }
        catch (IOException)
        {
            // It ended between the question and the answer.
            return 0;
        }
    }
}
