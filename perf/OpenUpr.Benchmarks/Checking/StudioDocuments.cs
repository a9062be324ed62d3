using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using OpenUpr.Benchmarks.Search;
using OpenUpr.Drafting.Checking;
using OpenUpr.Drafting.Studio;
using OpenUpr.Export.Docx;

namespace OpenUpr.Benchmarks.Checking;

/// <summary>Documents that the drafting studio writes, beside LibreOffice: their words, their pages, the pages in their tables of contents, and how long writing one takes.</summary>
internal static partial class StudioDocuments
{
    /// <summary>The limit of a joint submission.</summary>
    private const int LongestSubmission = 5_630;

    private static readonly string[][] s_words =
    [
        "the police of Tovell hold people longer than the law allows and the registers of the stations show it in each month of the year, as 30 % of them say".Split(' '),
        "la police de Tovell détient des personnes plus longtemps que la loi ne le permet et les registres des postes le montrent chaque mois de l’année".Split(' '),
        "la policía de Tovell detiene a personas durante más tiempo del que permite la ley y los registros de las comisarías lo muestran cada mes".Split(' '),
    ];

    private static readonly string[] s_languages = ["en", "fr", "es"];

    public static bool Run(string folder, int runs, int documents, StringBuilder report)
    {
        Speed(runs, report);
        var own = Directory.CreateDirectory(Path.Combine(folder, "studio")).FullName;
        var made = Enumerable.Range(1, documents).Select(seed => (Seed: seed, Document: Composer.Compose(Make(seed, seed % 2 == 0 ? 250 + (seed * 53 % 1_100) : 600 + (seed * 211 % 5_000), seed % 2 == 0 ? StudioKinds.Factsheet : StudioKinds.SubmissionJoint)))).ToList();
        made.ForEach(m => File.WriteAllBytes(Path.Combine(own, $"{m.Seed:000}.docx"), StudioDocx.Write(m.Document)));
        Office.Convert(own, "txt:Text");
        Office.Convert(own, "pdf");
        var rows = made.ConvertAll(m => Row.Of(own, m.Seed, m.Document));
        Report(rows, report);
        return rows.All(r => r.Unexplained == 0);
    }

    private static void Speed(int runs, StringBuilder report)
    {
        var source = Make(0, LongestSubmission, StudioKinds.SubmissionJoint);
        var (clock, size) = (new Timings(), 0);
        var first = Timings.Once(() => StudioDocx.Write(Composer.Compose(source)));
        for (var i = 0; i < runs; i++)
        {
            size = clock.Measure(() => StudioDocx.Write(Composer.Compose(source))).Length;
        }

        report.Append(CultureInfo.InvariantCulture, $"""

            ## Documents of the studio
            A joint submission of {LongestSubmission:N0} words composed and written as a Word file ({size / 1024:N0} kB), clock, {clock.Count} runs, milliseconds: first {first:0}, median {clock.Median:0}, 90 of 100 {clock.P90:0}, slowest {clock.Max:0}.

            """);
    }

    private static void Report(List<Row> rows, StringBuilder report)
    {
        var (sheets, submissions) = (rows.Where(r => !r.IsSubmission).ToList(), rows.Where(r => r.IsSubmission).ToList());
        report.Append(CultureInfo.InvariantCulture, $"""

            {rows.Count} documents in English, French and Spanish, half factsheets, half joint submissions with cover and contents, with endnotes, tables, lists and quotes. Words: LibreOffice's text export has
            {rows.Sum(r => r.Labels):N0} numbers and points before paragraphs that Word and we do not count; unexplained differences beside them: {rows.Count(r => r.Unexplained != 0)}.
            Pages: LibreOffice begins a page for the endnotes of a submission, Word does not, and neither does the estimate; the page is taken off its count here. The estimate was right for {sheets.Count(r => r.Off == 0)} of {sheets.Count} factsheets
            and {submissions.Count(r => r.Off == 0)} of {submissions.Count} submissions; at worst off by {rows.Max(r => Math.Abs(r.Off))}.

            | document | our words | LibreOffice's text | numbers and points | unexplained | pages estimated | LibreOffice's pages without that of endnotes |
            |---|---|---|---|---|---|---|

            """);
        rows.ForEach(r => report.Append(CultureInfo.InvariantCulture, $"| {(r.IsSubmission ? "submission" : "factsheet")} {r.Seed} | {r.Ours} | {r.Text} | {r.Labels} | {r.Unexplained} | {r.Estimated} | {r.Pages} |\n"));
    }

    private static StudioSource Make(int seed, int words, string kind)
    {
        var random = new Random(seed);
        var vocabulary = s_words[seed % s_words.Length];
        var sections = new List<SourceSection>();
        for (var written = 0; written < words;)
        {
            var text = new StringBuilder();
            for (var blocks = random.Next(2, 6); blocks > 0 && written < words; blocks--)
            {
                var length = Math.Min(words - written, random.Next(20, 110));
                written += length;
                text.Append(random.Next(8) switch
                {
                    0 => $"- {Words(length / 2)}\n- {Words(length - (length / 2))}",
                    1 => $"| {Words(2)} | {Words(3)} |\n| {Words(4)} | {Words(Math.Max(1, length - 9))} |",
                    2 => $"> {Words(length)}",
                    3 => $"R: {Words(length / 2)}\nR: {Words(length - (length / 2))}",
                    _ => $"{Words(length)}.{(random.Next(3) == 0 ? $"^[CAT/C/TOV/CO/3, para. {random.Next(1, 90)}.]" : "")}",
                }).Append("\n\n");
            }

            sections.Add(new SourceSection(SectionSlots.Free, Words(random.Next(2, 7)), random.Next(1, 3), text.ToString()));
        }

        var cover = kind == StudioKinds.SubmissionJoint ? new ComposedCover([Words(8), "office@tovell-rights.example"], Words(2), [new(Words(3), [Words(5)]), new(Words(4), [])]) : null;
        return new StudioSource(kind, s_languages[seed % s_languages.Length], Words(6), cover, sections);

        string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => vocabulary[random.Next(vocabulary.Length)]));
    }

    private sealed record Row(int Seed, bool IsSubmission, int Ours, int Text, int Labels, int Estimated, int Pages)
    {
        public int Unexplained => Text - Ours - Labels;

        public int Off => Estimated - Pages;

        public static Row Of(string folder, int seed, ComposedDocument document)
        {
            var words = ComposedCheck.ToChecked(document).Paragraphs.Sum(p => WordTally.Count(p.Text));
            var pages = Page().Count(File.ReadAllText(Path.Combine(folder, $"{seed:000}.pdf"), Encoding.Latin1));
            return new Row(
                seed, document.HasCoverPage, words, Office.WordsOfText(Path.Combine(folder, $"{seed:000}.txt")), document.Blocks.Count(b => b.Label is not null),
                PageEstimate.Of(document).Pages, pages - (document.Notes.Count > 0 && !StudioKinds.HasFootnotes(document.Kind) ? 1 : 0));
        }
    }

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex Page();
}
