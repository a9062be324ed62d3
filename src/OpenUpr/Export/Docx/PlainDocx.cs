using System.IO.Compression;
using System.Text;
using System.Xml;

namespace OpenUpr.Export.Docx;

/// <summary>A letter as a Word file: a heading and a paragraph for each line, nothing else. Without properties, so that nobody's name, program or hour is in it.</summary>
public static class PlainDocx
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Twentieths of a point by which a line that begins with a dash is moved in.</summary>
    private const string Indent = "360";

    // The least that a ZIP archive can say, so that two files of the same text are the same bytes.
    private static readonly DateTimeOffset s_noDay = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(string heading, string text) => Write([(heading, text)]);

    /// <summary>Several letters, each on a page of its own.</summary>
    public static byte[] Write(IReadOnlyList<(string Heading, string Text)> letters)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", xml =>
            {
                xml.WriteStartElement("Types", "http://schemas.openxmlformats.org/package/2006/content-types");
                Element(xml, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
                Element(xml, "Override", ("PartName", "/word/document.xml"), ("ContentType", $"{MediaType}.main+xml"));
                xml.WriteEndElement();
            });
            Add(zip, "_rels/.rels", xml =>
            {
                xml.WriteStartElement("Relationships", Relations);
                Element(xml, "Relationship", ("Id", "rId1"), ("Type", $"{Office}/officeDocument"), ("Target", "word/document.xml"));
                xml.WriteEndElement();
            });
            Add(zip, "word/document.xml", xml => Document(xml, letters));
        }

        return file.ToArray();
    }

    private static void Document(XmlWriter xml, IReadOnlyList<(string Heading, string Text)> letters)
    {
        xml.WriteStartElement("w", "document", Word);
        xml.WriteStartElement("body", Word);
        for (var i = 0; i < letters.Count; i++)
        {
            Paragraph(xml, letters[i].Heading, isBold: true, isNewPage: i > 0);
            foreach (var line in letters[i].Text.ReplaceLineEndings("\n").Split('\n'))
            {
                Paragraph(xml, line, isBold: false, isNewPage: false);
            }
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Paragraph(XmlWriter xml, string line, bool isBold, bool isNewPage)
    {
        xml.WriteStartElement("p", Word);
        if (isNewPage)
        {
            xml.WriteStartElement("pPr", Word);
            xml.WriteElementString("pageBreakBefore", Word, "");
            xml.WriteEndElement();
        }
        else if (line.StartsWith("- ", StringComparison.Ordinal))
        {
            xml.WriteStartElement("pPr", Word);
            xml.WriteStartElement("ind", Word);
            xml.WriteAttributeString("left", Word, Indent);
            xml.WriteAttributeString("hanging", Word, Indent);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteStartElement("r", Word);
        if (isBold)
        {
            xml.WriteStartElement("rPr", Word);
            xml.WriteElementString("b", Word, "");
            xml.WriteEndElement();
        }

        xml.WriteStartElement("t", Word);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(Printable(line));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Printable(string line)
    {
        var text = new StringBuilder(line.Length);
        foreach (var rune in line.EnumerateRunes())
        {
            text.Append(rune.Value >= ' ' && rune.Value is not (0xFFFE or 0xFFFF) ? rune.ToString() : rune.Value == '\t' ? " " : "");
        }

        return text.ToString();
    }

    private static void Add(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        var part = zip.CreateEntry(name);
        part.LastWriteTime = s_noDay;
        using var stream = part.Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }

    private static void Element(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteEndElement();
    }
}
