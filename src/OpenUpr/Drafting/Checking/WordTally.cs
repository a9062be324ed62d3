namespace OpenUpr.Drafting.Checking;

/// <summary>
/// The words of a document, zone by zone. One rule: a word is what stands between spaces, tabs and line ends, as Word counts; a non-breaking
/// space joins. The UN's limit is held against <see cref="Counted"/>: headings, text, lists, tables and boxes of the body. Left out are notes,
/// references, annexes and the matrix (UPR Info, Compendium, Part 4, 2017), and what no reader takes for text: contents, heads and feet of
/// pages, comments, deletions, list numbers that Word makes. No source says whether the cover page counts: it stands apart.
/// </summary>
public sealed record WordTally(int Counted, int Cover, int Notes, int References, int Annexes, int Matrix, int Contents, int Margins)
{
    public static WordTally Of(CheckedDocument document, DocumentParts parts)
    {
        var sums = new int[Enum.GetValues<DocumentZone>().Length];
        foreach (var (i, paragraph) in document.Paragraphs.Index())
        {
            sums[(int)parts.Zones[i]] += Count(paragraph.Text);
        }

        return new WordTally(
            sums[(int)DocumentZone.Body], sums[(int)DocumentZone.Cover], document.Notes.Sum(n => Count(n.Text)), sums[(int)DocumentZone.References],
            sums[(int)DocumentZone.Annex], sums[(int)DocumentZone.Matrix], sums[(int)DocumentZone.Contents], document.Margins.Sum(Count));
    }

    /// <summary>The words of a text.</summary>
    public static int Count(string text)
    {
        var (count, isInside) = (0, false);
        foreach (var c in text)
        {
            var isSpace = c is ' ' or '\t' or '\n' or '\r' or '\v' or '\f' or '\u2028' or '\u2029' or (>= '\u2000' and <= '\u200A') or '\u3000' or '\u1680' or '\u205F';
            count += !isSpace && !isInside ? 1 : 0;
            isInside = !isSpace;
        }

        return count;
    }
}
