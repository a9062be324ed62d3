using OpenUpr.Drafting.Checking;

namespace OpenUpr.Drafting.Studio;

/// <summary>A document read once for a page: what is handed over, its words, and what the rules find.</summary>
/// <param name="Report">Null for kinds without rules.</param>
/// <param name="Words">Of the whole document.</param>
/// <param name="BySection">Words of the running text of each section.</param>
/// <param name="Places">The section of each paragraph, by its number in the check.</param>
public sealed record StudioReading(ComposedDocument Document, CheckReport? Report, WordTally Words, IReadOnlyDictionary<long, int> BySection, IReadOnlyDictionary<int, long> Places)
{
    /// <summary>Two minutes at the rostrum (Compendium, Part 6, oral statements, 2017); a video statement has the same.</summary>
    private const int OralMinutes = 2;

    /// <summary>"5-10 minutes" (fact sheet 3, pre-sessions).</summary>
    private const int PreSessionMinutes = 10;

    /// <summary>The limit of words; null where the sources give none.</summary>
    public KindLimit? Limit => Report?.Limit;

    /// <summary>How long it takes to read aloud; null for what is not spoken. The rate is that of the oral statement's limit in the language.</summary>
    public TimeSpan? Time => StudioKinds.IsSpoken(Document.Kind) ? TimeSpan.FromSeconds(Math.Ceiling(Words.Counted * 60.0 / Rate(Document.Language))) : null;

    /// <summary>How long it may take; null for what is not spoken.</summary>
    public TimeSpan? MostTime => !StudioKinds.IsSpoken(Document.Kind) ? null : TimeSpan.FromMinutes(Document.Kind == StudioKinds.PreSessionStatement ? PreSessionMinutes : OralMinutes);

    /// <summary>Words a minute.</summary>
    public static int Rate(string language) => KindLimits.Find(DocumentKind.OralStatement, KindLimits.Words, language.Split('-')[0])!.Value / OralMinutes;

    /// <param name="year">The year now.</param>
    public static StudioReading Of(StudioSource source, int year, CancellationToken cancel)
    {
        var composed = Composer.Compose(source);
        var (document, language) = (ComposedCheck.ToChecked(composed), source.Language.Split('-')[0]);
        var report = StudioKinds.RulesOf(source.Kind) is { } kind ? Checker.Check(document, kind, language, year, cancel) : null;
        var bySection = composed.Blocks.Where(b => b.SectionId is not null).GroupBy(b => b.SectionId!.Value).ToDictionary(g => g.Key, g => g.SelectMany(Texts).Sum(WordTally.Count));
        return new StudioReading(composed, report, report?.Words ?? WordTally.Of(document, DocumentParts.Of(document)), bySection, PlacesOf(composed, document));
    }

    /// <summary>The section in which something was found; null for the cover, or the document as a whole.</summary>
    public long? SectionOf(CheckFinding finding) => finding.Place.Paragraph is { } paragraph && Places.TryGetValue(paragraph, out var section) ? section : null;

    /// <summary>Paragraphs of the check are those of the cover and the contents, and then those of the blocks in their order.</summary>
    private static Dictionary<int, long> PlacesOf(ComposedDocument composed, CheckedDocument document)
    {
        var places = new Dictionary<int, long>();
        var texts = composed.Blocks.SelectMany(b => Texts(b).Where(t => t.Length > 0).Select(_ => b.SectionId)).ToList();
        var number = document.Paragraphs.Count(p => p.Text.Length > 0) - texts.Count;
        foreach (var section in texts)
        {
            number++;
            if (section is { } id)
            {
                places[number] = id;
            }
        }

        return places;
    }

    private static IEnumerable<string> Texts(ComposedBlock block) => block.Kind == BlockKind.Table ? block.Rows.SelectMany(r => r).Select(Text) : [Text(block.Runs)];

    private static string Text(IEnumerable<ComposedRun> runs) => string.Concat(runs.Select(r => r.Text)).Trim();
}
