using System.CommandLine;
using System.Text.RegularExpressions;
using OpenUpr.App.Cli;
using OpenUpr.Tests.Cli;

namespace OpenUpr.Tests.Docs;

public sealed partial class CliReferenceTests
{
    private static readonly RootCommand s_root = CommandLine.Build(new TestTerminal().Terminal);

    [Fact]
    public void The_reference_of_the_command_line_is_what_the_program_writes() => GeneratedDocs.AssertFresh("cli.md", Reference.Write(s_root));

    [Fact]
    public void Every_verb_has_one_line_of_help_and_an_example_that_parses()
    {
        foreach (var (path, verb) in Reference.Verbs(s_root))
        {
            Assert.EndsWith(".", verb.Description, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', verb.Description!);
            Assert.NotEmpty(verb.Examples);
            foreach (var example in verb.Examples)
            {
                Assert.StartsWith(path, example, StringComparison.Ordinal);
                var parsed = CommandLine.Parse(s_root, ShellWords.Split(example)[1..]);
                Assert.Empty(Mistakes.Find(parsed));
                Assert.Same(verb, parsed.CommandResult.Command);
            }
        }
    }

    [Fact]
    public void Every_option_and_argument_is_explained()
    {
        var options = s_root.Options.Concat(Reference.Verbs(s_root).SelectMany(v => v.Verb.Options));
        Assert.All(options, o => Assert.False(string.IsNullOrWhiteSpace(o.Description), o.Name));
        Assert.All(Reference.Verbs(s_root).SelectMany(v => v.Verb.Arguments), a => Assert.False(string.IsNullOrWhiteSpace(a.Description), a.Name));
    }

    [Fact]
    public void Every_environment_variable_that_the_program_reads_is_in_the_reference()
    {
        var read = from file in Directory.EnumerateFiles(Path.Combine(GeneratedDocs.Root, "src"), "*.cs", SearchOption.AllDirectories)
                   from Match match in Variable().Matches(File.ReadAllText(file))
                   select match.Value;
        Assert.Equal(Settings.All.Select(s => s.Name).Order(), read.Distinct().Order());
    }

    [Fact]
    public void The_page_on_formats_names_every_column()
    {
        var page = File.ReadAllText(Path.Combine(GeneratedDocs.Root, "docs", "formats.md"));
        Assert.All(Export.SampleRows.Columns.All, c => Assert.Contains($"`{c.Name}`", page, StringComparison.Ordinal));
    }

    [GeneratedRegex("OPENUPR_[A-Z_]+")]
    private static partial Regex Variable();
}
