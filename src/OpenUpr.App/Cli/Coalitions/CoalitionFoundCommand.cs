using System.CommandLine;
using OpenUpr.Accounts;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Resources;
using OpenUpr.Coalitions;

namespace OpenUpr.App.Cli.Coalitions;

/// <summary>openupr coalition create: founds a coalition for somebody.</summary>
internal sealed class CoalitionFoundCommand : CoalitionVerb
{
    private const int LongestTerms = 100_000;

    private readonly Argument<string> _name = new("NAME") { Description = "What the coalition is called." };
    private readonly Option<string> _account = new("--account") { Description = "Who founds it, by the name with which they sign in: its first secretariat.", HelpName = "NAME", Required = true };
    private readonly Option<string> _language = new("--language") { Description = "The language it works in.", HelpName = string.Join('|', Founding.Languages), DefaultValueFactory = _ => "en" };
    private readonly Option<string?> _country = new("--country") { Description = "The State it works on. Without it: several.", HelpName = "ISO3" };
    private readonly Option<string?> _founder = new("--as") { Description = "As the coalition is to know the founder: a name or an alias. Default: the account's.", HelpName = "NAME" };
    private readonly Option<string?> _terms = new("--terms") { Description = "A text file with the first terms of reference. Default: the template of the page, to be adapted there.", HelpName = "FILE" };

    public CoalitionFoundCommand(Terminal terminal, StoreOptions store)
        : base(terminal, store, "create", "Found a coalition for somebody who has an account, whoever may found one on the site. Prints its short name.", "openupr coalition create \"Rights in Tovell\" --account ada --country SVN")
    {
        Add(_name);
        Add(_account);
        Add(_language);
        Add(_country);
        Add(_founder);
        Add(_terms);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, Rooms rooms, CancellationToken cancel)
    {
        var name = parsed.GetRequiredValue(_account);
        var account = await new Installation(rooms.Store, rooms.Keys, rooms.Time, null).FindAsync(name, cancel)
            ?? throw new CliException($"Nobody signs in here as '{name}'. 'openupr user list' shows who does, 'openupr user invite' makes an account.");
        var wish = new NewCoalition(parsed.GetRequiredValue(_name), parsed.GetValue(_language), parsed.GetValue(_country)?.ToUpperInvariant(), parsed.GetValue(_founder) ?? account.DisplayName, Terms(parsed.GetValue(_terms)));
        var (outcome, slug) = await Founding.FoundForAsync(rooms, account.Id, wish, cancel);
        if (!outcome.IsDone)
        {
            throw new CliException($"Nothing was founded ({outcome.Field}): {CoalitionText.Of("Refusal", outcome.Refused!.Value)}");
        }

        Terminal.Out.WriteLine(slug);
        Terminal.Talk.WriteLine($"{account.SignInName} keeps its secretariat: /coalitions/{slug}");
        return Exit.Done;
    }

    private static string Terms(string? file)
    {
        if (file is null)
        {
            return CoalitionWords.Terms_Template;
        }

        var about = new FileInfo(file);
        return !about.Exists ? throw new CliException($"{file} is not there.")
            : about.Length > LongestTerms ? throw new CliException($"{file} is longer than {LongestTerms} bytes: are these the terms of reference?")
            : File.ReadAllText(file);
    }
}
