namespace OpenUpr.Sources.Papers.Paragraphs;

/// <summary>The headings that stand above a place, outermost first.</summary>
internal sealed class HeadingPath
{
    private readonly List<(int Level, string Title)> above = [];

    public void Enter(int level, string title)
    {
        above.RemoveAll(h => h.Level >= level);
        above.Add((level, title));
    }

    public override string? ToString() => above.Count == 0 ? null : string.Join(" › ", above.Select(h => h.Title));
}
