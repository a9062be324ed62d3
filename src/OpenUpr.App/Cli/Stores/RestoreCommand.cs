using System.CommandLine;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli.Stores;

/// <summary>openupr restore: a backup becomes the store.</summary>
internal sealed class RestoreCommand : Verb
{
    private readonly StoreOptions _store;
    private readonly Argument<string> _file = new("FILE") { Description = "A backup made by 'openupr backup', on SQLite or PostgreSQL." };
    private readonly Option<bool> _force = new("--force") { Description = "Replace everything in a store that holds data already." };

    public RestoreCommand(Terminal terminal, StoreOptions store)
        : base(
            terminal, "restore", "Put a backup in the place of the store. It happens as a whole or not at all.",
            "openupr restore upr-2026-11-21.openupr --data restored")
    {
        _store = store;
        _file.Validators.Add(FileNames.MustNotBeEmpty);
        Add(_file);
        Add(_force);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var path = parsed.GetRequiredValue(_file);
        await using var input = Open(path);
        var store = await _store.OpenAsync(parsed, cancel);
        var manifest = await BackupRestore.RunAsync(store, input, parsed.GetValue(_force), cancel);
        Terminal.Talk.WriteLine($"{manifest.Tables.Sum(t => t.Rows)} rows of {manifest.Tables.Count} tables restored, as they were on {manifest.CreatedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
        return Exit.Done;
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"{path} cannot be read: {e.Message}", e);
        }
    }
}
