using System.Globalization;
using OpenUpr.FollowUp.Uptake;
using OpenUpr.Import.Papers;
using OpenUpr.Reviews;
using OpenUpr.Sources.Csv;
using OpenUpr.Sources.Papers;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Benchmarks.Uptake;

/// <summary>
/// A paragraph of a stakeholders' summary beside a recommendation of the same review, as a person who read both judged them: whether the State asks for something that the paragraph asks for or finds missing
/// (labelled.csv holds numbers and verdicts alone). The same issue alone is no match.
/// </summary>
internal sealed record LabelledPair(UptakeReview Review, string Summary, string Report, bool Says, IReadOnlyList<(UptakeSigns Signs, double Confidence)> Read)
{
    /// <summary>The best of the ways in which the two can be compared.</summary>
    public double Confidence => Read.Select(r => r.Confidence).DefaultIfEmpty(0).Max();

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"| {Review.Session} | {Summary} | {Report} | {(Says ? "yes" : "no")} | {Confidence:0.00} |");

    public static async Task<IReadOnlyList<LabelledPair>> ReadAsync(string file, string folder, ReferenceData reference)
    {
        var (reviews, papers) = await PapersAsync(folder, reference);
        var rows = Rows(file);
        var pairs = new List<LabelledPair>();
        foreach (var group in rows.GroupBy(r => r.Session))
        {
            var shelf = await reviews[group.Key].ShelveAsync(reference);
            foreach (var paragraph in group.GroupBy(r => r.Summary))
            {
                var read = Compare(shelf, papers[(group.Key, paragraph.Key)]);
                pairs.AddRange(paragraph.Select(p => new LabelledPair(reviews[group.Key], p.Summary, p.Report, p.Says, [.. reviews[group.Key].Texts.Where(t => reviews[group.Key].Paragraphs[(int)t.Id] == p.Report).SelectMany(t => read[t.Id])])));
            }
        }

        return pairs;
    }

    /// <summary>What the program proposes for the labelled paragraphs and nobody has judged yet, to be read by a person.</summary>
    public static async Task<IReadOnlyList<string>> ProposeAsync(string file, string folder, ReferenceData reference)
    {
        var (reviews, papers) = await PapersAsync(folder, reference);
        var rows = Rows(file);
        var lines = new List<string>();
        foreach (var (session, summary) in rows.Select(r => (r.Session, r.Summary)).Distinct())
        {
            var review = reviews[session];
            var read = Compare(await review.ShelveAsync(reference), papers[(session, summary)]);
            foreach (var text in review.Texts.Where(t => !rows.Exists(r => r.Session == session && r.Summary == summary && r.Report == review.Paragraphs[(int)t.Id])))
            {
                if (read[text.Id].Select(r => r.Confidence).DefaultIfEmpty(0).Max() is >= UptakeModel.Doubtful and var confidence)
                {
                    lines.Add(string.Create(CultureInfo.InvariantCulture, $"{session},{summary},{review.Paragraphs[(int)text.Id]},{confidence:0.00} | {text.Text}"));
                }
            }
        }

        return lines;
    }

    private static ILookup<long, (UptakeSigns Signs, double Confidence)> Compare(UptakeShelf shelf, string paragraph) =>
        TextSentences.Asks(paragraph).SelectMany(s => shelf.Signs(Ask(s))).ToLookup(s => s.Text.Id, s => (s.Signs, UptakeModel.Shipped.Confidence(s.Signs)));

    private static List<(int Session, string Summary, string Report, bool Says)> Rows(string file)
    {
        using var reader = new StreamReader(file);
        return [.. new CsvParser(reader).ReadAll().Skip(1).Select(r => (int.Parse(r.Fields[0], CultureInfo.InvariantCulture), r.Fields[1], r.Fields[2], r.Fields[3] == "yes"))];
    }

    private static async Task<(Dictionary<int, UptakeReview> Reviews, Dictionary<(int, string), string> Papers)> PapersAsync(string folder, ReferenceData reference)
    {
        var reviews = (await UptakeReview.ReadAsync(folder, reference)).ToDictionary(r => r.Session);
        var papers = new Dictionary<(int, string), string>();
        await foreach (var paper in PaperExtraction.ReadAsync([.. Directory.GetFiles(folder, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal)], reference))
        {
            foreach (var passage in paper.Reading is { Identity: { Kind: PaperKind.Summary, Session: { } session } } summary ? summary.Passages.Where(p => p.Number is not null) : [])
            {
                papers.TryAdd((paper.Reading!.Identity.Session!.Value, passage.Number!), passage.Text);
            }
        }

        return (reviews, papers);
    }

    private static UptakeAsk Ask(string text) => new(text, [.. Classifier.Shipped.Classify(text).Issues.Select(x => x.Value)], []);
}
