namespace OpenUpr.Drafting.Studio;

/// <summary>
/// The marks of a section's text, a small part of Markdown, so that what people paste from elsewhere holds: an empty line ends a paragraph; "- " an item, "&gt; " somebody's
/// words, "#" to "###" a heading below the section's own, "R: " a recommendation, "Q: " a question, "| a | b |" a row of a table; **bold**, *italic*, [words](https://…), and
/// ^[an endnote] where it is referred to. All else stays as it stands.
/// </summary>
public static class StudioText
{
    /// <summary>Characters of one section's text.</summary>
    public const int MaxText = 60_000;
}
