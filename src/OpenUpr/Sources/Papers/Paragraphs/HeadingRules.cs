namespace OpenUpr.Sources.Papers.Paragraphs;

/// <summary>Tells headings from text by what they begin with and how they are set.</summary>
internal static class HeadingRules
{
    private const int LongestHeading = 220;

    /// <summary>1 for the outermost; null where the block is no heading.</summary>
    public static int? LevelOf(Block block, string text, PageForm page)
    {
        if (block.Place is not null || text.Length is 0 or > LongestHeading || EndsSentence(text) || block.Lines.Count > 5)
        {
            return null;
        }

        var first = block.Lines[0];
        return block.Marker switch
        {
            { Form: MarkerForm.Title } marker => marker.Value.All(c => c is 'I' or 'V' or 'X') && marker.Value is not "C" ? 1 : 2,
            { Form: MarkerForm.Number } => IsSetApart(block, text, page) ? 3 : null,
            { Form: MarkerForm.Letter } => IsEmphasised(block) ? 4 : null,
            null when IsLarge(first, page) || (IsCentred(block, page) && IsEmphasisedOrCapitals(block, text)) => 1,
            null when IsSetApart(block, text, page) => 4,
            _ => null,
        };
    }

    private static bool EndsSentence(string text) => text.TrimEnd('*', '∗', ' ') is [.., '.' or ';' or ':' or ','];

    private static bool IsLarge(PaperLine line, PageForm page) => page.BodySize > 0 && line.Size >= page.BodySize + 1.5;

    private static bool IsEmphasised(Block block) => block.Lines.All(l => l.IsBold || l.IsItalic);

    private static bool IsEmphasisedOrCapitals(Block block, string text) => IsEmphasised(block) || !text.Any(char.IsLower) || text.Length < 40;

    private static bool IsSetApart(Block block, string text, PageForm page) =>
        IsEmphasised(block) || IsLarge(block.Lines[0], page) || !text.Any(char.IsLower) || (block.Marker?.Form == MarkerForm.Number && block.Lines[0].Left < page.TextLeft - 8);

    private static bool IsCentred(Block block, PageForm page) => block.Lines[0].Page is not null
        && block.Lines.All(l => l.Left > page.TextLeft + 20 && Math.Abs(l.Left - page.TextLeft - (page.TextRight - l.Right)) < 60);
}
