using System.CommandLine;
using OpenUpr.Accounts;
using OpenUpr.App.Features.Accounts;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli.Accounts;

/// <summary>A command on accounts. Whoever may read the store's files and its key runs the installation; what is done stands in its log.</summary>
internal abstract class UserVerb : Verb
{
    private readonly StoreOptions _store;
    private readonly KeyOptions _key;

    protected UserVerb(Terminal terminal, StoreOptions store, string name, string description, params IReadOnlyList<string> examples)
        : base(terminal, name, description, examples)
    {
        _store = store;
        _key = new KeyOptions(terminal);
        _key.AddTo(this);
    }

    protected static Argument<string> NameArgument() => new("NAME") { Description = "The name with which the person signs in." };

    protected abstract Task<int> RunAsync(ParseResult parsed, Installation installation, CancellationToken cancel);

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var store = await _store.OpenAsync(parsed, cancel);
        using var keys = await _key.OpenAsync(parsed, store, cancel);
        return await RunAsync(parsed, new Installation(store, keys, Terminal.Time, actorId: null), cancel);
    }

    /// <exception cref="CliException">Nobody signs in with this name.</exception>
    protected static async Task<AccountLine> FindAsync(Installation installation, string name, CancellationToken cancel) =>
        await installation.FindAsync(name, cancel) ?? throw new CliException($"Nobody signs in here as '{name}'. 'openupr user list' shows who does.");

    /// <exception cref="CliException">It was refused.</exception>
    protected static void Check(string? fault)
    {
        if (fault is not null)
        {
            throw new CliException(AccountFaults.Sentence(fault));
        }
    }

    /// <summary>Prints the two ways into an invitation: data, since a script may pass them on.</summary>
    protected void Print(InvitationKeys made)
    {
        Terminal.Out.WriteLine($"link  /join/{made.Token}");
        Terminal.Out.WriteLine($"code  {made.Code}");
        Terminal.Talk.WriteLine($"The link goes behind the address of your site; the code is typed on its page /join. One of the two opens the door, once, until {made.ExpiresAt.UtcDateTime:yyyy-MM-dd}.");
    }
}

/// <summary>openupr user list: who has an account.</summary>
internal sealed class UserListCommand(Terminal terminal, StoreOptions store)
    : UserVerb(terminal, store, "list", "List the accounts: name, name that others see, roles, open sessions.", "openupr user list")
{
    protected override async Task<int> RunAsync(ParseResult parsed, Installation installation, CancellationToken cancel)
    {
        var table = new TextTable([new("name"), new("shown"), new("roles"), new("sessions"), new("state", Rest: true)], Terminal.Width);
        foreach (var person in await installation.ListAsync(cancel))
        {
            var roles = string.Join(',', new[] { person.IsOperator ? "operator" : null, person.IsCurator ? "curator" : null }.OfType<string>());
            table.Add(person.SignInName, person.DisplayName, roles, person.Sessions.ToString(System.Globalization.CultureInfo.InvariantCulture), person.IsLocked ? "locked" : "open");
        }

        table.WriteTo(Terminal.Out);
        return Exit.Done;
    }
}

/// <summary>openupr user invite: a new account, made by its person.</summary>
internal sealed class UserInviteCommand : UserVerb
{
    private readonly Option<bool> _operator = new("--operator") { Description = "The person will run this installation." };
    private readonly Option<bool> _curator = new("--curator") { Description = "The person will import and correct public data." };

    public UserInviteCommand(Terminal terminal, StoreOptions store)
        : base(terminal, store, "invite", "Make an invitation: a link and a code, each of which makes one account.", "openupr user invite", "openupr user invite --curator")
    {
        Add(_operator);
        Add(_curator);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, Installation installation, CancellationToken cancel)
    {
        Print(await installation.InviteAsync(parsed.GetValue(_operator), parsed.GetValue(_curator), cancel));
        return Exit.Done;
    }
}

/// <summary>openupr user reset: a device is lost.</summary>
internal sealed class UserResetCommand : UserVerb
{
    private readonly Argument<string> _name = NameArgument();

    public UserResetCommand(Terminal terminal, StoreOptions store)
        : base(
            terminal, store, "reset", "For a lost device: closes every way into an account, ends its sessions, and prints a link and a code with which its person opens it anew. Be sure who asks.", "openupr user reset ada") => Add(_name);

    protected override async Task<int> RunAsync(ParseResult parsed, Installation installation, CancellationToken cancel)
    {
        var person = await FindAsync(installation, parsed.GetRequiredValue(_name), cancel);
        Print(await installation.ResetAsync(person.Id, cancel) ?? throw new CliException(AccountFaults.Sentence("not-there")));
        return Exit.Done;
    }
}

/// <summary>openupr user role: what somebody may do in the installation.</summary>
internal sealed class UserRoleCommand : UserVerb
{
    private readonly Argument<string> _name = NameArgument();
    private readonly Argument<string[]> _roles = new("ROLE") { Description = "operator, curator, or none.", Arity = ArgumentArity.OneOrMore };

    public UserRoleCommand(Terminal terminal, StoreOptions store)
        : base(terminal, store, "role", "Say what somebody may do in the installation; roles that are not named are taken away.", "openupr user role ada curator", "openupr user role ada none")
    {
        _roles.AcceptOnlyFromAmong("operator", "curator", "none");
        Add(_name);
        Add(_roles);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, Installation installation, CancellationToken cancel)
    {
        var (person, roles) = (await FindAsync(installation, parsed.GetRequiredValue(_name), cancel), parsed.GetRequiredValue(_roles));
        Check(await installation.SetRolesAsync(person.Id, roles.Contains("operator"), roles.Contains("curator"), cancel));
        Terminal.Talk.WriteLine($"{person.SignInName}: {string.Join(", ", roles)}");
        return Exit.Done;
    }
}

/// <summary>openupr user lock, openupr user unlock.</summary>
internal sealed class UserLockCommand : UserVerb
{
    private readonly Argument<string> _name = NameArgument();
    private readonly bool _locks;

    private UserLockCommand(Terminal terminal, StoreOptions store, bool locks, string name, string description)
        : base(terminal, store, name, description, $"openupr user {name} ada")
    {
        _locks = locks;
        Add(_name);
    }

    public static UserLockCommand Lock(Terminal terminal, StoreOptions store) => new(terminal, store, true, "lock", "Shut an account until it is unlocked, and end its sessions.");

    public static UserLockCommand Unlock(Terminal terminal, StoreOptions store) => new(terminal, store, false, "unlock", "Open an account that was locked, or shut for a while by wrong tries.");

    protected override async Task<int> RunAsync(ParseResult parsed, Installation installation, CancellationToken cancel)
    {
        var person = await FindAsync(installation, parsed.GetRequiredValue(_name), cancel);
        Check(_locks ? await installation.LockAsync(person.Id, cancel) : await installation.UnlockAsync(person.Id, cancel));
        Terminal.Talk.WriteLine($"{person.SignInName}: {(_locks ? "locked" : "open")}");
        return Exit.Done;
    }
}

/// <summary>openupr user delete: an account goes for good.</summary>
internal sealed class UserDeleteCommand : UserVerb
{
    private readonly Argument<string> _name = NameArgument();
    private readonly Option<bool> _forget = new("--forget-name") { Description = "Take the person's name out of their coalitions' records: they then say \"a former member\"." };

    public UserDeleteCommand(Terminal terminal, StoreOptions store)
        : base(terminal, store, "delete", "Delete an account for good. What its person wrote for coalitions stays theirs.", "openupr user delete ada --forget-name")
    {
        Add(_name);
        Add(_forget);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, Installation installation, CancellationToken cancel)
    {
        var person = await FindAsync(installation, parsed.GetRequiredValue(_name), cancel);
        var open = await installation.DeleteAsync(person.Id, parsed.GetValue(_forget), cancel);
        if (!open.IsNothing)
        {
            var lines = open.Coalitions.Select(c => $"{person.SignInName} is the only secretariat of {c}.").Concat(open.IsLastOperator ? [$"{person.SignInName} is the only operator."] : Array.Empty<string>());
            throw new CliException($"Nothing was deleted, since others would be locked out: {string.Join(" ", lines)} Hand this over first.");
        }

        Terminal.Talk.WriteLine($"{person.SignInName} is deleted. Backups that were made before still hold the account.");
        return Exit.Done;
    }
}
