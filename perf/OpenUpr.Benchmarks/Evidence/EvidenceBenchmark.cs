using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using OpenUpr.Benchmarks.Search;

namespace OpenUpr.Benchmarks.Evidence;

/// <summary>What one way of keeping files did.</summary>
/// <param name="Memory">The most that the process grew, in MB.</param>
internal sealed record EvidenceFigures(double TakeSeconds, double ServeSeconds, double Memory);

/// <summary>
/// How fast files are taken in and served, and how much memory that needs: <c>evidence --data FOLDER [--sizes 1,20,200] [--runs 3]</c>. Each measurement is a
/// process of its own on a store that is there already. The peer only seals (AES-256-GCM of the platform) and stores, in the same SQLite settings.
/// </summary>
internal static class EvidenceBenchmark
{
    public const long Mega = 1024 * 1024;

    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(args);
        var folder = arguments.Need("data");
        if (arguments.Find("one") is { } way)
        {
            Console.WriteLine(JsonSerializer.Serialize(await OneAsync(way, folder, arguments.Number("mb", 1), arguments.Number("runs", 3))));
            return 0;
        }

        await OneAsync("text", folder, 1, 1);
        Console.WriteLine("| way | MB | taken, MB/s | served, MB/s | memory, MB |\n|---|---|---|---|---|");
        foreach (var size in (arguments.Find("sizes") ?? "1,20,200").Split(',').Select(s => int.Parse(s, CultureInfo.InvariantCulture)))
        {
            foreach (var one in new[] { "peer", "text", "jpeg", "wav" })
            {
                var runs = arguments.Number("runs", 3) * (size == 1 ? 10 : 1);
                var figures = await ChildAsync(one, folder, size, runs);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {one} | {size} | {size * runs / figures.TakeSeconds:0} | {size * runs / figures.ServeSeconds:0} | {figures.Memory:0} |"));
            }
        }

        return 0;
    }

    private static async Task<EvidenceFigures> ChildAsync(string way, string folder, int size, int runs)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var arg in new[] { Environment.GetCommandLineArgs()[0], "evidence", "--data", folder, "--one", way, "--mb", $"{size}", "--runs", $"{runs}" })
        {
            start.ArgumentList.Add(arg);
        }

        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return JsonSerializer.Deserialize<EvidenceFigures>(said.Trim().Split('\n')[^1])!;
    }

    private static async Task<EvidenceFigures> OneAsync(string way, string folder, int size, int runs)
    {
        await using IFileKeeper keeper = way == "peer" ? new PeerKeeper(folder) : await OwnKeeper.OpenAsync(folder);
        var bytes = size * Mega;

        // The first file warms the code up and is not counted.
        await keeper.ServeAsync(await keeper.TakeAsync(new MadeFile(way, Mega)));
        GC.Collect();
        var before = Memory("VmRSS");
        await File.WriteAllTextAsync("/proc/self/clear_refs", "5");
        var (take, serve) = (new Stopwatch(), new Stopwatch());
        for (var run = 0; run < runs; run++)
        {
            take.Start();
            var file = await keeper.TakeAsync(new MadeFile(way, bytes));
            take.Stop();
            serve.Start();
            var served = await keeper.ServeAsync(file);
            serve.Stop();
            if (served < bytes * 9 / 10)
            {
                throw new InvalidOperationException($"{served} of {bytes} bytes came back.");
            }
        }

        return new EvidenceFigures(take.Elapsed.TotalSeconds, serve.Elapsed.TotalSeconds, Memory("VmHWM") - before);
    }

    /// <summary>Of this process, from the kernel, in MB.</summary>
    private static double Memory(string name) => double.Parse(File.ReadLines("/proc/self/status").First(l => l.StartsWith(name, StringComparison.Ordinal)).Split(':')[1].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1000;
}

/// <summary>A way of keeping files.</summary>
internal interface IFileKeeper : IAsyncDisposable
{
    /// <returns>Its number.</returns>
    Task<long> TakeAsync(Stream content);

    /// <returns>Bytes.</returns>
    Task<long> ServeAsync(long file);
}
