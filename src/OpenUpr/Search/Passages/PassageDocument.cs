namespace OpenUpr.Search.Passages;

/// <summary>A stored paper whose paragraphs can be searched.</summary>
/// <param name="Kind">As in <see cref="Sources.Papers.PaperIdentity.KindName"/>.</param>
/// <param name="Sur">The State under review; null where the paper belongs to no review.</param>
/// <param name="Passages">Paragraphs; 0 for papers of which none are kept.</param>
/// <param name="LastPassageId">Changes whenever the paper is read again.</param>
public sealed record PassageDocument(
    long Id, string Kind, string? Symbol, string? Language, string? Sur, int? Session, int? Cycle, DateOnly? PublishedOn, int? Pages, string FileName, string MediaType, DateTimeOffset ReceivedAt,
    int Passages, long LastPassageId);
