namespace OpenUpr.Storage;

/// <summary>A mid-term report or an annual assessment of a followed review. Its text is a document of the drafting studio; what is counted is made from confirmed judgements whenever it is composed (requirements M4-M8).</summary>
public sealed class FollowReport : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long FollowId { get; set; }

    /// <summary>The document of the drafting studio.</summary>
    public long DocumentId { get; set; }

    /// <summary>mid-term-report or annual-assessment, as the document's.</summary>
    public required string Kind { get; set; }

    /// <summary>Who writes: chosen, parallel, joint or state (requirement M7).</summary>
    public required string Mode { get; set; }

    /// <summary>Which recommendations are in: all, issues, cluster, key or assessed.</summary>
    public required string Scope { get; set; }

    /// <summary>Names of the issues that are in, apart by line ends; null for another choice.</summary>
    public string? Issues { get; set; }

    /// <summary>The cluster whose recommendations are in; null for another choice.</summary>
    public long? ScopeClusterId { get; set; }

    /// <summary>The round that an annual assessment is of; null where it is of none, and for a mid-term report.</summary>
    public long? RoundId { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset BegunAt { get; set; }

    /// <summary>The last day for comments; null while it was not opened for them.</summary>
    public DateOnly? CommentsUntil { get; set; }

    /// <summary>When the round of comments was ended; null while it runs or was not begun.</summary>
    public DateTimeOffset? CommentsClosedAt { get; set; }

    /// <summary>Why it was released without a round of comments; null where there was one.</summary>
    public string? NoRoundReason { get; set; }

    public DateTimeOffset? ReleasedAt { get; set; }

    public long? ReleasedById { get; set; }

    /// <summary>When everybody with a place in the coalition, guests too, was given the released report; null while they were not.</summary>
    public DateTimeOffset? SharedAt { get; set; }

    /// <summary>Rises with every change, so that two writers do not overwrite each other.</summary>
    public int Revision { get; set; }
}

/// <summary>A report as it was at one moment, with its numbers. What it says never changes; it alone is shared with guests.</summary>
public sealed class ReportVersion : IPrivateRow
{
    /// <summary>What was opened for comments.</summary>
    public const string Comments = "comments";
    public const string Released = "released";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long ReportId { get; set; }

    /// <summary>comments or released.</summary>
    public required string Purpose { get; set; }

    public required string Title { get; set; }

    /// <summary>The composed document and what it counts, as JSON of <see cref="FollowUp.Reports.ReportContent"/>: no name of a writer, no case and no number of a row is in it.</summary>
    public required string Content { get; set; }

    /// <summary>The last day on which it may be commented on, for guests who see nothing else of the report; null where it may not, or not any more.</summary>
    public DateOnly? OpenUntil { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset TakenAt { get; set; }
}

/// <summary>Somebody who was asked what they think of a report before it is released (requirement M8).</summary>
public sealed class ReportAsk : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long ReportId { get; set; }

    /// <summary>organisation, nhri, un, government or other.</summary>
    public required string Kind { get; set; }

    /// <summary>The body, such as "Office of the Resident Coordinator"; not a person.</summary>
    public required string Who { get; set; }

    public DateOnly On { get; set; }

    public long? AuthorId { get; set; }
}

/// <summary>What somebody says about a report before its release: a member, a guest, or somebody outside whose words a member typed in. A guest sees their own alone.</summary>
public sealed class ReportComment : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long ReportId { get; set; }

    /// <summary>What they had before them.</summary>
    public long VersionId { get; set; }

    /// <summary>organisation, nhri, un, government or other.</summary>
    public required string Kind { get; set; }

    /// <summary>The body outside whose words a member typed in; null for words of the author.</summary>
    public string? Who { get; set; }

    /// <summary>The issue that it is about; null for the whole.</summary>
    public string? Issue { get; set; }

    public required string Text { get; set; }

    /// <summary>True where a gap in one field is taken as a sign that the whole field needs a wider check (requirement M8).</summary>
    public bool IsGap { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset WrittenAt { get; set; }

    /// <summary>What the coalition answered; null while it did not.</summary>
    public string? Answer { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public long? AnsweredById { get; set; }

    /// <summary>Made at random by whoever sends the form: what is sent twice is stored once.</summary>
    public required string ClientId { get; set; }
}
