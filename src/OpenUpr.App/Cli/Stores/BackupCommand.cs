using System.CommandLine;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli.Stores;

/// <summary>openupr backup: the whole store in one file.</summary>
internal sealed class BackupCommand : Verb
{
    private readonly StoreOptions _store;
    private readonly Argument<string> _file = new("FILE") { Description = "The backup to write. An older backup under this name is replaced once the new one is complete; any other file is left alone." };

    public BackupCommand(Terminal terminal, StoreOptions store)
        : base(
            terminal, "backup", "Write the whole store into one file, from which it can be restored on SQLite or PostgreSQL.",
            "openupr backup upr-2026-11-21.openupr")
    {
        _store = store;
        _file.Validators.Add(FileNames.MustNotBeEmpty);
        Add(_file);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var path = parsed.GetRequiredValue(_file);
        if (File.Exists(path) && !BackupManifest.IsIn(path))
        {
            throw new CliException($"{path} exists and is not a backup. Choose another name.");
        }

        var store = await _store.OpenAsync(parsed, cancel);
        BackupManifest? manifest = null;
        await OutputFile.WriteAsync(path, async stream => manifest = await Backup.WriteAsync(store, stream, Terminal.Time, cancel), ownerOnly: true, cancel);
        Terminal.Talk.WriteLine($"{manifest!.Tables.Sum(t => t.Rows)} rows of {manifest.Tables.Count} tables written to {path} ({new FileInfo(path).Length / 1024.0 / 1024.0:0.0} MB)");
        return Exit.Done;
    }
}
