using System.CommandLine;
using OpenUpr.App.Cli.Stores;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Moving;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli.Coalitions;

/// <summary>openupr coalition export: everything of one coalition in one file.</summary>
internal sealed class CoalitionExportCommand : CoalitionVerb
{
    private readonly Argument<string> _file = new("FILE") { Description = "The file to write. An older file of a coalition under this name is replaced once the new one is complete; any other is left alone." };
    private readonly Option<string> _coalition = new("--coalition") { Description = "Its short name.", HelpName = "SLUG", Required = true };

    public CoalitionExportCommand(Terminal terminal, StoreOptions store)
        : base(
            terminal, store, "export", "Write everything of one coalition into one file, sealed with a passphrase (OPENUPR_BACKUP_PASSPHRASE, or asked for), to take it to another installation. The coalition here stays as it is.",
            "openupr coalition export tovell.coalition --coalition tovell-rights")
    {
        _file.Validators.Add(FileNames.MustNotBeEmpty);
        Add(_file);
        Add(_coalition);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, Rooms rooms, CancellationToken cancel)
    {
        var path = parsed.GetRequiredValue(_file);
        if (File.Exists(path) && !IsOne(path))
        {
            throw new CliException($"{path} exists and is not a coalition's file. Choose another name.");
        }

        var coalition = await FindAsync(rooms.Store, parsed.GetRequiredValue(_coalition), cancel);
        var passphrase = BackupPassphrase.New(Terminal);
        CoalitionFile? about = null;
        await OutputFile.WriteAsync(path, async stream => about = await CoalitionExport.WriteAsync(rooms, coalition.Id, passphrase, stream, Progress(), cancel), ownerOnly: true, cancel);
        Terminal.Talk.WriteLine(Numbers.Fill(MovingWords.Export_Done, about!.Rows, path, (new FileInfo(path).Length / 1024.0 / 1024.0).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)));
        if (about.LogFlaws > 0)
        {
            Terminal.Talk.WriteLine(Numbers.Fill(MovingWords.Export_Flaws, about.LogFlaws));
        }

        Terminal.Talk.WriteLine(Numbers.Fill(MovingWords.Export_Next, coalition.Slug, Closing.TermDays));
        return Exit.Done;
    }

    private static bool IsOne(string path)
    {
        using var file = BackupInput.Open(path);
        return SealedFile.IsIn(file, SealedFile.Coalition);
    }
}

/// <summary>openupr coalition import: a coalition from another installation.</summary>
internal sealed class CoalitionImportCommand : CoalitionVerb
{
    private readonly Argument<string> _file = new("FILE") { Description = "A file made by 'openupr coalition export', on SQLite or PostgreSQL." };

    public CoalitionImportCommand(Terminal terminal, StoreOptions store)
        : base(
            terminal, store, "import", "Take in a coalition from another installation, as a whole or not at all, and print ways in for its secretariat. One that is here already is left as it is.",
            "openupr coalition import tovell.coalition")
    {
        _file.Validators.Add(FileNames.MustNotBeEmpty);
        Add(_file);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, Rooms rooms, CancellationToken cancel)
    {
        var path = parsed.GetRequiredValue(_file);
        await using var input = BackupInput.Open(path);
        if (!SealedFile.IsIn(input, SealedFile.Coalition))
        {
            throw new CliException(SealedFile.IsIn(input, SealedFile.Backup) ? $"{path} is a backup of a whole store. 'openupr restore' puts it back." : $"{path} is not a coalition's file.");
        }

        var arrival = await CoalitionImport.RunAsync(rooms, input, BackupPassphrase.Existing(Terminal), Progress(), cancel);
        foreach (var sentence in Sentences(arrival))
        {
            Terminal.Talk.WriteLine(sentence);
        }

        Print(arrival.Ways);
        return Exit.Done;
    }

    private static IEnumerable<string> Sentences(Arrival arrival)
    {
        if (arrival.WasHere)
        {
            yield return Numbers.Fill(MovingWords.Import_WasHere, arrival.Slug);
            yield break;
        }

        yield return Numbers.Fill(MovingWords.Import_Done, arrival.Rows, arrival.Slug);
        if (arrival.SlugBefore is { } before)
        {
            yield return Numbers.Fill(MovingWords.Import_Slug, before, arrival.Slug);
        }

        if (arrival.Waiting > 0)
        {
            yield return Numbers.Fill(MovingWords.Import_Waiting, arrival.Waiting, arrival.Waiting + arrival.Found);
        }

        if (arrival.Unopened > 0)
        {
            yield return Numbers.Fill(MovingWords.Import_Unopened, arrival.Unopened);
        }

        yield return arrival.Ways.Count > 0 ? MovingWords.Import_People : MovingWords.Import_Nobody;
    }
}
