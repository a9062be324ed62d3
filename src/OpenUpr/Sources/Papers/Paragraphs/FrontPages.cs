namespace OpenUpr.Sources.Papers.Paragraphs;

/// <summary>The masthead and title stand on a paper's first page and are no paragraphs of it.</summary>
public static class FrontPages
{
    /// <summary>A masthead and its title make no more paragraphs than this.</summary>
    private const int LongestFront = 40;

    /// <summary>Without what stands on the first page, where the numbered paragraphs begin on a later one.</summary>
    public static IReadOnlyList<PaperParagraph> Skip(IReadOnlyList<PaperParagraph> paragraphs)
    {
        var first = paragraphs.FirstOrDefault(p => p.Role == ParagraphRole.Numbered)?.Page;
        return first is > 1 ? [.. paragraphs.Where(p => p.Page > 1)] : paragraphs;
    }

    /// <summary>The paragraphs that are text: no headings, and nothing of the masthead above the first number.</summary>
    public static IEnumerable<PaperParagraph> Texts(IReadOnlyList<PaperParagraph> paragraphs)
    {
        var numbered = paragraphs.TakeWhile(p => p.Role != ParagraphRole.Numbered).Count();
        return paragraphs.Skip(numbered < Math.Min(LongestFront, paragraphs.Count) ? numbered : 0).Where(p => p.Role != ParagraphRole.Heading && p.Text.Length > 0);
    }
}
