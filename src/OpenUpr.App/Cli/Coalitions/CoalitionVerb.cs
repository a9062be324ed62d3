using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Accounts;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Moving;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli.Coalitions;

/// <summary>A command on coalitions, for the operator at the machine: opens the store and its private side.</summary>
internal abstract class CoalitionVerb : Verb
{
    private readonly StoreOptions _store;
    private readonly KeyOptions _key;

    protected CoalitionVerb(Terminal terminal, StoreOptions store, string name, string description, params IReadOnlyList<string> examples)
        : base(terminal, name, description, examples)
    {
        _store = store;
        _key = new KeyOptions(terminal);
        _key.AddTo(this);
    }

    protected abstract Task<int> RunAsync(ParseResult parsed, Rooms rooms, CancellationToken cancel);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var store = await _store.OpenAsync(parsed, cancel);
        using var keys = await _key.OpenAsync(parsed, store, cancel);
        return await RunAsync(parsed, new Rooms(store, keys, Terminal.Time), cancel);
    }

    /// <exception cref="CliException">There is none of this name.</exception>
    protected static async Task<Coalition> FindAsync(Store store, string slug, CancellationToken cancel)
    {
        await using var db = store.Open();
        return await db.Coalitions.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, cancel) ?? throw new CliException($"There is no coalition '{slug}' in this store. 'openupr coalition list' shows those that are.");
    }

    /// <summary>Prints ways into the room, and how they are used.</summary>
    protected void Print(IReadOnlyList<WayIn> ways)
    {
        foreach (var way in ways)
        {
            Terminal.Out.WriteLine($"name  {way.Name}");
            Terminal.Out.WriteLine($"link  /join/{way.Keys.Token}");
            Terminal.Out.WriteLine($"code  {way.Keys.Code}");
        }

        if (ways.Count > 0)
        {
            Terminal.Talk.WriteLine($"Each link goes behind the address of your site; each code is typed on its page /join. One of the two opens the place, once, until {ways[0].Keys.ExpiresAt.UtcDateTime:yyyy-MM-dd}.");
        }
    }

    /// <summary>A line that is written over while the work goes on; none where nobody looks.</summary>
    protected IProgress<MoveProgress>? Progress() => Terminal.TalkIsTerminal ? new Line(Terminal.Talk) : null;

    private sealed class Line(TextWriter talk) : IProgress<MoveProgress>
    {
        public void Report(MoveProgress value) => talk.Write($"\r{value.Rows}{(value.Total > 0 ? $" of {value.Total}" : string.Empty)} rows, {value.Table}".PadRight(70) + "\r");
    }
}
