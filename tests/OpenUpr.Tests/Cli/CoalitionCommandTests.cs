using OpenUpr.Accounts;
using OpenUpr.App.Cli;
using OpenUpr.Storage;

namespace OpenUpr.Tests.Cli;

/// <summary>openupr coalition, as the operator at the machine uses it.</summary>
public sealed class CoalitionCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("openupr_test_coalition_").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_coalition_is_founded_filled_written_out_and_taken_in_elsewhere()
    {
        var invited = await RunAsync("here", "user", "invite");
        var store = await Store.OpenAsync(StoreLocation.Parse(Path.Combine(_folder, "here"), null), cancel: Cancel);
        await Joining.WithNewAccountAsync(store, TimeProvider.System, invited.Data.Split('\n')[0]["link  /join/".Length..], new NewAccount("ada", "Ada", "hash"), Cancel);
        var (exit, slug, _) = await RunAsync("here", "coalition", "create", "Rights in the hills", "--account", "ada");
        Assert.Equal(0, exit);
        slug = slug.Trim();
        Assert.Contains(slug, (await RunAsync("here", "coalition", "list", "--format", "jsonl")).Data, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("here", "coalition", "create", "X", "--account", "nobody")).Exit);

        var sheet = Path.Combine(_folder, "people.csv");
        await File.WriteAllTextAsync(sheet, "Nom,Fonction\nKofi,éditeur\n", Cancel);
        var dry = await RunAsync("here", "coalition", "import-sheet", sheet, "--coalition", slug, "--kind", "people", "--dry-run");
        Assert.Contains("Rows that would come in: 1", dry.Talk, StringComparison.Ordinal);
        var taken = await RunAsync("here", "coalition", "import-sheet", sheet, "--coalition", slug, "--kind", "people", "--map", "Nom=name,Fonction=role", "--format", "csv");
        Assert.Matches("2,new,Kofi,/join/[A-Za-z0-9_-]{43},[0-9A-Z-]{19},", taken.Data);
        Assert.Equal(1, (await RunAsync("here", "coalition", "import-sheet", sheet, "--coalition", slug, "--kind", "people", "--map", "Nom=title")).Exit);

        var file = Path.Combine(_folder, "hills.coalition");
        Assert.Equal(1, (await RunAsync("here", "coalition", "export", sheet, "--coalition", slug)).Exit);
        Assert.Equal(0, (await RunAsync("here", "coalition", "export", file, "--coalition", slug)).Exit);
        Assert.Equal(1, (await RunAsync("there", "coalition", "import", sheet)).Exit);
        var arrived = await RunAsync("there", "coalition", "import", file);
        Assert.Equal(0, arrived.Exit);
        Assert.Matches("name  Ada\nlink  /join/[A-Za-z0-9_-]{43}\ncode  ", arrived.Data);
        Assert.Contains("already", (await RunAsync("there", "coalition", "import", file)).Talk, StringComparison.Ordinal);
        var verified = await RunAsync("there", "audit", "verify");
        Assert.Equal(0, verified.Exit);
        Assert.Contains("came from another installation", verified.Data, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("there", "keys", "rotate")).Exit);
    }

    [Fact]
    public async Task Who_may_found_one_is_said_at_the_machine()
    {
        Assert.Equal("everyone\n", (await RunAsync("here", "user", "founding")).Data);
        Assert.Equal("operators\n", (await RunAsync("here", "user", "founding", "operators")).Data);
        Assert.Equal(2, (await RunAsync("here", "user", "founding", "named")).Exit);
        Assert.Equal(1, (await RunAsync("here", "user", "founding", "named", "nobody")).Exit);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<(int Exit, string Data, string Talk)> RunAsync(string store, params string[] args)
    {
        using var terminal = new TestTerminal();
        terminal.Environment["OPENUPR_BACKUP_PASSPHRASE"] = "four words not together";
        try
        {
            return (await CommandLine.RunAsync([.. args, "--data", Path.Combine(_folder, store), "--key-file", Path.Combine(_folder, store + ".key")], terminal.Terminal, Cancel), terminal.Data, terminal.Talk);
        }
        catch (Exception e) when (e is CliException or StoreException or OpenUpr.Sources.SourceException)
        {
            return (Exit.Failed, terminal.Data, e.Message);
        }
    }
}
