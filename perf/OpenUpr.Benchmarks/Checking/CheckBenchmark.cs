using System.Globalization;
using System.Text;
using OpenUpr.Benchmarks.Search;
using OpenUpr.Drafting.Checking;
using OpenUpr.Drafting.Checking.Word;

namespace OpenUpr.Benchmarks.Checking;

/// <summary>
/// <c>check [--runs 20] [--documents 50] [--out FILE]</c>: a made file of 60 pages read and held against every rule, beside LibreOffice turning the same file into text; and the words
/// of 50 made documents counted by us and by LibreOffice; and as many documents of the drafting studio, their words and pages.
/// </summary>
internal static class CheckBenchmark
{
    /// <summary>500 words a page.</summary>
    private const int SixtyPages = 30_000;

    private const int Year = 2026;

    public static async Task<int> RunAsync(string[] args)
    {
        var arguments = new Arguments(args);
        var folder = Directory.CreateTempSubdirectory("openupr_bench_").FullName;
        try
        {
            var report = new StringBuilder();
            report.Append(CultureInfo.InvariantCulture, $"# Checking a document\n\n`dotnet run -c Release --project perf/OpenUpr.Benchmarks -- check {arguments}`\n\n2 processors, shared with other programs.\n\n");
            Speed(folder, arguments.Number("runs", 20), report);
            var isSame = Words(folder, arguments.Number("documents", 50), report);
            isSame &= StudioDocuments.Run(folder, arguments.Number("runs", 20), arguments.Number("documents", 50), report);
            await (arguments.Find("out") is { } path ? File.WriteAllTextAsync(path, report.ToString()) : Console.Out.WriteAsync(report));
            return isSame ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Speed(string folder, int runs, StringBuilder report)
    {
        var file = new MadeDocument(0, SixtyPages).Build();
        var (clock, processor) = (new Timings(), new Timings());
        var first = Timings.Once(() => Check(file));
        CheckReport checkedFile = null!;
        for (var i = 0; i < runs; i++)
        {
            checkedFile = clock.Measure(() => Check(file));
            processor.MeasureProcessor(() => Check(file));
        }

        var own = Directory.CreateDirectory(Path.Combine(folder, "speed")).FullName;
        File.WriteAllBytes(Path.Combine(own, "sixty.docx"), file);
        Office.Convert(own, "txt:Text");
        var peer = Enumerable.Range(0, 3).Select(_ => Office.Convert(own, "txt:Text") * 1000).Order().ToList();
        report.Append(CultureInfo.InvariantCulture, $"""
            ## Speed
            A file of {checkedFile.Words.Counted:N0} words and {checkedFile.Words.Notes:N0} in notes (60 pages, {file.Length / 1024:N0} kB), read and held against {checkedFile.Tested} rules, milliseconds:

            | | first | median | 90 of 100 | 99 of 100 | slowest |
            |---|---|---|---|---|---|
            | openupr check, clock ({clock.Count} runs) | {first:0} | {clock.Median:0} | {clock.P90:0} | {clock.P99:0} | {clock.Max:0} |
            | openupr check, processor | | {processor.Median:0} | {processor.P90:0} | {processor.P99:0} | {processor.Max:0} |
            | soffice --convert-to txt, clock (3 runs, its start within) | | {peer[1]:0} | | | {peer[2]:0} |

            """);
    }

    private static CheckReport Check(byte[] file)
    {
        using var content = new MemoryStream(file, writable: false);
        return Checker.Check(WordFile.Read(content, file.Length, TimeSpan.FromMinutes(1), CancellationToken.None), DocumentKind.SubmissionJoint, null, Year, CancellationToken.None);
    }

    /// <returns>True when every difference is explained by what the document holds.</returns>
    private static bool Words(string folder, int documents, StringBuilder report)
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, "words")).FullName;
        var made = Enumerable.Range(1, documents).Select(seed => (Seed: seed, Document: new MadeDocument(seed, 200 + (seed * 97 % 4_000)))).ToList();
        made.ForEach(m => File.WriteAllBytes(Path.Combine(own, $"{m.Seed:000}.docx"), m.Document.Build()));
        Office.Convert(own, "txt:Text");
        Office.Convert(own, "fodt");
        var rows = made.ConvertAll(m => WordRow.Of(own, m.Seed, m.Document, Check(File.ReadAllBytes(Path.Combine(own, $"{m.Seed:000}.docx"))).Words));
        report.Append(CultureInfo.InvariantCulture, $"""

            ## Words, beside LibreOffice
            {documents} made documents of 200 to 4,200 words in English, French, Spanish and Arabic, with numbered paragraphs, notes, tables, tracked insertions, hidden words, dashes and non-breaking spaces.
            `text` is what stands between spaces in LibreOffice's text export, which has no notes; `own` is the count that LibreOffice writes into a file that it saves. Unexplained differences: {rows.Count(r => r.OffText != 0)} in `text`, {rows.Count(r => r.OffOwn != 0)} in `own`.

            | difference | why | words in all documents |
            |---|---|---|
            | `text` counts more | numbers before paragraphs: LibreOffice writes them as text; Word does not count them, nor do we | {rows.Sum(r => r.Made.Labels):N0} |
            | `text` counts more | it writes hidden words, which no reader sees | {rows.Sum(r => r.Made.Hidden):N0} |
            | `own` counts more | it counts notes with the text: we count them apart | {rows.Sum(r => r.Ours.Notes):N0} |
            | `own` counts more | the same numbers before paragraphs | {rows.Sum(r => r.Made.Labels):N0} |
            | `own` counts more | it parts words at a dash without spaces; Word does not | {rows.Sum(r => r.Made.JoiningDashes):N0} |
            | `own` counts fewer | it does not count a dash that stands alone; Word does | {rows.Sum(r => r.Made.LoneDashes):N0} |
            | `own` counts more | it parts words at a non-breaking space; we do not, so that "10 000" is one word | {rows.Sum(r => r.Made.NonBreaking):N0} |

            | document | our words | our notes | `text` | unexplained | `own` | unexplained |
            |---|---|---|---|---|---|---|

            """);
        rows.ForEach(r => report.Append(CultureInfo.InvariantCulture, $"| {r.Seed} | {r.Body} | {r.Ours.Notes} | {r.Text} | {r.OffText} | {r.Own} | {r.OffOwn} |\n"));
        return rows.All(r => r.OffText == 0);
    }

    private sealed record WordRow(int Seed, MadeDocument Made, WordTally Ours, int Text, int Own)
    {
        public int Body => Ours.Counted + Ours.Cover + Ours.References + Ours.Annexes + Ours.Matrix + Ours.Contents;

        public int OffText => Text - Body - Made.Labels - Made.Hidden;

        public int OffOwn => Own - Body - Ours.Notes - Made.Labels - Made.JoiningDashes + Made.LoneDashes - Made.NonBreaking;

        public static WordRow Of(string folder, int seed, MadeDocument made, WordTally ours) =>
            new(seed, made, ours, Office.WordsOfText(Path.Combine(folder, $"{seed:000}.txt")), Office.OwnCount(Path.Combine(folder, $"{seed:000}.fodt")));
    }
}
