using System.Diagnostics;

namespace OpenUpr.Tests.Cli;

/// <summary>Runs the real program in a process of its own, as a script would.</summary>
internal static class Binary
{
    /// <summary>Long enough for a slow machine; a program that hangs must not hang the tests.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>The program's own file: the test project refers to it, so it lies beside the tests.</summary>
    public static string Path { get; } = typeof(global::OpenUpr.App.Cli.CommandLine).Assembly.Location;

    public static async Task<(int Exit, string Data, string Talk)> RunAsync(string dataFolder, params string[] args)
    {
        using var process = Start(dataFolder, args);
        using var patience = new CancellationTokenSource(s_patience);
        var data = process.StandardOutput.ReadToEndAsync(patience.Token);
        var talk = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await data, await talk);
    }

    /// <summary>Starts the program and leaves it running; the caller ends it.</summary>
    public static Process Start(string? dataFolder, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Path);
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        // A machine with another calendar and another decimal sign: none of it may show.
        start.Environment["LC_ALL"] = "th_TH.UTF-8";
        start.Environment.Remove("OPENUPR_DATABASE");
        start.Environment.Remove("OPENUPR_DATA");
        if (dataFolder is not null)
        {
            start.Environment["OPENUPR_DATA"] = dataFolder;
        }

        return Process.Start(start)!;
    }
}
