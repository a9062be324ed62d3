using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Sources;
using OpenUpr.Sources.Papers;
using OpenUpr.Sources.Papers.Paragraphs;
using OpenUpr.Sources.Papers.Reports.Front;
using OpenUpr.Storage;

namespace OpenUpr.Tests.Sources.Papers.Reports;

/// <summary>Real reports of sessions 1 to 17, which are not part of the repository: OPENUPR_CORPUS names the folder that holds reports/.</summary>
public sealed class ReportFactsCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Reports_say_when_the_review_was_and_with_whom()
    {
        var readings = Sample(session => true, 4);
        var troikas = readings.Count(r => Values(r, ReviewFact.Troika).Count() == 3);
        var dated = readings.Count(r => Values(r, ReviewFact.ReviewedOn).Any() && Values(r, ReviewFact.AdoptedOn).Any());
        var headed = readings.Count(r => Values(r, ReviewFact.DelegationHead).Any());
        var asked = readings.Count(r => Values(r, ReviewFact.AskedInAdvance).Any());
        var counted = readings.Select(r => (Found: Values(r, ReviewFact.Speaker).Count(), Stated: FrontFacts.StatedSpeakers(ParagraphReader.Read(r.Text)))).Where(c => c.Stated is not null).ToList();
        var near = counted.Count(c => Math.Abs(c.Found - c.Stated!.Value) <= 2);
        output.WriteLine($"{readings.Count} reports: {troikas} troikas, {dated} dated, {headed} delegation heads, {asked} with askers, speakers within two of the stated number in {near} of {counted.Count}");
        Assert.Equal((readings.Count, readings.Count), (troikas, dated));
        Assert.True(headed >= readings.Count * 0.95 && asked >= readings.Count * 0.95 && near >= counted.Count * 0.95);
        Assert.All(readings, r => Assert.True(string.CompareOrdinal(Values(r, ReviewFact.ReviewedOn).Single(), Values(r, ReviewFact.AdoptedOn).Single()) < 0, r.Identity.Symbol));
    }

    [Fact]
    public void Citations_of_early_reports_lead_to_their_texts()
    {
        var readings = Sample(session => session <= 5, 2);
        var cited = readings.SelectMany(r => r.Texts).Where(t => t.Cited.Count > 0).ToList();
        var unresolved = readings.SelectMany(r => r.Doubts).Count(d => d.Code == "citation-unresolved");
        output.WriteLine($"{cited.Count} cited texts, {unresolved} citations unresolved");
        Assert.True(cited.Count >= 40);
        Assert.True(unresolved <= cited.Count * 0.02);
        Assert.All(cited, t => Assert.True(t.Position?.Value is Position.Noted or Position.Pending && t.States.Count == 1 && t.Text.Length > 3, t.Text));
    }

    private static IEnumerable<string> Values(PaperReading reading, string kind) => reading.Facts.Where(f => f.Kind == kind).Select(f => f.Value);

    /// <summary>Some reports of the sessions; all of them together are measured by the command line.</summary>
    private static List<PaperReading> Sample(Func<int, bool> sessions, int everyNth)
    {
        var folder = Environment.GetEnvironmentVariable("OPENUPR_CORPUS");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "No corpus: set OPENUPR_CORPUS to the folder that holds reports/.");
        var reports = Path.Combine(folder!, "reports");
        Assert.SkipUnless(File.Exists(Path.Combine(reports, "index.csv")), "The corpus has no reports/index.csv.");
        return [.. File.ReadLines(Path.Combine(reports, "index.csv")).Skip(1)
            .Select(line => line.Split(','))
            .Where(cells => sessions(int.Parse(cells[2], System.Globalization.CultureInfo.InvariantCulture)))
            .Where((_, i) => i % everyNth == 0)
            .Select(cells => PaperCorpus.Read(Path.Combine(reports, cells[0]))),];
    }
}
