using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using OpenUpr.Drafting.Studio;

namespace OpenUpr.Export.Docx;

/// <summary>Makes paragraphs of runs: looks, links, notes, and which way the words run.</summary>
internal sealed class DocxParagraphs(MainDocumentPart main, bool isRightToLeft, DocxNotes notes)
{
    /// <summary>In a document that runs from right to left these stay on its side of the page when their words run the other way: an address on a cover, a title.</summary>
    private static readonly string[] s_aligned = ["", "Title", "Subtitle", "CoverHeading", "Submitter", "About", "Heading1", "Heading2", "Heading3"];

    private readonly Dictionary<(OpenXmlPart Part, string Address), string> _links = [];

    /// <param name="style">Null for plain text.</param>
    /// <param name="add">Puts more into its shape.</param>
    public Paragraph Make(string? style, ReadOnlySpan<DocxRun> runs, Action<ParagraphProperties>? add = null)
    {
        var paragraph = new Paragraph();
        var turn = Turn(runs);
        var shape = Shape(style, turn, add);
        if (turn == false && s_aligned.Contains(style ?? ""))
        {
            shape.Justification = new Justification { Val = JustificationValues.Right };
        }

        if (shape.HasChildren)
        {
            paragraph.Append(shape);
        }

        Fill(paragraph, main, runs);
        return paragraph;
    }

    /// <summary>The shape of a paragraph; what it holds is in the order of the schema.</summary>
    /// <param name="isTurned">Null where it runs as the document does.</param>
    public static ParagraphProperties Shape(string? style, bool? isTurned, Action<ParagraphProperties>? add = null)
    {
        var shape = new ParagraphProperties();
        shape.ParagraphStyleId = style is null ? null : new ParagraphStyleId { Val = style };
        shape.BiDi = isTurned is { } rightToLeft ? new BiDi { Val = rightToLeft } : null;
        add?.Invoke(shape);
        return shape;
    }

    /// <summary>A paragraph whose letters mostly run the other way than the document runs so too.</summary>
    private bool? Turn(ReadOnlySpan<DocxRun> runs)
    {
        var texts = new string[runs.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = runs[i].Text;
        }

        return WritingDirection.IsRightToLeft(texts) is { } here && here != isRightToLeft ? here : null;
    }

    private void Fill(OpenXmlElement into, OpenXmlPart part, ReadOnlySpan<DocxRun> runs)
    {
        foreach (var run in runs)
        {
            OpenXmlElement target = run.Address is { } address ? into.AppendChild(new Hyperlink { Id = Link(part, address), History = true }) : into;
            foreach (var (text, isRight) in run.Text.Length == 0 ? [] : WritingDirection.Pieces(CleanText.Of(run.Text)))
            {
                target.Append(Make(run, text, isRight));
            }

            if (run.Note is { } note)
            {
                DocxRun[] words = [.. note];
                into.Append(notes.Add(Turn(words), (paragraph, place) => Fill(paragraph, place, words)));
            }
        }
    }

    private static Run Make(DocxRun run, string text, bool isRight)
    {
        var look = new RunProperties
        {
            RunStyle = run.Address is null ? null : new RunStyle { Val = "Hyperlink" },
            Bold = run.Bold ? new Bold() : null,
            BoldComplexScript = run.Bold ? new BoldComplexScript() : null,
            Italic = run.Italic ? new Italic() : null,
            ItalicComplexScript = run.Italic ? new ItalicComplexScript() : null,
            Shading = run.Fill is { } fill ? new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = fill } : null,
            RightToLeftText = isRight ? new RightToLeftText() : null,
        };
        var made = look.HasChildren ? new Run(look) : new Run();

        // A line end or a tab inside a paragraph is an element of its own.
        var from = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not ('\n' or '\t'))
            {
                continue;
            }

            if (i > from)
            {
                made.Append(new Text(text[from..i]) { Space = SpaceProcessingModeValues.Preserve });
            }

            if (i < text.Length)
            {
                made.Append(text[i] == '\n' ? new Break() : new TabChar());
            }

            from = i + 1;
        }

        return made;
    }

    private string Link(OpenXmlPart part, string address)
    {
        if (!_links.TryGetValue((part, address), out var id))
        {
            _links.Add((part, address), id = part.AddHyperlinkRelationship(new Uri(address, UriKind.Absolute), isExternal: true, FormattableString.Invariant($"link{_links.Count + 1}")).Id);
        }

        return id;
    }
}
