using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using OpenUpr.Sources;
using OpenUpr.Sources.Pdf;

namespace OpenUpr.Tests.Sources.Pdf;

/// <summary>The real papers against another reader: poppler's pdftotext. Skipped, visibly, where either is missing.</summary>
public sealed partial class PdfOracleTests
{
    private const double WordsInCommon = 0.999;

    /// <summary>Goals are for all papers together; no single one may be far off.</summary>
    private const double InOneFile = 0.99;

    [Theory, InlineData("reports"), InlineData("slovenia")]
    public async Task Words_are_those_of_pdftotext_and_every_paragraph_number_is_found(string folder)
    {
        var (shared, theirs, ours) = (0L, 0L, 0L);
        var problems = new List<string>();
        foreach (var path in Papers(folder))
        {
            var expected = await PdfToTextAsync(path);
            using var file = SourceFile.Open(path);
            var lines = PdfReader.Read(file, TestContext.Current.CancellationToken).Lines;
            var (own, other) = (Words(string.Join('\n', lines.Select(l => l.Text))), Words(expected));
            var both = other.Sum(w => Math.Min(w.Value, own.GetValueOrDefault(w.Key)));
            shared += both;
            theirs += other.Values.Sum();
            ours += own.Values.Sum();
            if (both < InOneFile * other.Values.Sum())
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}: {both} of {other.Values.Sum()} words"));
            }

            var numbers = lines.Select(l => Number().Match(l.Text)).Where(m => m.Success).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
            problems.AddRange(Number().Matches(expected).Select(m => m.Groups[1].Value).Where(n => !numbers.Contains(n)).Select(n => $"{Path.GetFileName(path)}: paragraph {n} is missing"));
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{folder}: {shared} words in common, {(double)shared / theirs:P3} of pdftotext's {theirs}, {(double)shared / ours:P3} of our {ours}"));
        Assert.Empty(problems);
        Assert.True(shared >= WordsInCommon * theirs && shared >= WordsInCommon * ours, $"{shared} in common of {theirs} and {ours}");
    }

    /// <summary>Runs of letters and runs of digits: so the raised mark of a note is a word of its own however it is set.</summary>
    private static Dictionary<string, int> Words(string text) =>
        Word().Matches(text.Normalize(NormalizationForm.FormKC)).GroupBy(m => m.Value, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);

    private static List<string> Papers(string folder)
    {
        var corpus = Environment.GetEnvironmentVariable("OPENUPR_CORPUS");
        Assert.SkipWhen(string.IsNullOrEmpty(corpus), "No corpus: set OPENUPR_CORPUS to the folder that holds reports/ and slovenia/.");
        Assert.SkipUnless(File.Exists("/usr/bin/pdftotext"), "No pdftotext: install poppler-utils.");
        return [.. Directory.EnumerateFiles(Path.Combine(corpus!, folder), "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }

    private static async Task<string> PdfToTextAsync(string path)
    {
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/pdftotext", ["-layout", "-enc", "UTF-8", path, "-"]) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return text;
    }

    [GeneratedRegex(@"\p{L}+|\p{N}+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex(@"^[ \t\f]*(\d{1,3}\.(?:\d{1,3}\.?)?)(?:[ \t\r]|$)", RegexOptions.Multiline)]
    private static partial Regex Number();
}
