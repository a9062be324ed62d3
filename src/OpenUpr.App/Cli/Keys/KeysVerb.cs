using System.CommandLine;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli.Keys;

/// <summary>A command about keys: opens the store and its private side.</summary>
internal abstract class KeysVerb : Verb
{
    private readonly StoreOptions _store;
    private readonly KeyOptions _key;

    protected KeysVerb(Terminal terminal, StoreOptions store, string name, string description, string example)
        : base(terminal, name, description, example)
    {
        _store = store;
        _key = new KeyOptions(terminal);
        _key.AddTo(this);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var store = await _store.OpenAsync(parsed, cancel);
        using var keys = await _key.OpenAsync(parsed, store, cancel);
        return await RunAsync(parsed, new Rooms(store, keys, Terminal.Time), cancel);
    }

    protected abstract Task<int> RunAsync(ParseResult parsed, Rooms rooms, CancellationToken cancel);

    /// <summary>The coalitions that are meant: the named one, or all.</summary>
    /// <exception cref="CliException">There is none of this name.</exception>
    protected static async Task<IReadOnlyList<Coalition>> CoalitionsAsync(Store store, string? slug, CancellationToken cancel)
    {
        await using var db = store.Open();
        var found = db.Coalitions.Where(c => slug == null || c.Slug == slug).OrderBy(c => c.Slug).ToList();
        cancel.ThrowIfCancellationRequested();
        return slug is null || found.Count > 0 ? found : throw new CliException($"There is no coalition '{slug}' in this store.");
    }
}
