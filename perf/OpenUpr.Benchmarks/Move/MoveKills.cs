using System.Globalization;
using System.Security.Cryptography;

namespace OpenUpr.Benchmarks.Move;

/// <summary>Kills the commands in the middle. Afterwards there is nothing of a half coalition, no half file under the final name, and the same command succeeds.</summary>
internal static class MoveKills
{
    public static async Task ExportAsync(MoveStore home, string file, int kills, Random random, List<string> wrong)
    {
        var whole = await home.ExportAsync(file);
        var sum = await SumAsync(file);
        for (var kill = 1; kill <= kills; kill++)
        {
            // Half of them onto the older file, which must stay; half where there is none.
            var isOver = kill % 2 == 1;
            var name = isOver ? file : file + ".new";
            var done = await home.ExportAsync(name, Moment(whole, random));
            var leftover = Directory.GetFiles(Path.GetDirectoryName(file)!, "*.part");
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"export killed {done.WasKilled} after {done.Seconds:0.0} of {whole.Seconds:0.0} s; parts left: {leftover.Length}"));
            if (done.WasKilled && (isOver ? await SumAsync(file) != sum : File.Exists(name)))
            {
                wrong.Add($"export killed after {done.Seconds:0.0} s left something under the final name");
            }

            Array.ForEach(leftover, File.Delete);
            File.Delete(file + ".new");
        }
    }

    public static async Task ImportAsync(MoveStore target, string file, int kills, Random random, List<string> wrong)
    {
        // How long it takes is measured elsewhere; a first run beside the target tells when it can be killed.
        var trial = await MoveStore.EmptyAsync(target.Folder + "-trial", null);
        var (whole, nothing) = (await trial.ImportAsync(file), await target.PrivateRowsAsync());
        Directory.Delete(trial.Folder, recursive: true);
        for (var kill = 1; kill <= kills; kill++)
        {
            var done = await target.ImportAsync(file, Moment(whole, random));
            var (rows, list) = (await target.PrivateRowsAsync(), await target.RunAsync("coalition", "list", "--format", "jsonl"));
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"import killed {done.WasKilled} after {done.Seconds:0.0} of {whole.Seconds:0.0} s; rows of coalitions: '{rows}'; listed: '{list.Words}'"));
            if (!done.WasKilled)
            {
                throw new InvalidOperationException("The import ended before it could be killed; take more evidence or another seed.");
            }

            if (rows != nothing || list.Words.Length > 0)
            {
                wrong.Add($"import killed after {done.Seconds:0.0} s left {rows}");
            }
        }
    }

    /// <summary>Between a tenth and two thirds of the time that the whole took: the next time may be quicker.</summary>
    private static TimeSpan Moment(MoveCommand.Done whole, Random random) => whole.Exit == 0 ? TimeSpan.FromSeconds(whole.Seconds * (0.1 + (0.55 * random.NextDouble()))) : throw new InvalidOperationException(whole.Words);

    private static async Task<string> SumAsync(string file)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream));
    }
}
