using OpenUpr.Storage;

namespace OpenUpr.Tests.House;

/// <summary>The code that could go round the rule of private rows stands in few, named places.</summary>
public sealed class PrivateCodeTests
{
    /// <summary>Rows by which it is decided who may enter, or that are read before anybody has; each is no private row on purpose.</summary>
    private static readonly string[] s_doors = [nameof(Membership), nameof(Invitation), nameof(CoalitionKey), nameof(CalendarFeed), nameof(DropBoxDoor), nameof(DropReceipt), nameof(AuditEntry), nameof(PublicPage)];

    private static readonly (string Words, string[] Files)[] s_kept =
    [
        ("IgnoreQueryFilters", ["Storage/BackupTable.cs", "Evidence/StraySendings.cs"]),
        ("OpenWhole", ["Storage/Store.cs", "Storage/Backup.cs", "Storage/BackupRestore.cs", "Storage/BackupVerify.cs"]),
        ("new CoalitionAccess(", ["Coalitions/CoalitionAccess.cs"]),
        ("SqlQuery", ["Storage/SqliteDb.cs", "Storage/SqliteWall.cs", "Storage/PostgresWall.cs", "Storage/PostgresRole.cs"]),
        ("ExecuteSql", ["Storage/SqliteDb.cs", "Storage/SqliteWall.cs", "Storage/PostgresDb.cs", "Storage/PostgresWall.cs", "Storage/BackupTable.cs"]),
        ("FromSql", []),
        ("CreateCommand", ["Storage/SqliteDb.cs", "Storage/PostgresGate.cs"]),
        ("NpgsqlConnection(", []),
        ("SqliteConnection(", []),
    ];

    [Fact]
    public void Every_row_of_a_coalition_is_private_or_a_door()
    {
        var rows = typeof(Store).Assembly.GetTypes().Where(t => t is { IsClass: true, Namespace: "OpenUpr.Storage" } && t.GetProperty("CoalitionId") is not null && !t.IsAssignableTo(typeof(OpenUprDb)));
        Assert.Equal(s_doors.Order(), rows.Where(t => !t.IsAssignableTo(typeof(IPrivateRow))).Select(t => t.Name).Order());
    }

    [Fact]
    public void What_goes_round_the_rule_stands_in_named_files()
    {
        var sources = Sources();
        foreach (var (words, files) in s_kept)
        {
            var found = sources.Where(s => s.Text.Contains(words, StringComparison.Ordinal)).Select(s => s.Path);
            Assert.Equal([], found.Where(p => !files.Any(f => p.EndsWith($"/{f}", StringComparison.Ordinal))).Select(p => $"{p} has {words}"));
        }
    }

    [Fact]
    public void No_page_takes_the_programs_own_access()
    {
        var pages = Sources().Where(s => s.Path.Contains("/OpenUpr.App/Features/", StringComparison.Ordinal));
        Assert.Equal([], pages.Where(s => s.Text.Contains("ForUpkeepAsync", StringComparison.Ordinal)).Select(s => s.Path));
    }

    private static List<(string Path, string Text)> Sources() =>
        [.. Directory.EnumerateFiles(Path.Combine(HouseRulesTests.FindRoot(), "src"), "*.cs", SearchOption.AllDirectories)
            .Select(p => p.Replace('\\', '/')).Where(p => !p.Contains("/Migrations/", StringComparison.Ordinal) && !p.Contains("/obj/", StringComparison.Ordinal)).Select(p => (p, string.Join('\n', File.ReadLines(p).Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal)))))];
}
