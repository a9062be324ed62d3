using System.CommandLine;
using OpenUpr.Accounts;
using OpenUpr.App.Cli.Coalitions;
using OpenUpr.Coalitions;

namespace OpenUpr.App.Cli.Accounts;

/// <summary>openupr user founding: who may found a coalition on the site.</summary>
internal sealed class UserFoundingCommand : CoalitionVerb
{
    private readonly Argument<string?> _who = new("WHO") { Description = "everyone, operators, or named with the names of accounts behind it. Without it: says what holds.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Argument<string[]> _names = new("NAME") { Description = "Names with which people sign in.", Arity = ArgumentArity.ZeroOrMore };

    public UserFoundingCommand(Terminal terminal, StoreOptions store)
        : base(terminal, store, "founding", "Say who may found a coalition on the site: every account, operators only, or named accounts beside them.", "openupr user founding", "openupr user founding operators", "openupr user founding named ada")
    {
        _who.AcceptOnlyFromAmong([.. FoundingRule.All]);
        Add(_who);
        Add(_names);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, Rooms rooms, CancellationToken cancel)
    {
        var accounts = await new Installation(rooms.Store, rooms.Keys, rooms.Time, actorId: null).ListAsync(cancel);
        if (parsed.GetValue(_who) is { } who)
        {
            var ids = (parsed.GetValue(_names) ?? []).Select(n => accounts.FirstOrDefault(a => AccountNames.Normalise(a.SignInName) == AccountNames.Normalise(n))?.Id
                ?? throw new CliException($"Nobody signs in here as '{n}'. 'openupr user list' shows who does.")).ToList();
            if ((who == FoundingRule.Named) != ids.Count > 0 || !await new FoundingRule(who, ids).SaveAsync(rooms.Store, rooms.Keys, rooms.Time, null, cancel))
            {
                return WrongUse("Names of accounts stand behind 'named', and only there.");
            }
        }

        var rule = await FoundingRule.ReadAsync(rooms.Store, cancel);
        Terminal.Out.WriteLine(string.Join(' ', accounts.Where(a => rule.AccountIds.Contains(a.Id)).Select(a => a.SignInName).Prepend(rule.Who)));
        return Exit.Done;
    }
}
