using OpenUpr.Sources.Papers;

namespace OpenUpr.Sources.Docx;

/// <summary>Footnotes and endnotes by their id, numbered in the order in which the text refers to them.</summary>
internal sealed class Notes
{
    private readonly Dictionary<(bool IsEndnote, string Id), List<PaperLine>> _notes = [];
    private readonly HashSet<(bool IsEndnote, string Id)> _referred = [];
    private readonly List<(int? Number, List<PaperLine> Lines)> _endnotes = [];
    private int _footnoteNumber;
    private int _endnoteNumber;

    /// <summary>The format of the footnotes' numbers; see <see cref="NumberFormat"/>.</summary>
    public string FootnoteFormat { get; init; } = "decimal";

    public void Add(bool isEndnote, string id, List<PaperLine> lines) => _notes[(isEndnote, id)] = lines;

    /// <summary>The lines of a footnote where the text refers to it first; endnotes wait for <see cref="Endnotes"/>.</summary>
    /// <param name="hasOwnMark">True when the text gives a mark, so that the note has no number.</param>
    public IEnumerable<PaperLine> Refer(bool isEndnote, string id, bool hasOwnMark)
    {
        if (!_notes.TryGetValue((isEndnote, id), out var lines) || !_referred.Add((isEndnote, id)))
        {
            return [];
        }

        if (isEndnote)
        {
            _endnotes.Add((hasOwnMark ? null : ++_endnoteNumber, lines));
            return [];
        }

        return hasOwnMark ? lines : Numbered(NumberFormat.Write(++_footnoteNumber, FootnoteFormat), lines);
    }

    /// <summary>The endnotes that the text refers to, in its order.</summary>
    public IEnumerable<PaperLine> Endnotes(string format) =>
        _endnotes.SelectMany(n => n.Number is { } number ? Numbered(NumberFormat.Write(number, format), n.Lines) : n.Lines);

    private static IEnumerable<PaperLine> Numbered(string number, List<PaperLine> lines) =>
        lines.Select((line, i) => i == 0 ? line with { Text = $"{number} {line.Text}" } : line);
}

/// <summary>How notes are numbered.</summary>
internal static class NoteSettings
{
    /// <summary>Reads the settings part (or a sectPr): the number format of footnotes and endnotes, null where it is not said.</summary>
    public static (string? Footnotes, string? Endnotes) Read(WordXml xml)
    {
        (string? Footnotes, string? Endnotes) formats = (null, null);
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            formats = xml.Name switch
            {
                "footnotePr" => (Format(xml) ?? formats.Footnotes, formats.Endnotes),
                "endnotePr" => (formats.Footnotes, Format(xml) ?? formats.Endnotes),
                _ => formats,
            };
        }

        return formats;
    }

    private static string? Format(WordXml xml)
    {
        string? format = null;
        var inside = xml.Enter();
        while (xml.Next(inside))
        {
            format = xml.Name == "numFmt" ? xml.Val : format;
        }

        return format;
    }
}
