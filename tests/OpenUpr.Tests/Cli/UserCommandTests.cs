using OpenUpr.Accounts;
using OpenUpr.Storage;
using OpenUpr.Tests.App.Accounts;

namespace OpenUpr.Tests.Cli;

/// <summary>openupr user, as the operator at the machine uses it.</summary>
public sealed class UserCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("openupr_test_user_").FullName;

    private string Data => Path.Combine(_folder, "data");

    [Fact]
    public async Task An_operator_invites_gives_roles_locks_resets_and_deletes()
    {
        var (exit, data, _) = await RunAsync("user", "invite", "--curator");
        Assert.Equal(0, exit);
        Assert.Matches("^link  /join/[A-Za-z0-9_-]{43}\ncode  [0-9A-Z]{4}(-[0-9A-Z]{4}){3}\n$", data);
        var store = await Store.OpenAsync(StoreLocation.Parse(Data, null), cancel: TestContext.Current.CancellationToken);
        var joined = await Joining.WithNewAccountAsync(store, TimeProvider.System, data.Split('\n')[0]["link  /join/".Length..], new NewAccount("ada", "Ada", "hash"), TestContext.Current.CancellationToken);
        Assert.Null(joined.Fault);
        Assert.True((await TestAccounts.ReadAsync(store, joined.AccountId)).IsCurator);

        Assert.Equal(0, (await RunAsync("user", "role", "ADA", "operator")).Exit);
        Assert.Contains("ada", (await RunAsync("user", "list")).Data, StringComparison.Ordinal);
        Assert.True((await TestAccounts.ReadAsync(store, joined.AccountId)) is { IsOperator: true, IsCurator: false });
        var (refused, _, why) = await RunAsync("user", "lock", "ada");
        Assert.Equal(1, refused);
        Assert.Contains("nobody else could run this installation", why, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("user", "role", "ada", "none")).Exit);
        Assert.Equal(0, (await RunAsync("user", "reset", "ada")).Exit);
        Assert.Null((await TestAccounts.ReadAsync(store, joined.AccountId)).PasswordHash);
        var (missing, _, talk) = await RunAsync("user", "unlock", "nobody");
        Assert.Equal(1, missing);
        Assert.Contains("openupr user list", talk, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("user", "delete", "ada")).Exit);
        Assert.DoesNotContain("ada", (await RunAsync("user", "list")).Data, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<(int Exit, string Data, string Talk)> RunAsync(params string[] args) => TestTerminal.RunAsync([.. args, "--data", Data, "--key-file", Path.Combine(_folder, "key")]);
}
