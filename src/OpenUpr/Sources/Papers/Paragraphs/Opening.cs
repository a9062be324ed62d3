namespace OpenUpr.Sources.Papers.Paragraphs;

/// <summary>A line that may open a paragraph, and what stands above it.</summary>
/// <param name="IsApart">As <see cref="PageForm.IsApart"/> tells; true for the first line.</param>
internal readonly record struct Opening(PaperLine Line, PaperLine? Above, bool? IsApart)
{
    private const string Ends = ".;:!?)]”\"’»*∗。；：؛؟";

    /// <summary>True where every line is a paragraph already.</summary>
    public bool IsWord => Line.Page is null;

    /// <summary>True when the line above ends a sentence, a clause or an item; the figure of a note may follow its mark.</summary>
    public bool EndsAbove => Above is null || EndsClause(Above.Text);

    /// <summary>True when the line above announces a list.</summary>
    public bool Announced => Above is not null && Above.Text.TrimEnd() is [.., ':' or '：'];

    /// <summary>True when it stands further in or out than the line above.</summary>
    public bool IsShifted => Above is not null && Math.Abs(Line.Left - Above.Left) > 4;

    private static bool EndsClause(string text)
    {
        var end = text.AsSpan().TrimEnd("0123456789 *∗");
        return end.IsEmpty || Ends.Contains(end[^1]) || end.EndsWith(" and") || end.EndsWith(" or");
    }
}
