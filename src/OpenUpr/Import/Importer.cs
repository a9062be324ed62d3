using System.Runtime.CompilerServices;
using OpenUpr.Import.Papers;
using OpenUpr.Reviews;
using OpenUpr.Sources;
using OpenUpr.Sources.UprInfo;
using OpenUpr.Storage;

namespace OpenUpr.Import;

/// <summary>How an import is to be done.</summary>
/// <param name="DryRun">Everything is read and checked, nothing is stored. Tables of one importer count as if those before them were stored; papers count against the store as it is.</param>
public sealed record ImportOptions(bool DryRun = false);

/// <summary>Brings files into the store: recognise, read, check, store, each file in one transaction. One file at a time; not for several threads.</summary>
public sealed class Importer(Store store, TimeProvider time)
{
    private readonly Lazy<HashSet<string>> _wordsOfNames = new(() => [.. store.Reference.Names.Keys.SelectMany(k => k.Split(' '))]);
    private readonly KnownRows _rehearsed = new();

    /// <summary>Imports one file. A file that cannot be read or holds nothing usable is refused whole, with the reason in the report; the store is then as before.</summary>
    /// <exception cref="StoreException">The database failed. Nothing of this file is stored; the import can be repeated.</exception>
    public Task<ImportReport> ImportAsync(string path, ImportOptions options, IProgress<ImportProgress>? progress = null, CancellationToken cancel = default) =>
        // Reading and SQLite are synchronous: the caller, which may be a page, gets its thread back.
        Task.Run(() => ImportFileAsync(path, reading: null, options, progress, cancel), cancel);

    /// <summary>The files under the given paths (files or folders, folders searched through) in a stable order.</summary>
    /// <exception cref="SourceException">A path does not exist.</exception>
    public static IReadOnlyList<string> FindFiles(IEnumerable<string> paths) => FileFinder.Find(paths);

    /// <summary>Imports several files: papers are read ahead on every processor, a few at a time, and stored one after the other in the order given.</summary>
    /// <param name="progress">Where to report a file's progress; asked when its turn comes.</param>
    public async IAsyncEnumerable<ImportReport> ImportManyAsync(
        IReadOnlyList<string> paths, ImportOptions options, Func<string, IProgress<ImportProgress>?>? progress = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var ahead = new ReadAhead<PreparedPaper?>(paths, (path, stop) => PrepareAsync(path, Reporter(path, null), stop), cancel);
        foreach (var path in paths)
        {
            var reading = ahead.NextAsync();
            yield return await Task.Run(() => ImportFileAsync(path, reading, options, progress?.Invoke(path), cancel), cancel);
        }
    }

    private async Task<ImportReport> ImportFileAsync(string path, Task<PreparedPaper?>? reading, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        var name = SourceFile.NameOf(path);
        var report = Reporter(path, progress);
        try
        {
            return await (reading ?? PrepareAsync(path, report, cancel)) is { } paper
                ? await new PaperStorage(store, time).StoreAsync(paper, options.DryRun, report, cancel)
                : await ImportTableAsync(path, options, report, cancel);
        }
        catch (SourceException e)
        {
            return new ImportReport(name, Kind: null, e.Message, 0, 0, 0, 0, []);
        }
        catch (Exception e) when (StoreException.DatabaseFailure(e) is { } cause)
        {
            throw new StoreException($"The store could not take {name}: {cause.Message} Nothing of this file is stored. Put the database right and import the file again.", e);
        }
    }

    /// <summary>Reads a paper; null for anything else.</summary>
    private async Task<PreparedPaper?> PrepareAsync(string path, Action<string, long, long> report, CancellationToken cancel)
    {
        using var file = SourceFile.Open(path);
        var form = FileRecogniser.Recognise(file).Form;
        return PreparedPaper.IsPaper(form) ? await PreparedPaper.ReadAsync(store, file, form, report, cancel) : null;
    }

    private async Task<ImportReport> ImportTableAsync(string path, ImportOptions options, Action<string, long, long> report, CancellationToken cancel)
    {
        var import = (FileImport?)null;
        try
        {
            using var file = SourceFile.Open(path);
            var form = UprInfoExport.MustBeTable(FileRecogniser.Recognise(file));
            var receipt = Receipt.For(file, keep: !options.DryRun, IsWordOfName, done => report("reading", done, file.Length), cancel);
            var table = UprInfoExport.Open(file, form, receipt.Encoding, cancel);
            import = new FileImport(file.Name, table, new RowChecker(store.Reference, time), options.DryRun ? _rehearsed : new KnownRows());
            if (options.DryRun)
            {
                await RehearseAsync(import, file, report, cancel);
            }
            else
            {
                await new FileStorage(store, time).StoreAsync(import, file, receipt, report, cancel);
            }

            return import.ToReport(refusal: null);
        }
        catch (SourceException e) when (import is not null)
        {
            return import.ToReport(e.Message);
        }
    }

    private static Action<string, long, long> Reporter(string path, IProgress<ImportProgress>? progress)
    {
        var name = SourceFile.NameOf(path);
        return (step, done, total) => progress?.Report(new ImportProgress(name, step, done, total));
    }

    private async Task RehearseAsync(FileImport import, SourceFile file, Action<string, long, long> report, CancellationToken cancel)
    {
        var isUsable = false;
        try
        {
            await using var db = store.Open();
            await import.RunAsync(db, writer: null, (done, total) => report("checking", done, total), cancel);
            file.MustBeUnchanged();
            isUsable = true;
        }
        finally
        {
            _rehearsed.EndFile(keep: isUsable);
        }
    }

    private bool IsWordOfName(string word) => _wordsOfNames.Value.Contains(StateNames.Key(word));
}
