using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using OpenUpr.Export;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Sources;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Tests.Sources.Papers.Reports;

/// <summary>Real reports against what UPR Info's coders made of them: the score script beside the corpus says how many of their pairs are found, and how many are right.</summary>
public sealed partial class ReportCorpusTests
{
    private static readonly Lazy<string> s_extracted = new(Extract);

    [Theory]
    [InlineData("1-5.csv", 0.97)]
    [InlineData("6-9.csv", 0.99)]
    [InlineData("10-13.csv", 0.99)]
    [InlineData("14-17.csv", 0.99)]
    public void Recommendations_positions_and_States_agree_with_the_coders(string truth, double goal)
    {
        var folder = Corpus();
        var tool = Path.Combine(folder, "..", "tools", "score_extraction.py");
        Assert.SkipUnless(File.Exists(tool), "No score script beside the corpus.");
        var all = Score(folder, tool, truth);
        Assert.True(Number(all, "recall") >= goal && Number(all, "precision") >= goal && Number(all, "position") >= 0.99 - (truth == "1-5.csv" ? 0.01 : 0), all);
    }

    [Theory]
    [InlineData("cycle3/g1934994.pdf", 215)]
    [InlineData("cycle4/g2502644.pdf", 254)]
    public void Every_paragraph_of_a_report_is_found_once(string name, int paragraphs)
    {
        var read = PaperCorpus.Read(Slovenia.File(name));
        var texts = read.Texts.Where(t => t.Kind == RecommendationKind.Recommendation).ToList();
        Assert.Equal(paragraphs, texts.Select(t => t.Paragraph).Distinct().Count());
        Assert.All(texts, t => Assert.NotEmpty(t.States));
        Assert.All(texts, t => Assert.NotNull(t.Position));
        Assert.Empty(read.Doubts);
    }

    private static string Corpus()
    {
        var folder = Environment.GetEnvironmentVariable("OPENUPR_CORPUS");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "No corpus: set OPENUPR_CORPUS to the folder that holds reports/.");
        return folder!;
    }

    private static string Extract()
    {
        using var lines = new MemoryStream();
        foreach (var path in Directory.GetFiles(Path.Combine(Corpus(), "reports"), "*.pdf").Order(StringComparer.Ordinal))
        {
            ReadingJson.WriteLines(lines, Path.GetFileName(path), PaperCorpus.Read(path));
        }

        return System.Text.Encoding.UTF8.GetString(lines.ToArray());
    }

    private static string Score(string folder, string tool, string truth)
    {
        var start = new ProcessStartInfo("python3", [tool, "--index", Path.Combine(folder, "reports", "index.csv"), "--truth", Path.Combine(folder, "upr-info", truth)])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Write(s_extracted.Value);
        process.StandardInput.Close();
        return process.StandardOutput.ReadToEnd().TrimEnd().Split('\n')[^1];
    }

    private static double Number(string line, string name) =>
        double.Parse(Numbers().Matches(line).Single(m => m.Groups[1].Value == name).Groups[2].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(recall|precision|position) ([\d.]+)")]
    private static partial Regex Numbers();
}
