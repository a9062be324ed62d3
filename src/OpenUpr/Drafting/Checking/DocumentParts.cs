namespace OpenUpr.Drafting.Checking;

/// <summary>A part of a document that is treated in its own way.</summary>
public enum DocumentZone
{
    Cover,
    Contents,
    Body,

    /// <summary>A list of references that was typed, not made of notes.</summary>
    References,
    Annex,

    /// <summary>OHCHR's thematic list of recommendations, wherever it stands.</summary>
    Matrix,
}

/// <summary>
/// Which zone each paragraph belongs to. The cover ends at the first page break; without one, where the first numbered paragraph or heading
/// begins. Annexes and references begin at a heading that says so. Where a document does none of this, all of it is body, and counts.
/// </summary>
public sealed class DocumentParts
{
    /// <summary>Words of a cover page at most: a longer first page is text.</summary>
    private const int LongestCover = 450;

    private const int LongestHeading = 14;

    private DocumentParts(DocumentZone[] zones, string?[] headings) => (Zones, Headings) = (zones, headings);

    /// <summary>By index of the paragraph.</summary>
    public IReadOnlyList<DocumentZone> Zones { get; }

    /// <summary>The heading above each paragraph, or the paragraph itself where it is one.</summary>
    public IReadOnlyList<string?> Headings { get; }

    public bool Has(DocumentZone zone) => Zones.Contains(zone);

    public static DocumentParts Of(CheckedDocument document)
    {
        var paragraphs = document.Paragraphs;
        var (zones, headings) = (new DocumentZone[paragraphs.Count], new string?[paragraphs.Count]);
        var cover = CoverEnd(paragraphs);
        var matrices = MatrixTables.Of(paragraphs);
        var zone = DocumentZone.Body;
        string? heading = null;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var paragraph = paragraphs[i];
            // A line of the contents names a part, but the part does not begin there.
            if (i >= cover && !paragraph.IsContents && IsHeading(paragraph))
            {
                heading = paragraph.Text;
                zone = PhraseList.Begins("head-annex", heading) ? DocumentZone.Annex
                    : zone == DocumentZone.Annex ? zone
                    : PhraseList.Begins("head-references", heading) ? DocumentZone.References
                    : DocumentZone.Body;
            }

            headings[i] = heading;
            zones[i] = paragraph.Cell is { } cell && matrices.Contains(cell.Table) ? DocumentZone.Matrix
                : paragraph.IsContents || (PhraseList.Begins("head-contents", paragraph.Text) && IsHeading(paragraph)) ? DocumentZone.Contents
                : i < cover ? DocumentZone.Cover
                : zone;
        }

        return new DocumentParts(zones, headings);
    }

    /// <summary>A paragraph that names a part: by its style, or short and known by its words.</summary>
    public static bool IsHeading(TextParagraph paragraph) => paragraph.Cell is null && paragraph.Text.Length > 0
        && (paragraph.HeadingLevel is not null || (WordTally.Count(paragraph.Text) <= LongestHeading && !paragraph.Text.EndsWith('.') && PhraseList.Begins("head", paragraph.Text)));

    private static int CoverEnd(IReadOnlyList<TextParagraph> paragraphs)
    {
        var words = 0;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var paragraph = paragraphs[i];
            if (i > 0 && paragraph.StartsPage)
            {
                return i;
            }

            // The title may be styled as a heading; a second one, a part's name or a numbered paragraph is no longer cover.
            if (i > 0 && (IsHeading(paragraph) || IsNumbered(paragraph)))
            {
                return i;
            }

            words += WordTally.Count(paragraph.Text);
            if (words > LongestCover)
            {
                return 0;
            }

            if (paragraph.EndsPage)
            {
                return i + 1;
            }
        }

        return 0;
    }

    /// <summary>A paragraph with a number of its own, typed or by a list.</summary>
    public static bool IsNumbered(TextParagraph paragraph) => NumberOf(paragraph) is not null;

    /// <summary>The number before a paragraph: digits with or without dots, not a bullet or a letter.</summary>
    public static string? NumberOf(TextParagraph paragraph)
    {
        var label = paragraph.Label ?? paragraph.Text.Split([' ', '\t', '\n', '\u00A0'], 2)[0];
        var digits = label.Trim('(', ')', '.', '[', ']', '§');
        var isNumber = digits.Length is > 0 and <= 8 && char.IsAsciiDigit(digits[0]) && digits.All(c => char.IsAsciiDigit(c) || c == '.');
        // A typed number needs its dot or bracket: a sentence may begin with a figure.
        return isNumber && (paragraph.Label is not null || label.EndsWith('.') || label.EndsWith(')')) ? digits : null;
    }
}
