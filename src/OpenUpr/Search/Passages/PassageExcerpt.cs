namespace OpenUpr.Search.Passages;

/// <summary>The part of a long paragraph that shows why it was found.</summary>
public static class PassageExcerpt
{
    private const string Gap = "…";

    /// <summary>Cuts marked text to about so many letters around its first mark, at spaces.</summary>
    public static IReadOnlyList<TextPiece> Cut(IReadOnlyList<TextPiece> pieces, int length)
    {
        var total = pieces.Sum(p => p.Text.Length);
        if (total <= length)
        {
            return pieces;
        }

        var text = string.Concat(pieces.Select(p => p.Text));
        var mark = pieces.TakeWhile(p => !p.Matched).Sum(p => p.Text.Length);
        var start = mark >= total || mark < length / 2 ? 0 : SpaceFrom(text, Math.Min(mark - (length / 3), total - length), mark);
        var end = start + length >= total ? total : SpaceBefore(text, start + length, start + (length / 2));
        var cut = new List<TextPiece>();
        if (start > 0)
        {
            cut.Add(new TextPiece(Gap, false));
        }

        var at = 0;
        foreach (var piece in pieces)
        {
            var (from, to) = (Math.Max(start, at), Math.Min(end, at + piece.Text.Length));
            if (from < to)
            {
                cut.Add(piece with { Text = text[from..to] });
            }

            at += piece.Text.Length;
        }

        if (end < total)
        {
            cut.Add(new TextPiece(Gap, false));
        }

        return cut;
    }

    // Scripts without spaces are cut between letters, never within one.
    private static int SpaceFrom(string text, int at, int last) => text.IndexOf(' ', at) is var space && space >= 0 && space < last ? space + 1 : Whole(text, at);

    private static int SpaceBefore(string text, int at, int first) => text.LastIndexOf(' ', at) is var space && space > first ? space : Whole(text, at);

    private static int Whole(string text, int at) => char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
