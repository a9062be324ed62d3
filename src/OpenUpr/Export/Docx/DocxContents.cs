using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OpenUpr.Export.Docx;

/// <summary>
/// A table of contents that is filled in already and that Word can make anew. Page numbers are references, which Word works out whenever it prints; it is not told to update
/// fields on opening, because it would ask the reader first.
/// </summary>
internal static class DocxContents
{
    /// <summary>Deepest level of headings that it lists.</summary>
    public const int Levels = 2;

    public static string Bookmark(int heading) => FormattableString.Invariant($"_Toc{heading:000000000}");

    /// <param name="entries">Level, words, number of the heading for <see cref="Bookmark"/>, and the page where it is thought to stand.</param>
    public static SdtBlock Make(Paragraph head, IReadOnlyList<(int Level, string Text, int Heading, int Page)> entries)
    {
        var content = new SdtContentBlock(head);
        foreach (var (i, entry) in entries.Index())
        {
            var paragraph = new Paragraph(DocxParagraphs.Shape($"TOC{entry.Level}", null));
            if (i == 0)
            {
                paragraph.Append(Turn(FieldCharValues.Begin), Code(FormattableString.Invariant($" TOC \\o \"1-{Levels}\" \\h \\z ")), Turn(FieldCharValues.Separate));
            }

            paragraph.Append(new Hyperlink(
                new Run(new Text(entry.Text) { Space = SpaceProcessingModeValues.Preserve }), new Run(new TabChar()),
                Turn(FieldCharValues.Begin), Code($" PAGEREF {Bookmark(entry.Heading)} \\h "), Turn(FieldCharValues.Separate),
                new Run(new Text(FormattableString.Invariant($"{entry.Page}"))), Turn(FieldCharValues.End)) { Anchor = Bookmark(entry.Heading), History = true });
            if (i == entries.Count - 1)
            {
                paragraph.Append(Turn(FieldCharValues.End));
            }

            content.Append(paragraph);
        }

        return new SdtBlock(new SdtProperties(new SdtContentDocPartObject(new DocPartGallery { Val = "Table of Contents" }, new DocPartUnique())), content);
    }

    private static Run Turn(FieldCharValues type) => new(new FieldChar { FieldCharType = type });

    private static Run Code(string code) => new(new FieldCode(code) { Space = SpaceProcessingModeValues.Preserve });
}
