using OpenUpr.Import;
using OpenUpr.Storage;
using Xunit;

namespace OpenUpr.Tests.Import;

/// <summary>An import in a process of its own that stops in the middle and waits to be killed. Only ever run by <see cref="AllOrNothingTests"/>.</summary>
public sealed class ImportChild
{
    /// <summary>File, marker, data folder and PostgreSQL connection, a line each. The marker is made when the import is in the middle.</summary>
    public const string Variable = "OPENUPR_TEST_IMPORT_CHILD";

    public static readonly string[] Arguments = ["-explicit", "only", "-method", $"{typeof(ImportChild).FullName}.{nameof(Import_until_killed)}"];

    [Fact(Explicit = true)]
    public async Task Import_until_killed()
    {
        var parts = (Environment.GetEnvironmentVariable(Variable) ?? "").Split('\n');
        Assert.SkipWhen(parts.Length < 4, "This is the other half of the test that kills an import.");
        var store = await Store.OpenAsync(new StoreLocation(parts[2], parts[3].Length > 0 ? parts[3] : null), cancel: TestContext.Current.CancellationToken);
        await new Importer(store, TimeProvider.System).ImportAsync(parts[0], new ImportOptions(), new Waiting(parts[1]), TestContext.Current.CancellationToken);
    }

    private sealed class Waiting(string marker) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            // Some batches are written by then.
            if (value.Step == "storing" && value.Done > value.Total * 3 / 4)
            {
                File.WriteAllText(marker, "");
                Thread.Sleep(Timeout.Infinite);
            }
        }
    }
}
