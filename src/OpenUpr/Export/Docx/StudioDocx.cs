using OpenUpr.Drafting.Studio;

namespace OpenUpr.Export.Docx;

/// <summary>Documents of the drafting studio, and texts with its marks, as Word files.</summary>
public static class StudioDocx
{
    /// <summary>Says of a file's picture that it is a logo where nobody said whose.</summary>
    private const string AnyLogo = "Logo";

    /// <summary>Letters of a table's line from margin to margin.</summary>
    private const int Line = 92;

    private const int MostLetters = 18;

    public static byte[] Write(ComposedDocument document)
    {
        var language = DocumentLanguage.Of(document.Language);
        using var docx = new DocxWriter(language.Tag, HasPageNumbers(document), language.IsRightToLeft, document.HasCoverPage, language.Notes, StudioKinds.HasFootnotes(document.Kind));
        Front(docx, document);
        if (document.HasContents)
        {
            docx.NewPage();
            docx.Contents(language.Contents, Contents(document));
        }

        if (document.HasCoverPage)
        {
            docx.NewPage();
        }

        Blocks(docx, document.Blocks, document.Notes);
        return docx.Finish();
    }

    /// <summary>Writes a text with the marks of <see cref="StudioText"/>, such as a letter's.</summary>
    public static void Write(DocxWriter docx, string text)
    {
        var notes = new List<IReadOnlyList<ComposedRun>>();
        Blocks(docx, StudioText.Read(text, notes), notes);
    }

    /// <summary>Letters and what is read aloud have none.</summary>
    internal static bool HasPageNumbers(ComposedDocument document) => document.Kind != StudioKinds.Letter;

    /// <summary>The lines of a table of contents: every heading, with its page as far as that can be told without Word.</summary>
    internal static IEnumerable<(int Level, string Text, int Page)> Contents(ComposedDocument document) =>
        document.Blocks.Where(b => b.Kind == BlockKind.Heading).Zip(PageEstimate.Of(document).Headings, (b, page) => (b.Level, Text(b.Runs).Trim(), page));

    /// <summary>Who submits, in the order of the page: style, words. A picture comes first and is not among them.</summary>
    internal static IEnumerable<(string Style, string Text)> FrontLines(ComposedDocument document)
    {
        if (document.Title.Length > 0)
        {
            yield return ("Title", document.Title);
        }

        foreach (var line in document.Cover?.Lines ?? [])
        {
            yield return ("Subtitle", line);
        }

        if (document.Cover is { Submitters.Count: > 0, SubmittersHeading: { } heading })
        {
            yield return ("CoverHeading", heading);
        }

        foreach (var submitter in document.Cover?.Submitters ?? [])
        {
            yield return ("Submitter", submitter.Name);
            foreach (var about in submitter.About)
            {
                yield return ("About", about);
            }
        }
    }

    /// <summary>The logo that is shown: one whose size can be read.</summary>
    internal static byte[]? Logo(ComposedDocument document) => document.Cover?.Logo is { } logo && PictureSize.Of(logo) is not null ? logo : null;

    /// <summary>
    /// Shares of a table's columns: those with more words are wider, but none takes all; and where a word would be torn, each has at least its longest one. What a short column then does not want goes to those that want more.
    /// </summary>
    internal static int[] Widths(ComposedBlock table)
    {
        var (shares, longest) = (Shares(table), Longest(table));
        var (sum, rest) = (shares.Sum(), Line - longest.Sum());
        if (rest <= 0 || shares.Zip(longest).All(c => c.First * Line >= c.Second * sum))
        {
            return rest <= 0 ? longest : shares;
        }

        int[] wants = [.. shares.Zip(longest, (share, least) => Math.Max(0, (share * Line / sum) - least))];
        var wanted = wants.Sum();
        return wanted == 0 ? longest : [.. longest.Zip(wants, (least, want) => least + (rest * want / wanted))];
    }

    /// <summary>Letters of a column's longest word with the margins of its cells; a very long one may be torn.</summary>
    private static int[] Longest(ComposedBlock table) =>
        [.. Enumerable.Range(0, table.Rows[0].Count).Select(c => 2 + (7 * Math.Min(MostLetters, table.Rows.SelectMany(r => Text(r[c]).Split((char[]?)null)).Max(w => w.Length)) / 6))];

    private static int[] Shares(ComposedBlock table) =>
        [.. Enumerable.Range(0, table.Rows[0].Count).Select(c => (int)Math.Clamp(Math.Sqrt(table.Rows.Sum(r => (long)Text(r[c]).Length) / (double)table.Rows.Count) * 10, 25, 120))];

    private static void Front(DocxWriter docx, ComposedDocument document)
    {
        if (Logo(document) is { } logo)
        {
            docx.Picture(logo, document.Cover!.LogoText ?? AnyLogo);
        }

        foreach (var (style, text) in FrontLines(document))
        {
            docx.Styled(style, text);
        }
    }

    private static void Blocks(DocxWriter docx, IReadOnlyList<ComposedBlock> blocks, IReadOnlyList<IReadOnlyList<ComposedRun>> notes)
    {
        var list = 0;
        foreach (var block in blocks)
        {
            var runs = Runs(block.Runs, notes);
            switch (block.Kind)
            {
                case BlockKind.Heading:
                    docx.Heading(block.Level, runs);
                    break;
                case BlockKind.PageBreak:
                    docx.NewPage();
                    break;
                case BlockKind.Table:
                    docx.Table(block.Rows.Select(r => (IReadOnlyList<DocxRun[]>)[.. r.Select(c => Runs(c, notes))]), Widths(block), string.Join(" · ", block.Rows[0].Select(Text).Where(t => t.Length > 0)));
                    break;
                case BlockKind.Chart:
                    docx.Chart(block.Chart!);
                    break;
                case BlockKind.Recommendation or BlockKind.Question when block.Number > 0:
                    list = block.Number == 1 ? docx.BeginList(List(block.Label)) : list;
                    docx.Item(Style(block)!, list, runs);
                    break;
                default:
                    docx.Styled(Style(block), runs);
                    break;
            }
        }
    }

    private static string? Style(ComposedBlock block) => block.Kind switch
    {
        BlockKind.Numbered => "NumberedParagraph",
        BlockKind.Bullet => block.Level > 0 ? "ListBullet2" : "ListBullet",
        BlockKind.Quote => "Quote",
        BlockKind.Recommendation => "Recommendation",
        BlockKind.Question => "Question",
        _ => null,
    };

    private static DocxList List(string? label) => label switch { "(a)" => DocxList.Letters, "(1)" => DocxList.BracketedFigures, _ => DocxList.Figures };

    private static DocxRun[] Runs(IReadOnlyList<ComposedRun> runs, IReadOnlyList<IReadOnlyList<ComposedRun>> notes) =>
        [.. runs.Select(r => new DocxRun(r.Text, r.Bold, r.Italic, r.Address, r.Note is { } note ? Runs(notes[note], notes) : null, r.Light is { } light ? DocxChart.Pale(light) : null))];

    internal static string Text(IReadOnlyList<ComposedRun> runs) => string.Concat(runs.Select(r => r.Text));
}
