using System.Diagnostics;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using OpenUpr.Drafting.Studio;
using OpenUpr.Export;
using OpenUpr.Export.Docx;
using OpenUpr.FollowUp.Reports;

namespace OpenUpr.Benchmarks.Reports;

/// <summary>A mid-term report of 250 recommendations: composed with all its counted parts, written as a Word file and as a workbook, and the Word file held against the schema of Office 2019.</summary>
internal static class ReportBenchmark
{
    private const int Rows = 250;
    private const int Rounds = 20;

    private static readonly string[] s_values = ["implemented", "partly", "process", "not", "unknown"];

    /// <summary>Argument, if wanted: a folder for the two files.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var data = Data();
        byte[] file = [];
        var clock = Stopwatch.GetTimestamp();
        file = StudioDocx.Write(Compose(data).Document);
        Say("first, composed and written as .docx", [Stopwatch.GetElapsedTime(clock).TotalMilliseconds]);
        await MeasureAsync("composed", () => { Compose(data); return Task.CompletedTask; });
        await MeasureAsync("composed and written as .docx", () => { file = StudioDocx.Write(Compose(data).Document); return Task.CompletedTask; });
        using var book = new MemoryStream();
        await MeasureAsync("composed and written as .xlsx", async () =>
        {
            book.SetLength(0);
            await ReportExport.WriteAsync(book, Compose(data), null, ".xlsx", c => c, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), CancellationToken.None);
        });
        using var docx = WordprocessingDocument.Open(new MemoryStream(file), false);
        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(docx).Count();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Rows} recommendations: {file.Length / 1024} kB .docx, {book.Length / 1024} kB .xlsx, {PageEstimate.Of(Compose(data).Document).Pages} pages by estimate, {errors} errors by the schema of Office 2019"));
        if (args.Length > 0)
        {
            await File.WriteAllBytesAsync(Path.Combine(args[0], "report.docx"), file);
            await File.WriteAllBytesAsync(Path.Combine(args[0], "report.xlsx"), book.ToArray());
        }

        return errors == 0 ? 0 : 1;
    }

    private static ReportContent Compose(ReportData data)
    {
        var sections = StudioOutlines.Of(data.Kind, "en").SelectMany(s => s.IsPerIssue ? data.Issues.Select(i => new SourceSection(s.Slot, i, s.Level, ReportParts.LineOf(i))) : [new SourceSection(s.Slot, s.Heading, s.Level, Text(s.Slot))]);
        var source = new StudioSource(data.Kind, "en", "Mid-term report", new ComposedCover([], null, []), [.. sections]);
        return new ReportContent(Composer.Compose(ReportSources.Add(source, data, c => c)), data);
    }

    private static string Text(string slot) => slot switch
    {
        SectionSlots.Methodology => ReportParts.Line(ReportParts.Methodology),
        SectionSlots.FollowUp => string.Join("\n\n", new[] { ReportParts.Picture, ReportParts.ByPosition, ReportParts.ByIssue }.Select(ReportParts.Line)),
        SectionSlots.Progress => ReportParts.Line(ReportParts.Activities),
        SectionSlots.Challenges => ReportParts.Line(ReportParts.Obstacles),
        SectionSlots.Remaining => ReportParts.Line(ReportParts.Measures),
        SectionSlots.Assistance => ReportParts.Line(ReportParts.Assistance),
        SectionSlots.Annex => ReportParts.Line(ReportParts.Every),
        _ => "A paragraph that people wrote, of about as many words as people write where they say what numbers mean and what has to be done next.",
    };

    private static ReportData Data()
    {
        ReportMeasure[] measures = [.. Enumerable.Range(0, 120).Select(i => new ReportMeasure($"A{i + 1}", $"Open school number {i} to everybody and say each year how many came", i % 3 == 0 ? "done" : "begun", $"Ministry {i % 12}", null, new DateOnly(2028, 6, 30), i % 4 == 0 ? "Technical help of the region" : null, [new ReportIndicator("Children", "children", 0, 100, i, new DateOnly(2027, 5, 1))]))];
        return new ReportData(StudioKinds.MidTermReport, ReportModes.Parallel, ReportScopes.All, "XTO", 48, "A coalition", Rows, new DateOnly(2027, 6, 1), null, [.. Enumerable.Range(0, Rows).Select(Row)], measures);
    }

    private static ReportRow Row(int i) => new(
        i + 1, FormattableString.Invariant($"131.{i + 1}"), $"Take every measure that is needed so that recommendation {i} is carried out in all parts of the country, and publish each year what was done and what was not", i % 4 == 0 ? "noted" : "supported",
        ["AAA", "BBB"], i % 3 == 0 ? [$"Issue {i % 40}", $"Issue {(i + 7) % 40}"] : [$"Issue {i % 40}"],
        [.. Enumerable.Range(0, i % 5 == 0 ? 0 : 2).Select(o => new ReportJudgement($"Organisation {(i + o) % 9}", s_values[(i + (o * (i % 2))) % s_values.Length], "What was seen on visits to six places in two years, and what the ministry answered to three letters.", i % 11 == 0 ? "Worse since the law changed" : null, "People travel for six hours.", 2027, new DateOnly(2027, 6, 1), [new ReportEvidence("government", "https://ministry.example/report")]))],
        [i % 120], null, i % 20 == 0 ? "The bill waits" : null, null);

    private static async Task MeasureAsync(string name, Func<Task> work)
    {
        var times = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            var clock = Stopwatch.GetTimestamp();
            await work();
            times.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        }

        Say(name, times);
    }

    private static void Say(string name, List<double> times)
    {
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-40} {times[times.Count / 2],8:F1} {times[(int)Math.Ceiling(times.Count * 0.95) - 1],8:F1}"));
    }
}
