namespace OpenUpr.Sources.Papers.Paragraphs;

/// <summary>Where a numbered block stands: see <see cref="PaperParagraph"/> for the two fields.</summary>
internal sealed record NumberPlace(string? Number, IReadOnlyList<string> Items, bool IsItem);

/// <summary>Lines that belong together.</summary>
/// <param name="Marker">What the first line begins with, whether it counts or not.</param>
/// <param name="Place">Null where the block has no number that counts.</param>
/// <param name="Under">The numbered paragraph in which a block without number stands.</param>
internal sealed record Block(List<PaperLine> Lines, Marker? Marker, NumberPlace? Place, string? Under);
