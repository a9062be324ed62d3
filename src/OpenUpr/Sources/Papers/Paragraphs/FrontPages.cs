namespace OpenUpr.Sources.Papers.Paragraphs;

/// <summary>The masthead and title stand on a paper's first page and are no paragraphs of it.</summary>
public static class FrontPages
{
    /// <summary>Without what stands on the first page, where the numbered paragraphs begin on a later one.</summary>
    public static IReadOnlyList<PaperParagraph> Skip(IReadOnlyList<PaperParagraph> paragraphs)
    {
        var first = paragraphs.FirstOrDefault(p => p.Role == ParagraphRole.Numbered)?.Page;
        return first is > 1 ? [.. paragraphs.Where(p => p.Page > 1)] : paragraphs;
    }
}
