using OpenUpr.Evidence.Cleaning;

namespace OpenUpr.Benchmarks.Evidence;

/// <summary><c>clean IN OUT</c>: the clean copy of a file as evidence gets it, for tools that look at it with other programs (tools/office-check.sh).</summary>
internal static class CleanFile
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var input = File.OpenRead(args[0]);
        await using var output = File.Create(args[1]);
        var result = FileCleaner.Clean(input, output, TimeProvider.System, default);
        Console.WriteLine($"{Path.GetFileName(args[0])}: {result.Kind} {result.Blocked ?? "clean"}; removed {string.Join(", ", result.Removed.Where(r => r.Value > 0).Select(r => $"{r.Key} {r.Value}"))}");
        return result.IsClean ? 0 : 1;
    }
}
