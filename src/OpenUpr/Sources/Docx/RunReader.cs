namespace OpenUpr.Sources.Docx;

/// <summary>Reads what stands in a paragraph: the runs, however they are wrapped (links, tracked insertions, content controls, fields).</summary>
/// <param name="readBox">Reads a text box at this paragraph.</param>
internal sealed class RunReader(WordXml xml, StyleSheet styles, WordParagraph paragraph, Notes notes, FieldStack fields, Action<WordParagraph> readBox)
    : RunWalk(xml, styles)
{
    protected override string Tab => " ";

    private bool IsHidden => Look.Hidden == true || fields.IsHidden;

    protected override void Box() => readBox(paragraph);

    protected override void Other()
    {
        switch (Xml.Name)
        {
            case "fldChar":
                Field();
                break;
            case "footnoteReference" or "endnoteReference":
                Note();
                break;
            // Deleted or moved away; codes of fields.
            case "del" or "moveFrom" or "delText" or "instrText" or "delInstrText":
                break;
            default:
                Inside(Xml.Enter());
                break;
        }
    }

    protected override void Add(string text)
    {
        if (!IsHidden)
        {
            paragraph.Add(text, Look);
        }
    }

    protected override void Break(string? type)
    {
        if (!IsHidden)
        {
            paragraph.Break();
        }
    }

    private void Field()
    {
        switch (Xml.Attribute("fldCharType"))
        {
            case "begin":
                fields.Begin();
                break;
            case "separate":
                fields.Separate();
                break;
            case "end":
                fields.End();
                break;
        }
    }

    /// <summary>The note's mark is left out of the text, where it would be glued to a word; the note stands behind the paragraph.</summary>
    private void Note()
    {
        if (!IsHidden && Xml.Attribute("id") is { } id)
        {
            paragraph.Aside.AddRange(notes.Refer(Xml.Name == "endnoteReference", id, Xml.Attribute("customMarkFollows") is "1" or "true" or "on"));
        }
    }
}
