using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using OpenUpr.Benchmarks.Search;

namespace OpenUpr.Benchmarks.Crash;

/// <summary>A disk without room, and a database that is gone for a while. What the program says is printed as it says it.</summary>
internal static class FaultRun
{
    private const int Mega = 1024 * 1024;
    private const int MostUploads = 400;

    /// <summary>
    /// <c>--run full --data FOLDER-ON-A-SMALL-DISK --ballast FILE [--ballast-mb 40]</c>: the ballast takes room on the disk of the database and is
    /// thrown out later.
    /// </summary>
    public static async Task<List<string>> FullAsync(CrashSite site, CrashLoad load, Arguments arguments)
    {
        var ballast = arguments.Need("ballast");
        await site.StartAsync();
        using var visitor = new CrashVisitor(site.Address);
        await visitor.SignInAsync();
        await load.PrepareAsync(visitor);
        await File.WriteAllBytesAsync(ballast, new byte[arguments.Number("ballast-mb", 40) * Mega]);
        var (check, number) = (new CrashCheck(site, load), 0);
        Answer last;
        do
        {
            last = await load.UploadAsync(visitor, number++);
        }
        while (last.IsAcknowledged && number < MostUploads);

        Say($"upload {number}, the first that was refused", last);
        Fill(ballast);
        Say("edit of a meeting", await load.EditAsync(visitor, 1));
        Say("edit of a case", await load.EditAsync(visitor, 2));
        Say("import", await load.ImportAsync(visitor, 1));
        Say("upload", await load.UploadAsync(visitor, ++number));
        Say("public page", await visitor.GetAsync("/recommendations?q=women"));
        Say("private page", await visitor.GetAsync(load.Meetings[0]));
        Say("page of a case, which is noted in the log", await visitor.GetAsync(load.Cases[0]));
        Console.WriteLine($"health: {await site.HealthAsync()}");
        var backup = Path.Combine(site.Folder, "full.openupr");
        var (exit, words) = await site.RunAsync("backup", backup, "--key-file", site.KeyFile);
        Console.WriteLine($"backup: exit {exit}: {words}; a file is left: {Directory.GetFiles(site.Folder, "full.openupr*").Length > 0}");
        File.Delete(ballast);
        var clock = Stopwatch.StartNew();
        while (!(await load.EditAsync(visitor, 3)).IsAcknowledged && clock.Elapsed < TimeSpan.FromMinutes(2))
        {
            await Task.Delay(200);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"room again: an edit is taken after {clock.Elapsed.TotalSeconds:0.0} s"));
        Say("upload", await load.UploadAsync(visitor, ++number));
        Say("import", await load.ImportAsync(visitor, 2));
        await check.RunAsync(visitor, isLast: true);
        Console.WriteLine($"files acknowledged {load.Files.Count(f => f.Value.Sure)}, opened and compared {check.FilesOpened}, wrong {check.Wrong.Count}");
        return check.Wrong;
    }

    /// <summary>
    /// <c>--run away --stop COMMAND --start COMMAND [--seconds 60]</c>: the database is stopped and started by these; without them the SQLite file is
    /// locked by this process.
    /// </summary>
    public static async Task<List<string>> AwayAsync(CrashSite site, CrashLoad load, Arguments arguments)
    {
        await site.StartAsync();
        using var visitor = new CrashVisitor(site.Address);
        await visitor.SignInAsync();
        await load.PrepareAsync(visitor);
        await load.UploadAsync(visitor, 0);
        await visitor.GetAsync("/recommendations?q=women");
        (string Name, Func<Task<Answer>> Ask)[] asks =
        [
            ("public page from memory", () => visitor.GetAsync("/statistics?by=issue")), ("public page", () => visitor.GetAsync("/recommendations?q=women")), ("private page", () => visitor.GetAsync($"{CrashLoad.Room}/meetings")),
            ("case", () => visitor.GetAsync(load.Cases[0])), ("edit", () => load.EditAsync(visitor, 1)), ("upload", () => load.UploadAsync(visitor, 1)),
        ];
        var seconds = arguments.Number("seconds", 60);
        await using (await LoseAsync(site, arguments))
        {
            var end = Stopwatch.StartNew();
            var rounds = asks.Select(a => RoundsAsync(a.Name, a.Ask, () => end.Elapsed.TotalSeconds < seconds)).ToArray();
            await Task.WhenAny(Task.WhenAll(rounds), Task.Delay(TimeSpan.FromSeconds(seconds)));
            Console.WriteLine($"health meanwhile: {await site.HealthAsync()}");
        }

        var clock = Stopwatch.StartNew();
        foreach (var (name, ask) in asks)
        {
            while (await ask() is { IsAcknowledged: false, Status: not System.Net.HttpStatusCode.OK } && clock.Elapsed < TimeSpan.FromMinutes(2))
            {
                await Task.Delay(100);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"back: {name} {clock.Elapsed.TotalSeconds:0.0} s after the database"));
        }

        var check = new CrashCheck(site, load);
        await check.RunAsync(visitor, isLast: true);
        return check.Wrong;
    }

    private static async Task RoundsAsync(string name, Func<Task<Answer>> ask, Func<bool> goesOn)
    {
        var (counts, longest, sentence) = (new SortedDictionary<string, int>(), 0.0, "");
        while (goesOn())
        {
            var clock = Stopwatch.StartNew();
            var answer = await ask();
            longest = Math.Max(longest, clock.Elapsed.TotalSeconds);
            var status = answer.Status is { } code ? $"{(int)code}" : "none";
            counts[status] = counts.GetValueOrDefault(status) + 1;
            sentence = (int?)answer.Status >= 400 ? answer.Sentence : sentence;
            await Task.Delay(1000);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {string.Join(", ", counts.Select(c => $"{c.Value} x {c.Key}"))}; longest {longest:0.0} s; {sentence}"));
    }

    private static async Task<IAsyncDisposable> LoseAsync(CrashSite site, Arguments arguments)
    {
        if (arguments.Find("stop") is { } stop)
        {
            await ShellAsync(stop);
            return new Back(() => ShellAsync(arguments.Need("start")));
        }

        var connection = new SqliteConnection($"Data Source={Path.Combine(site.Folder, "openupr.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>Takes all the room that is left on a disk.</summary>
    private static void Fill(string file)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.None, 0);
            for (var block = new byte[4096]; ;)
            {
                stream.Write(block);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private static async Task ShellAsync(string command)
    {
        using var process = Process.Start("bash", ["-c", command])!;
        await process.WaitForExitAsync();
    }

    private static void Say(string what, Answer answer) => Console.WriteLine($"{what}: {(answer.Status is { } status ? (int)status : "no answer")} {(answer.IsAcknowledged || (int?)answer.Status < 300 ? "" : answer.Sentence)}");

    private sealed class Back(Func<Task> start) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await start();
    }
}
