using OpenUpr.Storage;

namespace OpenUpr.Import;

/// <summary>How an import is to be done.</summary>
/// <param name="DryRun">Everything is read and checked, nothing is stored.</param>
public sealed record ImportOptions(bool DryRun = false);

/// <summary>Brings files into the store: recognise, read, check, store, each file in one transaction.</summary>
public sealed class Importer(Store store, TimeProvider time)
{
    /// <summary>Imports one file. A file that cannot be read or holds nothing usable is refused whole, with the reason in the report; the store is then as before.</summary>
    public Task<ImportReport> ImportAsync(string path, ImportOptions options, IProgress<ImportProgress>? progress = null, CancellationToken cancel = default) =>
        throw new NotImplementedException($"{store.Location} {time}");

    /// <summary>The files under the given paths (files or folders, folders searched through) in a stable order.</summary>
    /// <exception cref="Sources.SourceException">A path does not exist.</exception>
    public static IReadOnlyList<string> FindFiles(IEnumerable<string> paths) => throw new NotImplementedException();
}
