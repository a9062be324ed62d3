using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OpenUpr.Export.Docx;

/// <summary>The notes of a Word file, in the order in which the text refers to them. Word numbers them.</summary>
/// <param name="heading">What stands above endnotes; null for a line.</param>
/// <param name="areFootnotes">At the foot of the page that refers to them, not behind the text: for papers of a page or two, where a reader would not turn to the end.</param>
internal sealed class DocxNotes(MainDocumentPart main, string? heading, bool areFootnotes)
{
    /// <summary>The lines that Word draws above notes have these numbers.</summary>
    public const int Separator = -1, Continuation = 0;

    private OpenXmlPart? _part;
    private int _last = Continuation;

    /// <summary>The reference that stands in the text.</summary>
    /// <param name="fill">Puts the note's words into its paragraph.</param>
    public Run Add(bool? isTurned, Action<Paragraph, OpenXmlPart> fill)
    {
        _part ??= Begin();
        OpenXmlElement mark = areFootnotes ? new FootnoteReferenceMark() : new EndnoteReferenceMark();
        var paragraph = new Paragraph(DocxParagraphs.Shape($"{Word}Text", isTurned), new Run(Look(), mark), new Run(new Text(" ") { Space = SpaceProcessingModeValues.Preserve }));
        fill(paragraph, _part);
        _part.RootElement!.Append(Note(paragraph, ++_last, null));
        return new Run(Look(), areFootnotes ? new FootnoteReference { Id = _last } : new EndnoteReference { Id = _last });
    }

    private string Word => areFootnotes ? "Footnote" : "Endnote";

    private RunProperties Look() => new(new RunStyle { Val = $"{Word}Reference" });

    private OpenXmlElement Note(Paragraph paragraph, int id, FootnoteEndnoteValues? type) =>
        areFootnotes ? new Footnote(paragraph) { Id = id, Type = type } : new Endnote(paragraph) { Id = id, Type = type };

    private OpenXmlPart Begin()
    {
        OpenXmlPart part;
        if (areFootnotes)
        {
            var notes = main.AddNewPart<FootnotesPart>("footnotes");
            (notes.Footnotes, part) = (new Footnotes(), notes);
        }
        else
        {
            var notes = main.AddNewPart<EndnotesPart>("endnotes");
            (notes.Endnotes, part) = (new Endnotes(), notes);
        }

        var above = areFootnotes || heading is null ? new Paragraph(new Run(new SeparatorMark())) : new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "CoverHeading" }), new Run(new Text(heading)));
        part.RootElement!.Append(
            Note(above, Separator, FootnoteEndnoteValues.Separator), Note(new Paragraph(new Run(new ContinuationSeparatorMark())), Continuation, FootnoteEndnoteValues.ContinuationSeparator));
        return part;
    }
}
