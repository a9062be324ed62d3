using System.Globalization;
using OpenUpr.Benchmarks.Evidence;
using OpenUpr.Benchmarks.Search;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Benchmarks.Move;

/// <summary>
/// Moves a coalition with much evidence by the program's own commands: <c>move --data FOLDER [--database URL] [--mb 2048] [--file-mb 40] [--kills 0] [--seed 1]</c>. The
/// source is SQLite; the target SQLite, or an empty PostgreSQL database. Time, peak memory and size of both ways beside a plain copy of the same database; every file's
/// SHA-256 on both sides. With --kills, commands are killed with signal 9 at random moments first (<see cref="MoveKills"/>).
/// </summary>
internal static class MoveBenchmark
{
    private const int Mega = 1024 * 1024;

    private static readonly string[] s_kinds = ["wav", "jpeg", "text"];

    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(args);
        var (folder, database) = (arguments.Need("data"), arguments.Find("database"));
        var (source, file, wrong) = (Path.Combine(folder, "source"), Path.Combine(folder, "moved.coalition"), new List<string>());
        Directory.CreateDirectory(source);
        await FillAsync(source, arguments.Number("mb", 2048), arguments.Number("file-mb", 40));
        var target = await MoveStore.EmptyAsync(Path.Combine(folder, "target"), database);
        var home = new MoveStore(source, null);
        var before = await home.SumsAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"source: {before.Count} files, {before.Bytes / Mega} MB as they came and {before.CleanBytes / Mega} MB of clean copies; database {home.Bytes / Mega} MB\n"));
        var plain = await MoveCommand.ShellAsync($"cp {source}/openupr.db {folder}/copy.db && sync {folder}/copy.db");
        var sealedCopy = await MoveCommand.ShellAsync($"tar -C {source} -c openupr.db | openssl enc -aes-256-ctr -pbkdf2 -pass pass:x > {folder}/copy.tar.enc && sync {folder}/copy.tar.enc");
        Console.WriteLine("| what | seconds | peak memory, MB | file, MB |\n|---|---|---|---|");
        Say("cp of the database", plain, $"{folder}/copy.db");
        Say("tar of the database through openssl", sealedCopy, $"{folder}/copy.tar.enc");
        File.Delete($"{folder}/copy.db");
        File.Delete($"{folder}/copy.tar.enc");
        if (arguments.Number("kills", 0) is > 0 and var kills)
        {
            var random = new Random(arguments.Number("seed", 1));
            await MoveKills.ExportAsync(home, file, kills, random, wrong);
            await MoveKills.ImportAsync(target, file, kills, random, wrong);
        }

        File.Delete(file);
        Say("openupr coalition export", await home.ExportAsync(file), file);
        var arrival = await target.ImportAsync(file);
        Say("openupr coalition import", arrival, null);
        await CompareAsync(target, before, wrong);
        if (database is not null)
        {
            Say("pg_dump -Fc of the target", await MoveCommand.ShellAsync($"pg_dump -Fc -f {folder}/target.dump {database}"), $"{folder}/target.dump");
            File.Delete($"{folder}/target.dump");
        }

        wrong.ForEach(w => Console.WriteLine($"WRONG: {w}"));
        return wrong.Count == 0 ? 0 : 1;
    }

    /// <summary>Files of three kinds, each of another length, so that none is the same as another. A folder that is full already is taken as it is.</summary>
    private static async Task FillAsync(string folder, int megas, int fileMegas)
    {
        await using var keeper = await OwnKeeper.OpenAsync(folder);
        for (var (kept, number) = (await keeper.BytesAsync(), 0L); kept < (long)megas * Mega; number++)
        {
            var size = ((long)fileMegas * Mega) + (number * 1001);
            await keeper.TakeAsync(new MadeFile(s_kinds[number % s_kinds.Length], size));
            kept += size;
        }
    }

    private static async Task CompareAsync(MoveStore target, FileSums before, List<string> wrong)
    {
        var after = await target.SumsAsync();
        var same = before.Lines.Zip(after.Lines).Count(p => p.First == p.Second);
        if (same < before.Lines.Count || after.Count != before.Count)
        {
            wrong.Add($"{before.Lines.Count - same} of {before.Lines.Count} copies are not the same on the other side, which has {after.Count} files");
        }

        var log = await target.RunAsync("audit", "verify");
        Console.WriteLine($"\nfiles opened on both sides with the same SHA-256: {same} of {before.Lines.Count} copies; audit verify on the other side: exit {log.Exit}");
        if (log.Exit != 0)
        {
            wrong.Add($"audit verify: {log.Words}");
        }
    }

    private static void Say(string what, MoveCommand.Done done, string? file)
    {
        var size = file is null ? "" : (new FileInfo(file).Length / Mega).ToString(CultureInfo.InvariantCulture);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {done.Seconds:0} | {(done.PeakMegas > 0 ? $"{done.PeakMegas:0}" : "")} | {size} |"));
        if (done.Exit != 0)
        {
            throw new InvalidOperationException($"{what}: exit {done.Exit}: {done.Words}");
        }
    }
}
