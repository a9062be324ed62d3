using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace OpenUpr.Tests.Cli;

/// <summary>
/// The real program, from the first verb to the last, as a script uses it: stdout, stderr, exit code. A process of its own takes seconds to begin: verbs in between, which only have to find what
/// another process left, run in this one.
/// </summary>
public sealed class BinaryTests : IDisposable
{
    private const string Header = "To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session\r";
    private const string Row = "Afghanistan,Asia,OIC,Ratify the Convention.,Austria,WEOG,EU,Accepted,5,\"Rights of the Child,Women's rights\",5\r";

    private readonly string _root = Directory.CreateTempSubdirectory("openupr_test_bin_").FullName;

    private string Data => Path.Combine(_root, "data");

    /// <summary>The web SDK would choose the collector that takes memory to be fast; the project says no, and a slip in the setting's name would go unnoticed.</summary>
    [Fact]
    public void The_program_shares_its_machine()
    {
        using var settings = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(Binary.Path, ".runtimeconfig.json")));
        Assert.False(settings.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties").GetProperty("System.GC.Server").GetBoolean());
    }

    [Fact]
    public async Task A_store_is_filled_searched_exported_backed_up_and_restored()
    {
        await File.WriteAllTextAsync(Name("good.csv"), Header + Row, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Name("bad.csv"), "not an export", TestContext.Current.CancellationToken);

        var import = await RunAsync("import", Name("good.csv"), Name("bad.csv"), "--format", "jsonl");
        Assert.Equal(1, import.Exit);
        var reports = import.Data.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToDictionary(r => r.GetProperty("file").GetString()!);
        Assert.Equal(1, reports["good.csv"].GetProperty("recommendations").GetInt32());
        Assert.Equal(JsonValueKind.String, reports["bad.csv"].GetProperty("refused").ValueKind);
        Assert.Equal(
            ["file", "kind", "refused", "rowsRead", "recommendations", "pledges", "known", "refusedRows", "doubtfulRows", "findings"],
            reports["good.csv"].EnumerateObject().Select(p => p.Name));

        Assert.Equal((0, "1\n", ""), await RunAsync("search", "convention", "--count"));
        Assert.Equal(0, (await HereAsync("export", "recommendations", "--out", Name("all.csv"))).Exit);
        Assert.Equal(0, (await HereAsync("backup", Name("b.openupr"), "--unproved")).Exit);
        Assert.Equal((1, "last good backup: none\n", ""), await HereAsync("backup", "--status"));
        Assert.Contains("b.openupr is good: ", (await RunAsync("backup", Name("b.openupr"))).Talk, StringComparison.Ordinal);
        Assert.Equal(0, (await HereAsync("backup", "--status")).Exit);
        Assert.Equal(1, (await HereAsync("backup", Name("all.csv"))).Exit);
        Assert.Equal(1, (await HereAsync("restore", Name("b.openupr"))).Exit);
        var restored = await RunAsync("restore", Name("b.openupr"), "--force");
        Assert.Equal(0, restored.Exit);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"as they were on {TimeProvider.System.GetUtcNow().Year}-"), restored.Talk, StringComparison.Ordinal);
        Assert.Equal(1, (await HereAsync("restore", Name("all.csv"), "--force")).Exit);
        Assert.Equal((0, "1\n", ""), await HereAsync("search", "--sur", "AFG", "--count"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Name("b.openupr")));
        }
    }

    [Fact]
    public async Task A_database_that_fails_in_the_middle_is_exit_1_with_its_reason_and_no_file()
    {
        Assert.Equal(0, (await HereAsync("search", "--count")).Exit);
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(Data, "openupr.db")};Pooling=False"))
        {
            await database.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = database.CreateCommand();
            command.CommandText = "DROP TABLE tags";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var (exit, data, talk) = await RunAsync("backup", Name("b.openupr"));
        Assert.Equal((1, ""), (exit, data));
        Assert.StartsWith("openupr: The database failed: ", talk, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", talk, StringComparison.Ordinal);
        Assert.False(File.Exists(Name("b.openupr")));
    }

    [Theory]
    [InlineData("http://192.0.2.1:5080", true)]
    [InlineData("http://localhost:5080/path", false)]
    public async Task An_address_that_cannot_be_listened_on_is_exit_1_with_the_reason(string url, bool isApart)
    {
        var (exit, data, talk) = isApart ? await RunAsync("serve", "--urls", url) : await HereAsync("serve", "--urls", url);
        Assert.Equal((1, ""), (exit, data));
        Assert.Contains($"openupr: {url} cannot be listened on: ", talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demonstration_is_served_and_gone_at_the_end()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A process cannot be asked to end there.");
        using var site = Binary.Start(null, "serve", "--demo", "--urls", "http://127.0.0.1:0");
        var address = await AddressAsync(site.StandardError);
        using var http = new HttpClient();
        Assert.Contains("fictional", await http.GetStringAsync(new Uri(address), TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);

        var port = new Uri(address).Port.ToString(CultureInfo.InvariantCulture);
        var second = await RunAsync("serve", "--urls", $"http://127.0.0.1:{port}");
        Assert.Equal(1, second.Exit);
        Assert.Contains("taken by another program", second.Talk, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", second.Talk, StringComparison.Ordinal);

        Assert.Equal(0, Kill(site.Id, 15));
        await site.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, site.ExitCode);
    }

    [Fact]
    public async Task The_demonstration_is_never_mixed_into_a_real_store()
    {
        Assert.Equal(0, (await HereAsync("reindex")).Exit);
        var (exit, _, talk) = await RunAsync("serve", "--demo", "--urls", "http://127.0.0.1:0");
        Assert.Equal(1, exit);
        Assert.Contains("--data", talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Routes_say_how_to_ask_and_who_may()
    {
        var (exit, data, _) = await TestTerminal.RunAsync("routes", "--format", "jsonl");
        Assert.Equal(0, exit);
        var routes = data.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Contains("/recommendations/{id", string.Join(' ', routes.Select(r => r.GetProperty("path").GetString())), StringComparison.Ordinal);
        Assert.All(routes, r => Assert.Equal(["method", "path", "sample", "access"], r.EnumerateObject().Select(p => p.Name)));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string Name(string file) => Path.Combine(_root, file);

    /// <summary>Inside the process of the test, which lets go of the file again.</summary>
    private async Task<(int Exit, string Data, string Talk)> HereAsync(params string[] args)
    {
        var result = await TestTerminal.RunAsync([.. args, "--data", Data]);
        SqliteConnection.ClearAllPools();
        return result;
    }

    private Task<(int Exit, string Data, string Talk)> RunAsync(params string[] args) => Binary.RunAsync(Data, args);

    private static async Task<string> AddressAsync(StreamReader talk)
    {
        const string Before = "OpenUPR is at ";
        while (await talk.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith(Before, StringComparison.Ordinal))
            {
                return line[Before.Length..line.IndexOf(',', StringComparison.Ordinal)];
            }
        }

        throw new InvalidOperationException("The site did not start.");
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
