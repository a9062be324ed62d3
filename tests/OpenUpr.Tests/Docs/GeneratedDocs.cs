namespace OpenUpr.Tests.Docs;

/// <summary>Compares a page under docs/ with what the program would write, or writes it.</summary>
internal static class GeneratedDocs
{
    private const string Write = "OPENUPR_WRITE_DOCS";

    public static string Root { get; } = FindRoot();

    public static void AssertFresh(string page, string expected)
    {
        var path = Path.Combine(Root, "docs", page);
        if (Environment.GetEnvironmentVariable(Write) == "1")
        {
            File.WriteAllText(path, expected);
        }

        var actual = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : string.Empty;
        Assert.True(actual == expected, $"docs/{page} is stale; run: {Write}=1 dotnet test tests/OpenUpr.Tests --filter FullyQualifiedName~OpenUpr.Tests.Docs");
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "OpenUpr.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests must run inside the source tree.");
        }

        return folder;
    }
}
