using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OpenUpr.Export.Docx;

/// <summary>The endnotes of a Word file, in the order in which the text refers to them. Word numbers them and puts them behind the text.</summary>
/// <param name="heading">What stands above them; null for a line.</param>
internal sealed class DocxNotes(MainDocumentPart main, string? heading)
{
    /// <summary>The lines that Word draws above notes have these numbers.</summary>
    public const int Separator = -1, Continuation = 0;

    private EndnotesPart? _part;
    private int _last = Continuation;

    /// <summary>The reference that stands in the text.</summary>
    /// <param name="fill">Puts the note's words into its paragraph.</param>
    public Run Add(bool? isTurned, Action<Paragraph, OpenXmlPart> fill)
    {
        _part ??= Begin();
        var paragraph = new Paragraph(DocxParagraphs.Shape("EndnoteText", isTurned), new Run(Look(), new EndnoteReferenceMark()), new Run(new Text(" ") { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve }));
        fill(paragraph, _part);
        _part.Endnotes.Append(new Endnote(paragraph) { Id = ++_last });
        return new Run(Look(), new EndnoteReference { Id = _last });
    }

    private static RunProperties Look() => new(new RunStyle { Val = "EndnoteReference" });

    private EndnotesPart Begin()
    {
        var part = main.AddNewPart<EndnotesPart>("endnotes");
        var above = heading is null ? new Paragraph(new Run(new SeparatorMark())) : new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "CoverHeading" }), new Run(new Text(heading)));
        part.Endnotes = new Endnotes(
            new Endnote(above) { Type = FootnoteEndnoteValues.Separator, Id = Separator },
            new Endnote(new Paragraph(new Run(new ContinuationSeparatorMark()))) { Type = FootnoteEndnoteValues.ContinuationSeparator, Id = Continuation });
        return part;
    }
}
