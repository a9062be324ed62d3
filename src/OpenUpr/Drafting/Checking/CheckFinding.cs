namespace OpenUpr.Drafting.Checking;

/// <summary>How much a finding matters.</summary>
public enum CheckSeverity
{
    /// <summary>The document may be refused, cut off, or do harm.</summary>
    Must,

    /// <summary>A source advises against it.</summary>
    Should,

    /// <summary>Only a person can decide; the machine points.</summary>
    Look,
}

/// <summary>Where in the document something was found. A page is never known: it depends on who opens the file.</summary>
/// <param name="Paragraph">From 1, see <see cref="TextParagraph.Number"/>; null where the whole document is meant.</param>
/// <param name="Label">The number that the writer gave the paragraph, such as "12."; null where none.</param>
/// <param name="Heading">The heading above it; null where none.</param>
/// <param name="Note">The note's number; null outside of notes.</param>
public sealed record CheckPlace(int? Paragraph = null, string? Label = null, string? Heading = null, int? Note = null, bool IsEndnote = false)
{
    /// <summary>The file itself, or the document as a whole.</summary>
    public static CheckPlace Whole { get; } = new();
}

/// <summary>Something that a rule found.</summary>
/// <param name="Rule">Its code, severity and source.</param>
/// <param name="Excerpt">The words that it is about; null where something is missing.</param>
/// <param name="Values">Numbers and words that its sentence names: first what was found, then the limit where the rule has one.</param>
public sealed record CheckFinding(CheckRule Rule, CheckPlace Place, string? Excerpt, IReadOnlyList<object> Values)
{
    public CheckSeverity Severity => Rule.Severity;
}
