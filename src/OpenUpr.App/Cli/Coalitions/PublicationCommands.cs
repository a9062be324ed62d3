using System.CommandLine;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Publications;
using OpenUpr.Sources;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli.Coalitions;

/// <summary>openupr publication export: the signed file of what a coalition shows.</summary>
internal sealed class PublicationExportCommand : CoalitionVerb
{
    private readonly Argument<string> _name = new("NAME") { Description = "Of the page that is shown: the last part of /outcomes/NAME." };
    private readonly Option<string> _out = new("--out") { Description = "The file. It appears only when it is complete.", HelpName = "FILE", Required = true };

    public PublicationExportCommand(Terminal terminal, StoreOptions store)
        : base(
            terminal, store, "export", "Write how far recommendations are carried out, as a coalition shows it to everybody, into a file that this installation signs.",
            "openupr publication export islands-outcome --out islands.openupr.json")
    {
        Add(_name);
        Add(_out);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, Rooms rooms, CancellationToken cancel)
    {
        var name = parsed.GetRequiredValue(_name);
        var file = await Publications.WriteAsync(rooms, name, cancel) ?? throw new CliException($"No page '{name}' shows judgements here. A coalition shows them under “Public page” of a review that it follows.");
        await OutputFile.WriteAsync(parsed.GetRequiredValue(_out), stream => stream.WriteAsync(file, cancel).AsTask(), ownerOnly: false, cancel);
        Terminal.Talk.WriteLine($"Signed with the key {PublicationFiles.Read(file, rooms.Store.Reference.States.Select(s => s.Iso3).ToHashSet()).Fingerprint}");
        return Exit.Done;
    }
}

/// <summary>openupr publication import: what a coalition of another installation shows.</summary>
internal sealed class PublicationImportCommand : CoalitionVerb
{
    private readonly Argument<string> _file = new("FILE") { Description = "A signed file of another installation." };
    private readonly Option<string?> _trust = new("--trust-as") { Description = "What you call that installation from now on. Only after you compared its fingerprint with who runs it, on another way than the file came.", HelpName = "NAME" };

    public PublicationImportCommand(Terminal terminal, StoreOptions store)
        : base(
            terminal, store, "import", "Take in what a coalition of another installation shows, if its signature is good and you trust who signed. It stands under /implementation, apart from everything else.",
            "openupr publication import islands.openupr.json", "openupr publication import islands.openupr.json --trust-as \"Rights Network\"")
    {
        _file.Validators.Add(FileNames.MustNotBeEmpty);
        Add(_file);
        Add(_trust);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, Rooms rooms, CancellationToken cancel)
    {
        var path = parsed.GetRequiredValue(_file);
        if (!File.Exists(path) || new FileInfo(path).Length > PublicationFiles.MaxBytes)
        {
            throw new CliException(File.Exists(path) ? $"{path} has more than {PublicationFiles.MaxBytes / 1024 / 1024} MB." : $"There is no file {path}.");
        }

        try
        {
            var signed = PublicationFiles.Read(await File.ReadAllBytesAsync(path, cancel), rooms.Store.Reference.States.Select(s => s.Iso3).ToHashSet());
            var fate = await ForeignPublications.TakeAsync(rooms, signed, parsed.GetValue(_trust), null, cancel);
            if (fate is PublicationFate.Unknown)
            {
                throw new CliException($"Nobody here trusts who signed {path} yet: {signed.Fingerprint}. Compare this fingerprint with who runs that installation, then say --trust-as NAME.");
            }

            Terminal.Talk.WriteLine(Numbers.Fill(ImplementationWords.ResourceManager.GetString($"Fate_{fate}", System.Globalization.CultureInfo.CurrentUICulture)!, signed.Fingerprint));
            return Exit.Done;
        }
        catch (SourceException e)
        {
            throw new CliException($"{path}: {e.Message}");
        }
    }
}
