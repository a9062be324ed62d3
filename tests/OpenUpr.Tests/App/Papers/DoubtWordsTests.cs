using System.Text.RegularExpressions;
using OpenUpr.App.Features.Papers;
using OpenUpr.Import.Papers;

namespace OpenUpr.Tests.App.Papers;

/// <summary>No doubt reaches a person as a code.</summary>
public sealed class DoubtWordsTests
{
    [Fact]
    public void Every_kind_of_doubt_that_the_program_raises_has_words()
    {
        var codes = typeof(DoubtCodes).GetFields().Select(f => (string)f.GetRawConstantValue()!)
            .Concat(Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*.cs", SearchOption.AllDirectories)
                .SelectMany(file => Regex.Matches(File.ReadAllText(file), "new ReadDoubt\\(\\s*\"([a-z-]+)\"").Select(m => m.Groups[1].Value)))
            .Distinct().ToList();
        Assert.Contains("table-unread", codes);
        Assert.Contains("number-missing", codes);
        Assert.DoesNotContain(codes, code => DoubtLabels.Title(code).Contains(code, StringComparison.Ordinal) || DoubtLabels.Ask(code) == DoubtLabels.Ask("no-such-code"));
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "OpenUpr.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests must run inside the source tree.");
        }

        return folder;
    }
}
