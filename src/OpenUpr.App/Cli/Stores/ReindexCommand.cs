using System.CommandLine;
using System.Diagnostics;
using OpenUpr.Search;

namespace OpenUpr.App.Cli.Stores;

/// <summary>openupr reindex: the way out when an index is doubted. It is derived, so it can always be thrown away.</summary>
internal sealed class ReindexCommand : Verb
{
    private readonly StoreOptions _store;

    public ReindexCommand(Terminal terminal, StoreOptions store)
        : base(terminal, "reindex", "Throw the search index away and build it anew from the store; texts that this program's model has not read are read first.", "openupr reindex") => _store = store;

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var store = await _store.OpenAsync(parsed, cancel);
        await LabelRun.RunAsync(Terminal, store, cancel);
        var watch = Stopwatch.StartNew();
        using var index = await LiveIndex.RebuildAsync(store, cancel);
        Terminal.Talk.WriteLine($"{index.Current.Count} rows indexed in {watch.Elapsed.TotalSeconds:0.00} s");
        return Exit.Done;
    }
}
