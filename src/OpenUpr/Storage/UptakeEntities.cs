namespace OpenUpr.Storage;

/// <summary>What a person said of a draft beside a recommendation of the review: that it comes from it, that it does not, or that nothing came of the draft.</summary>
public sealed class UptakeMatch : IClusterRow
{
    /// <summary>The recommendation took the draft up.</summary>
    public const string Confirmed = "confirmed";

    /// <summary>It did not, though the two are alike.</summary>
    public const string Refused = "refused";

    /// <summary>No recommendation took the draft up.</summary>
    public const string Nobody = "none";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>That of the draft, so that what a closed cluster asked for stays closed.</summary>
    public long? ClusterId { get; set; }

    /// <summary>The followed review.</summary>
    public long FollowId { get; set; }

    public long DraftId { get; set; }

    /// <summary>The followed recommendation; null where nobody took the draft up.</summary>
    public long? RowId { get; set; }

    /// <summary>confirmed, refused or none.</summary>
    public required string Verdict { get; set; }

    /// <summary>The program's confidence when it was said, 0 to 1; null where it had proposed nothing.</summary>
    public double? Score { get; set; }

    /// <summary>What was lost, why it matters, in the coalition's words.</summary>
    public string? Note { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Rises with every change, so that two writers do not overwrite each other.</summary>
    public int Revision { get; set; }
}
