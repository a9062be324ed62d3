namespace OpenUpr.Sources.Papers.Paragraphs;

/// <summary>Cuts lines into blocks: by numbers that count, by the space above a line, by a change of size, cell or page.</summary>
internal static class BlockSplitter
{
    private const double Indent = 8;

    public static IEnumerable<Block> Split(IReadOnlyList<PaperLine> lines, PageForm page, NumberSequence sequence)
    {
        Block? block = null;
        foreach (var line in lines)
        {
            var marker = Marker.Of(line.Text);
            var above = block?.Lines[^1];
            var apart = above is null ? true : page.IsApart(above, line);
            var opening = new Opening(line, above, apart);
            var place = marker is null ? null : sequence.Accept(marker, opening);
            if (block is not null && place is null && !StartsAnew(block, opening, page, marker))
            {
                block.Lines.Add(line);
                continue;
            }

            if (block is not null)
            {
                yield return block;
            }

            block = Start(line, marker, place, sequence);
        }

        if (block is not null)
        {
            yield return block;
        }
    }

    // "4. (a) To investigate": the list's first letter stands behind the item's number.
    private static Block Start(PaperLine line, Marker? marker, NumberPlace? place, NumberSequence sequence)
    {
        if (place is not null && marker is { Form: MarkerForm.Number or MarkerForm.Dotted } && Marker.Of(line.Text[marker.Printed.Length..].TrimStart()) is { Form: MarkerForm.Letter, Value: "a" } letter)
        {
            var printed = line.Text[..(line.Text.IndexOf(letter.Printed, marker.Printed.Length, StringComparison.Ordinal) + letter.Printed.Length)];
            return new Block([line], new Marker(MarkerForm.Letter, printed, "a"), sequence.FirstLetter(), sequence.Current);
        }

        return new Block([line], marker, place, sequence.Current);
    }

    private static bool StartsAnew(Block block, Opening opening, PageForm page, Marker? marker)
    {
        var (line, above) = (opening.Line, block.Lines[^1]);
        if (line.Page is null || line.Cell != above.Cell || Math.Abs(line.Size - above.Size) > 1.5)
        {
            return true;
        }

        if (opening.IsApart is true)
        {
            // A raised figure or a formula may spread the lines of one paragraph.
            return marker is not null || !char.IsLower(line.Text[0]) || opening.EndsAbove || line.IsBold != above.IsBold;
        }

        // What hangs further to the left than the lines of an item does not belong to it; a first line may stand out or in.
        var hangs = block.Lines.Count > 1 && Math.Abs(line.Left - above.Left) > Indent;
        return opening.IsApart is null
            ? opening.EndsAbove && (page.IsShort(above) || hangs) && !char.IsLower(line.Text[0])
            : opening.EndsAbove && hangs && page.IsShort(above) && !char.IsLower(line.Text[0]);
    }
}
