namespace OpenUpr.Tests.Cli;

/// <summary>Wrong use: exit code 2, nothing on stdout, and a word that helps on stderr.</summary>
public sealed class MistakesTests
{
    [Theory]
    [InlineData("serch women", "Did you mean 'search'?")]
    [InlineData("search --sru CUB", "Did you mean '--sur'?")]
    [InlineData("search --seesion 13", "Did you mean '--session'?")]
    [InlineData("search --resp noted", "Did you mean '--response'?")]
    [InlineData("export recomendations --out x.csv", "Did you mean 'recommendations'?")]
    [InlineData("serve --deom", "Did you mean '--demo'?")]
    [InlineData("serve --backup-to x --backup-every 5m", "from ten minutes to a year")]
    [InlineData("serve --backup-to x --keep 0", "1 or more")]
    [InlineData("import", "Required argument 'PATH'")]
    [InlineData("export", "openupr export --help")]
    [InlineData("export recommendations", "--out")]
    [InlineData("export recommendations --out x.doc", "Use .csv, .xlsx or .jsonl")]
    [InlineData("search --limit many", "whole number")]
    [InlineData("search --limit -1", "0 for all")]
    [InlineData("search --sur ''", "names nothing")]
    [InlineData("search --unit words", "'pairs'")]
    [InlineData("search --sort colour", "relevance")]
    [InlineData("search --format pdf", "'jsonl'")]
    [InlineData("import x.csv --format xlsx", "'jsonl'")]
    [InlineData("serve --urls localhost", "http://localhost:5080")]
    [InlineData("serve --urls http://localhost:65536", "http://localhost:5080")]
    [InlineData("serve --urls http://localhost:-1", "http://localhost:5080")]
    [InlineData("serve --urls http://127.0.0.1:508o", "http://localhost:5080")]
    [InlineData("serve --urls ''", "no address to listen on")]
    [InlineData("serve --urls ;", "no address to listen on")]
    [InlineData("backup a b", "'b'")]
    [InlineData("backup ''", "name of the file is empty")]
    [InlineData("restore ''", "name of the file is empty")]
    [InlineData("search women --out ''", "name of the file is empty")]
    [InlineData("zzz", "openupr --help")]
    public async Task A_mistake_is_named_and_the_way_out_too(string line, string help)
    {
        var (exit, data, talk) = await TestTerminal.RunAsync(ShellWords.Split(line));
        Assert.Equal(2, exit);
        Assert.Empty(data);
        Assert.Contains(help, talk, StringComparison.Ordinal);
        Assert.StartsWith("openupr: ", talk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--database mysql://localhost/x reindex", "postgres://")]
    [InlineData("restore nothing-here.openupr", "nothing-here.openupr")]
    [InlineData("serve --demo --smtp smtp://me:secret@mail.example.org", "without a password")]
    [InlineData("serve --demo --smtp smtps://mail.example.org", "STARTTLS")]
    [InlineData("serve --demo --smtp smtp://mail.example.org", "--smtp-from")]
    [InlineData("serve --demo --smtp smtp://mail.example.org --smtp-from upr@example.org", "--smtp-site")]
    [InlineData("serve --demo --smtp smtp://me@mail.example.org --smtp-from upr@example.org --smtp-site https://upr.example.org", "OPENUPR_SMTP_PASSWORD")]
    [InlineData("serve --demo --smtp-from upr@example.org", "without --smtp")]
    public async Task A_refusal_is_exit_1(string line, string help)
    {
        var (exit, data, talk) = await TestTerminal.RunAsync(ShellWords.Split(line));
        Assert.Equal(1, exit);
        Assert.Empty(data);
        Assert.Contains(help, talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_goes_to_stdout_and_is_exit_0()
    {
        foreach (var line in new[] { "", "--help", "search --help", "export recommendations --help", "search --sru --help" })
        {
            var (exit, data, talk) = await TestTerminal.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            Assert.Equal(0, exit);
            Assert.Contains("Usage:", data, StringComparison.Ordinal);
            Assert.Equal(line.Contains(' ', StringComparison.Ordinal), data.Contains("Example", StringComparison.Ordinal));
            Assert.Empty(talk);
        }
    }

    [Fact]
    public async Task The_version_is_a_number_alone()
    {
        var (exit, data, _) = await TestTerminal.RunAsync("--version");
        Assert.Equal(0, exit);
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", data);
    }
}
