using System.Diagnostics;

namespace OpenUpr.Benchmarks.Crash;

/// <summary>
/// Runs the full disk on a disk of a few megabytes that exists in this run alone: a tmpfs in a namespace of its own (unshare of util-linux), which needs no rights and
/// is gone afterwards.
/// </summary>
internal static class SmallDisk
{
    /// <param name="folder">An empty folder, over which the disk is laid.</param>
    /// <param name="rest">Further arguments of the run.</param>
    public static async Task<int> RunAsync(string folder, int megas, IEnumerable<string> rest)
    {
        Directory.CreateDirectory(folder);
        string[] run = ["dotnet", Environment.GetCommandLineArgs()[0], "crash", "--run", "full", "--data", Path.Combine(folder, "data"), "--ballast", Path.Combine(folder, "ballast"), .. rest];
        var start = new ProcessStartInfo("unshare");
        foreach (var arg in new[] { "--map-root-user", "--mount", "bash", "-c", "mount -t tmpfs -o size=\"$1m\" tmpfs \"$2\" && shift 2 && exec \"$@\"", "small-disk", $"{megas}", folder }.Concat(run))
        {
            start.ArgumentList.Add(arg);
        }

        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
