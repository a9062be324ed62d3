using System.Buffers.Binary;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Sources.Doc;

/// <summary>
/// Reads the text of a Word 97-2003 document: paragraphs with their cells, tracked changes accepted, hidden text and the codes of
/// fields left out. List numbers are not resolved: a .doc keeps them apart from the text, and of the UN's papers only lists
/// of questions, whose items have bullets, are .doc alone.
/// </summary>
public static class DocReader
{
    private const string MediaType = "application/msword";
    private const int HeadsAndFeet = 2;

    /// <exception cref="SourceException">The file is no such document, damaged, protected, or too large.</exception>
    public static PaperText Read(SourceFile file, CancellationToken cancel) => Read(file.Content, file.Length, cancel);

    /// <param name="content">Can seek; stays open.</param>
    /// <param name="length">Bytes.</param>
    /// <exception cref="SourceException">The file is no such document, damaged, protected, or too large.</exception>
    public static PaperText Read(Stream content, long length, CancellationToken cancel)
    {
        const long MaxBytes = 64L * 1024 * 1024;
        if (length > MaxBytes)
        {
            throw new SourceException($"The Word document has {length / 1_048_576:N0} MB; the limit is {MaxBytes / 1_048_576} MB. Save it as .docx without pictures.");
        }

        var header = DocHeader.Read(content, length);
        var text = DocText.Read(header);
        if (header.StoryLengths.Sum(s => (long)s) > text.Letters.Length)
        {
            throw DocHeader.Damaged("its text is cut off");
        }

        cancel.ThrowIfCancellationRequested();
        return new PaperText(ReadStories(header, text, cancel), 0, MediaType) { WrittenOn = header.WrittenOn };
    }

    /// <summary>The stories follow one another; comments and macros are no part of the paper.</summary>
    private static List<PaperLine> ReadStories(DocHeader header, DocText text, CancellationToken cancel)
    {
        var story = new DocStory(text, DocLooks.OfCharacters(header), DocLooks.OfParagraphs(header), cancel);
        LineRole?[] roles = [LineRole.Body, LineRole.Footnote, LineRole.RunningHead, null, null, LineRole.Footnote, LineRole.Body, null];
        var heads = new List<PaperLine>();
        var lines = new List<PaperLine>();
        var feet = new List<PaperLine>();
        var start = 0;
        for (var i = 0; i < roles.Length; i++)
        {
            var end = start + header.StoryLengths[i];
            if (i == HeadsAndFeet)
            {
                ReadHeadsAndFeet(header, story, start, end, heads, feet);
            }
            else if (roles[i] is { } role)
            {
                lines.AddRange(story.Read(start, end, role));
            }

            start = end;
        }

        return [.. heads.DistinctBy(l => l.Text), .. lines, .. feet.DistinctBy(l => l.Text)];
    }

    /// <summary>Six for each section, in a fixed order, behind six that separate notes from text ([MS-DOC] 2.8.9).</summary>
    private static void ReadHeadsAndFeet(DocHeader header, DocStory story, int start, int end, List<PaperLine> heads, List<PaperLine> feet)
    {
        var places = header.Table(0xF2);
        var last = (long)start;
        for (var i = 6; i + 1 < places.Length / 4; i++)
        {
            var from = Math.Max(last, start + (long)BinaryPrimitives.ReadUInt32LittleEndian(places[(4 * i)..]));
            var to = start + (long)BinaryPrimitives.ReadUInt32LittleEndian(places[(4 * (i + 1))..]);
            if (from < to && to <= end)
            {
                var isFoot = (i % 6) is 2 or 3 or 5;
                last = to;
                (isFoot ? feet : heads).AddRange(story.Read((int)from, (int)to, isFoot ? LineRole.Footer : LineRole.RunningHead));
            }
        }
    }
}
