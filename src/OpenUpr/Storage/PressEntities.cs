namespace OpenUpr.Storage;

/// <summary>One version of a text for the press (requirements I8, K11, L11). Nothing is overwritten: whoever changes the text adds a version.</summary>
public sealed class PressText : IClusterRow
{
    public const string Draft = "draft";
    public const string Approved = "approved";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long? ClusterId { get; set; }

    /// <summary>The id of the first version: all versions of one text have it in common.</summary>
    public long SeriesId { get; set; }

    /// <summary>From 1 within the series.</summary>
    public int Number { get; set; }

    /// <summary>release, briefing or digest.</summary>
    public required string Kind { get; set; }

    public required string Title { get; set; }

    public required string Text { get; set; }

    /// <summary>The State under review that it is about, an ISO code.</summary>
    public required string Sur { get; set; }

    /// <summary>The session of the review; null where the next one has no date yet.</summary>
    public int? Session { get; set; }

    /// <summary>draft or approved.</summary>
    public required string State { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset WrittenAt { get; set; }

    public long? ApproverId { get; set; }

    public DateTimeOffset? ApprovedAt { get; set; }
}
