using System.Diagnostics;
using System.Globalization;
using OpenUpr.Benchmarks.Search;
using OpenUpr.Sources;

namespace OpenUpr.Benchmarks.Fuzz;

/// <summary>
/// Damages real papers in seeded ways and reads them: each must end in a text or in an error meant for people, in bounded time and memory.
/// <c>fuzz FOLDER --runs 100000 --seed 1 --form pdf|docx [--first 0] [--max-kb 200] [--limit-seconds 10] [--out FILE]</c>.
/// A failure names its number: <c>--first N --runs 1</c> repeats it.
/// </summary>
internal static class FuzzRun
{
    private const long MaxAllocated = 2_000_000_000;

    public static Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(args);
        var form = arguments.Find("form") == "docx" ? FileForm.WordDocument : FileForm.Pdf;
        var (runs, first, seed) = (arguments.Number("runs", 100_000), arguments.Number("first", 0), arguments.Number("seed", 1));
        var limit = TimeSpan.FromSeconds(arguments.Number("limit-seconds", 10));
        var seeds = Seeds(args[0], form, arguments.Number("max-kb", 200) * 1024L);
        using var reader = new FuzzReader(form);
        var tally = new FuzzTally();
        var clock = Stopwatch.StartNew();
        for (var run = first; run < first + runs; run++)
        {
            var random = new Random(unchecked((seed * 1_000_003) + run));
            var damaged = Mutations.Of(form, seeds[random.Next(seeds.Count)], random);
            if (!Once(reader, damaged, run, limit, tally))
            {
                break;
            }

            if ((run - first + 1) % 5_000 == 0)
            {
                Console.Error.WriteLine($"{run - first + 1:N0} of {runs:N0}: {tally.Read:N0} read, {tally.Refused:N0} refused, {tally.Failures.Count} failures, {clock.Elapsed.TotalSeconds:N0} s");
            }
        }

        Report(arguments, args[0], form, seeds.Count, tally, clock.Elapsed);
        return Task.FromResult(tally.Failures.Count == 0 ? 0 : 1);
    }

    /// <returns>False when the reader hangs: nothing can be measured behind it.</returns>
    private static bool Once(FuzzReader reader, byte[] damaged, int run, TimeSpan limit, FuzzTally tally)
    {
        // Processor time: on a busy machine the clock says nothing about the reader.
        var (begun, allocated) = (Environment.CpuUsage.TotalTime, 0L);
        var work = Task.Run(() =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                reader.Read(damaged);
                tally.Read++;
            }
            catch (SourceException)
            {
                tally.Refused++;
            }
            catch (Exception e)
            {
                tally.Fail($"run {run}: {e.GetType().Name} {e.Message} {e.StackTrace?.Split('\n').FirstOrDefault()?.Trim()}");
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        });
        var ended = work.Wait(limit * 6);
        var took = Environment.CpuUsage.TotalTime - begun;
        tally.Slowest = took > tally.Slowest.Time ? (took, run) : tally.Slowest;
        tally.Largest = allocated > tally.Largest.Bytes ? (allocated, run) : tally.Largest;
        if (took > limit || !ended)
        {
            tally.Fail($"run {run}: took {took.TotalSeconds:N1} s{(ended ? "" : " and did not end")}");
        }

        if (allocated > MaxAllocated)
        {
            tally.Fail($"run {run}: allocated {allocated / 1_048_576:N0} MB");
        }

        return ended;
    }

    private static List<byte[]> Seeds(string folder, FileForm form, long maxBytes)
    {
        var pattern = form == FileForm.Pdf ? "*.pdf" : "*.docx";
        var files = Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Where(f => new FileInfo(f).Length <= maxBytes).Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files.ConvertAll(File.ReadAllBytes) : throw new ArgumentException($"No {pattern} of this size in {folder}.");
    }

    private static void Report(Arguments arguments, string folder, FileForm form, int seeds, FuzzTally tally, TimeSpan took)
    {
        using var process = Process.GetCurrentProcess();
        var text = string.Create(CultureInfo.InvariantCulture, $"""

            ## {form}, {tally.Read + tally.Refused + tally.Failures.Count:N0} damaged files

            `dotnet run -c Release --project perf/OpenUpr.Benchmarks -- fuzz {Path.GetFileName(folder.TrimEnd('/'))} {string.Join(' ', arguments.ToString().Split(' ').Skip(1))}`

            | from real files | read | refused with a message | failures | seconds | slowest, s | most memory for one, MB | peak memory of the process, MB |
            |---|---|---|---|---|---|---|---|
            | {seeds} | {tally.Read:N0} | {tally.Refused:N0} | {tally.Failures.Count} | {took.TotalSeconds:N0} | {tally.Slowest.Time.TotalSeconds:0.0} (run {tally.Slowest.Run}) | {tally.Largest.Bytes / 1_048_576:N0} (run {tally.Largest.Run}) | {process.PeakWorkingSet64 / 1_048_576:N0} |

            {string.Join('\n', tally.Failures.Take(50).Select(f => "- " + f))}

            """);
        Console.Write(text);
        if (arguments.Find("out") is { } path)
        {
            File.AppendAllText(path, text.TrimEnd() + "\n");
        }
    }

    /// <summary>What came of the runs so far.</summary>
    private sealed class FuzzTally
    {
        public int Read { get; set; }

        public int Refused { get; set; }

        public List<string> Failures { get; } = [];

        /// <summary>Said at once: the run may be ended before its report.</summary>
        public void Fail(string failure)
        {
            Failures.Add(failure);
            Console.Error.WriteLine(failure);
        }

        public (TimeSpan Time, int Run) Slowest { get; set; }

        public (long Bytes, int Run) Largest { get; set; }
    }
}
