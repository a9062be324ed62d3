namespace OpenUpr.Storage;

/// <summary>A State that a coalition wants to speak for an issue, and how far the talk is (requirement H4).</summary>
public sealed class TargetChoice : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>The plan of a review that it belongs to; null where it belongs to none.</summary>
    public long? PlanId { get; set; }

    /// <summary>The State under review, an ISO code.</summary>
    public required string Sur { get; set; }

    /// <summary>The State that is to recommend, an ISO code.</summary>
    public required string State { get; set; }

    /// <summary>Slug of the issue; null for all of them.</summary>
    public string? Issue { get; set; }

    public string? Note { get; set; }

    /// <summary>The person of the coalition who speaks to it.</summary>
    public long? TalkerId { get; set; }

    /// <summary>chosen, contacted, promised, raised, declined.</summary>
    public required string Progress { get; set; }

    /// <summary>Counts changes, so that two who write at once do not overwrite each other.</summary>
    public int Revision { get; set; }
}
