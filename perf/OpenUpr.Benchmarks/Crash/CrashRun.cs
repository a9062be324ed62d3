using System.Globalization;
using OpenUpr.Benchmarks.Search;

namespace OpenUpr.Benchmarks.Crash;

/// <summary>
/// Breaks the running program and looks what is left. <c>crash --data FOLDER [--database URL] [--port 8377] [--seed 1] [--of 200] [--kills 10]</c> kills it with signal 9 in
/// the middle of uploads of evidence, edits and imports; with <c>--run full|away</c> the disk is full or the database is gone (<see cref="FaultRun"/>); with
/// <c>--disk-mb 120</c> beside <c>--run full</c> it makes the small disk itself (<see cref="SmallDisk"/>).
/// </summary>
internal static class CrashRun
{
    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(args);
        if (arguments.Number("disk-mb", 0) is > 0 and var megas)
        {
            return await SmallDisk.RunAsync(arguments.Need("data"), megas, ["--port", $"{arguments.Number("port", 8377)}"]);
        }

        var seed = arguments.Number("seed", 1);
        using var site = new CrashSite(arguments.Need("data"), arguments.Find("database"), arguments.Number("port", 8377));
        var load = new CrashLoad(seed);
        var wrong = arguments.Find("run") switch
        {
            "full" => await FaultRun.FullAsync(site, load, arguments),
            "away" => await FaultRun.AwayAsync(site, load, arguments),
            _ => await KillAsync(site, load, arguments),
        };
        foreach (var line in wrong)
        {
            Console.WriteLine($"WRONG: {line}");
        }

        return wrong.Count == 0 ? 0 : 1;
    }

    private static async Task<List<string>> KillAsync(CrashSite site, CrashLoad load, Arguments arguments)
    {
        var (of, kills, random) = (arguments.Number("of", 200), arguments.Number("kills", 10), new Random(arguments.Number("seed", 1)));
        await site.StartAsync();
        using var checker = new CrashVisitor(site.Address);
        await checker.SignInAsync();
        await load.PrepareAsync(checker);
        var check = new CrashCheck(site, load);
        var starts = new List<double>();
        var gate = new Gate();
        var imports = of / 10;
        Task[] workers =
        [
            WorkAsync(site, gate, of / 2, n => n * 2, load.UploadAsync), WorkAsync(site, gate, of / 2, n => (n * 2) + 1, load.UploadAsync),
            WorkAsync(site, gate, of, n => n, load.EditAsync), WorkAsync(site, gate, imports, n => n, load.ImportAsync),
        ];
        for (var kill = 1; kill <= kills; kill++)
        {
            var at = kill * ((2 * of) + imports) / (kills + 1);
            while (load.Attempts < at && !workers.All(w => w.IsCompleted))
            {
                await Task.Delay(5);
            }

            await Task.Delay(random.Next(400));
            starts.Add(await KillOnceAsync(site, gate, () => check.RunAsync(checker, isLast: false)));
            Console.Error.WriteLine($"kill {kill}: {load.Attempts} asked, {check.FilesOpened} files opened, {check.Wrong.Count} wrong");
        }

        await Task.WhenAll(workers);
        await check.RunAsync(checker, isLast: true);
        await SayAsync(site, load, check, starts);
        return check.Wrong;
    }

    /// <returns>Seconds until the site was well again.</returns>
    private static async Task<double> KillOnceAsync(CrashSite site, Gate gate, Func<Task> look)
    {
        gate.Close();
        site.Kill();
        await gate.EmptyAsync();
        var seconds = await site.StartAsync();
        await look();
        gate.Open();
        return seconds;
    }

    private static async Task WorkAsync(CrashSite site, Gate gate, int count, Func<int, int> number, Func<CrashVisitor, int, Task<Answer>> work)
    {
        using var visitor = new CrashVisitor(site.Address);
        var isIn = false;
        for (var i = 0; i < count; i++)
        {
            await gate.EnterAsync();
            try
            {
                isIn = isIn || await visitor.SignInAsync();
                await work(visitor, number(i));
            }
            finally
            {
                gate.Leave();
            }
        }
    }

    private static async Task SayAsync(CrashSite site, CrashLoad load, CrashCheck check, List<double> starts)
    {
        var backup = Path.Combine(site.Folder, "after.openupr");
        var (exit, words) = await site.RunAsync("backup", backup, "--key-file", site.KeyFile);
        var log = await site.VerifyAuditAsync();
        if (exit != 0)
        {
            check.Wrong.Add($"backup: {exit} {words}");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            kills {starts.Count}; up again after {starts.Average():0.0} s on average, {starts.Max():0.0} s at most
            uploads {load.Files.Count} asked, {load.Files.Count(f => f.Value.Sure)} acknowledged, {check.Unacknowledged} more kept whole without an answer
            edits asked: last words right in {load.Words.Count} of {load.Words.Count} things unless said below
            imports {load.Imports.Count} asked, {load.Imports.Count(i => i.Value)} acknowledged
            files opened and compared {check.FilesOpened}; audit verify {log.Exit}: {log.Words}
            backup {exit}; wrong {check.Wrong.Count}
            """));
    }

    /// <summary>Holds the workers while the site is down and looked at; who is inside when it is killed sees the connection break.</summary>
    private sealed class Gate
    {
        private TaskCompletionSource _open = Opened();
        private int _inside;

        public async Task EnterAsync()
        {
            while (true)
            {
                await _open.Task;
                Interlocked.Increment(ref _inside);
                if (_open.Task.IsCompleted)
                {
                    return;
                }

                Leave();
            }
        }

        public void Leave() => Interlocked.Decrement(ref _inside);

        public void Close() => _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Open() => _open.SetResult();

        public async Task EmptyAsync()
        {
            while (Volatile.Read(ref _inside) > 0)
            {
                await Task.Delay(5);
            }
        }

        private static TaskCompletionSource Opened()
        {
            var source = new TaskCompletionSource();
            source.SetResult();
            return source;
        }
    }
}
