using System.CommandLine;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli;

/// <summary>Which store a command works on: --data and --database, or their environment variables.</summary>
internal sealed class StoreOptions(Terminal terminal)
{
    private readonly Option<string?> _data = new("--data")
    {
        Description = "Folder of the SQLite database and of everything else that is kept. Default: the user's data folder of the platform, such as ~/.local/share/openupr. Environment: OPENUPR_DATA.",
        HelpName = "DIR",
        Recursive = true,
    };

    private readonly Option<string?> _database = new("--database")
    {
        Description = "Use this PostgreSQL database instead of SQLite: postgres://user:password@host:port/name. Environment: OPENUPR_DATABASE.",
        HelpName = "URL",
        Recursive = true,
    };

    public void AddTo(RootCommand root)
    {
        root.Add(_data);
        root.Add(_database);
    }

    /// <summary>Whether anybody said where the store is, or all is left to the defaults.</summary>
    public bool AreGiven(ParseResult parsed) => Data(parsed) is not null || Database(parsed) is not null;

    /// <exception cref="StoreException">The address is not one of a PostgreSQL database.</exception>
    public StoreLocation Location(ParseResult parsed) => StoreLocation.Parse(Data(parsed), Database(parsed), terminal.Environment(Settings.DatabaseOwner.Name));

    /// <exception cref="StoreException">The store cannot be opened.</exception>
    public async Task<Store> OpenAsync(ParseResult parsed, CancellationToken cancel)
    {
        var store = await Store.OpenAsync(Location(parsed), World.UnitedNations, cancel);
        if (store.Warning is { } warning)
        {
            terminal.Talk.WriteLine($"Note: {warning}");
        }

        return store;
    }

    private string? Data(ParseResult parsed) => Given(parsed.GetValue(_data)) ?? Given(terminal.Environment(Settings.Data.Name));

    private string? Database(ParseResult parsed) => Given(parsed.GetValue(_database)) ?? Given(terminal.Environment(Settings.Database.Name));

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
