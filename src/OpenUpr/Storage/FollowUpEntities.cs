namespace OpenUpr.Storage;

/// <summary>A review whose recommendations a coalition follows from the day they are made to the next review.</summary>
public sealed class FollowedReview : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>ISO 3166-1 alpha-3 of the State under review.</summary>
    public required string State { get; set; }

    /// <summary>The session of the Working Group.</summary>
    public int Session { get; set; }

    /// <summary>The plan of the same review; null where there is none.</summary>
    public long? PlanId { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset AddedAt { get; set; }

    /// <summary>The number of the database's last change when recommendations were last taken over.</summary>
    public long SeenChange { get; set; }

    /// <summary>When it was put away; null while it is worked on.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Rises with every change, so that two writers do not overwrite each other.</summary>
    public int Revision { get; set; }
}

/// <summary>
/// One recommendation of a followed review: one text, whichever States put it. What the database says of it is kept as it was when it was taken over, so that
/// what a coalition wrote never stands beside other words than those that it read.
/// </summary>
public sealed class FollowedRecommendation : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long FollowId { get; set; }

    /// <summary>In the order of the report, from 1.</summary>
    public int Place { get; set; }

    /// <summary>The first pair of the text in the database; null where the database does not hold it any more.</summary>
    public long? RecommendationId { get; set; }

    /// <summary>The paragraph as printed, "140.7"; null where it is not known.</summary>
    public string? Number { get; set; }

    public required string Text { get; set; }

    /// <summary>Codes of the States that put it, apart by commas; empty where they are not known.</summary>
    public required string States { get; set; }

    /// <summary>supported, partly, noted or pending; null where the database does not say.</summary>
    public string? Position { get; set; }

    /// <summary>Names of its issues, apart by line ends; empty for none.</summary>
    public required string Issues { get; set; }

    /// <summary>Numbers of goals, apart by commas; empty for none.</summary>
    public required string Goals { get; set; }

    /// <summary>The cluster that works on it; null for anybody.</summary>
    public long? DutyClusterId { get; set; }

    /// <summary>Rises with every change, so that two writers do not overwrite each other.</summary>
    public int Revision { get; set; }
}
