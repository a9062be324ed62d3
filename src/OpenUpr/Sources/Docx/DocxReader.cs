using System.Globalization;
using System.Xml;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Sources.Docx;

/// <summary>
/// Reads the text of a Word document (ECMA-376) as a reader sees it: paragraph by paragraph with list numbers in front, tracked changes
/// accepted, hidden text and the codes of fields left out. Nothing of it is trusted: see the limits of <see cref="DocxPackage"/> and <see cref="WordXml"/>.
/// </summary>
public static class DocxReader
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <exception cref="SourceException">The file is no Word document, damaged, protected, or too large.</exception>
    public static PaperText Read(SourceFile file, CancellationToken cancel) => Read(file.Content, file.Length, cancel);

    /// <param name="content">Can seek; stays open.</param>
    /// <param name="length">Bytes.</param>
    /// <exception cref="SourceException">The file is no Word document, damaged, protected, or too large.</exception>
    public static PaperText Read(Stream content, long length, CancellationToken cancel) =>
        DocxGuard.Run(content, length, DocxGuard.LongestRead, package => new PaperText(ReadLines(package), 0, MediaType) { WrittenOn = ReadDay(package) }, cancel);

    private static List<PaperLine> ReadLines(DocxPackage package)
    {
        using var styleXml = package.OpenFirst("styles");
        var styles = StyleSheet.Read(styleXml);
        using var numberingXml = package.OpenFirst("numbering");
        var numbering = Numbering.Read(numberingXml);
        using var settings = package.OpenFirst("settings");
        var formats = settings is not null && settings.ToRoot() ? NoteSettings.Read(settings) : default;

        // What stands beside the text has lists and tables of its own, which must not move the text's.
        StoryReader Side() => new(styles, new ListLabels(numbering, styles));
        var notes = new Notes { FootnoteFormat = formats.Footnotes ?? "decimal" };
        ReadNotes(package, isEndnote: false, notes, Side());
        ReadNotes(package, isEndnote: true, notes, Side());
        var lines = ReadRepeated(package, "header", LineRole.RunningHead, Side());
        using var main = package.OpenXml(package.Main)!;
        if (!main.ToRoot())
        {
            throw new SourceException("The Word document holds no text. Download it again, or save it anew from Word.");
        }

        var story = new StoryReader(styles, new ListLabels(numbering, styles));
        lines.AddRange(story.Read(main, LineRole.Body, notes));
        lines.AddRange(notes.Endnotes(story.EndnoteFormat ?? formats.Endnotes ?? "lowerRoman"));
        lines.AddRange(ReadRepeated(package, "footer", LineRole.Footer, Side()));
        return lines;
    }

    /// <summary>When it was last saved. Only a hint: damage there is no reason to refuse the document.</summary>
    private static DateOnly? ReadDay(DocxPackage package)
    {
        try
        {
            using var xml = package.OpenProperties();
            var inside = xml is not null && xml.ToRoot() ? xml.Enter() : -1;
            while (xml is not null && xml.Next(inside))
            {
                if (xml.Name == "modified")
                {
                    return DateTimeOffset.TryParse(xml.ReadText(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? DateOnly.FromDateTime(at.UtcDateTime) : null;
                }
            }

            return null;
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            return null;
        }
    }

    private static void ReadNotes(DocxPackage package, bool isEndnote, Notes notes, StoryReader story)
    {
        using var xml = package.OpenFirst(isEndnote ? "endnotes" : "footnotes");
        if (xml is null || !xml.ToRoot())
        {
            return;
        }

        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            // Those with a type are lines that separate notes from text.
            if (xml.Attribute("type") is null or "normal" && xml.Attribute("id") is { } id)
            {
                notes.Add(isEndnote, id, story.Read(xml, LineRole.Footnote));
            }
        }
    }

    /// <summary>Heads or feet of pages: those of first, odd and even pages often say the same.</summary>
    private static List<PaperLine> ReadRepeated(DocxPackage package, string kind, LineRole role, StoryReader story)
    {
        var lines = new List<PaperLine>();
        foreach (var target in package.Relations.Where(r => r.Kind == kind).Select(r => r.Target).Distinct())
        {
            using var xml = package.OpenXml(target);
            if (xml is not null && xml.ToRoot())
            {
                lines.AddRange(story.Read(xml, role));
            }
        }

        return [.. lines.DistinctBy(l => l.Text)];
    }
}
