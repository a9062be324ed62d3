namespace OpenUpr.Storage;

/// <summary>A version of a text that several people write.</summary>
public interface ITextVersion
{
    /// <summary>From 1.</summary>
    int Number { get; }

    long? AuthorId { get; }

    /// <summary>Made at random by whoever sends the form: what is sent twice is stored once.</summary>
    string ClientId { get; }
}

/// <summary>What one person typed into a form and has not sent yet.</summary>
public interface IWorkingCopy : IPrivateRow
{
    long MemberId { get; set; }

    /// <summary>The version that the writer had before them.</summary>
    int Number { get; set; }

    string Text { get; set; }

    string? Note { get; set; }

    /// <summary>The form's own number, made at random.</summary>
    string ClientId { get; set; }

    /// <summary>Rises while one form is typed into: what comes late by a slow connection does not overwrite what came after it.</summary>
    long Sequence { get; set; }

    DateTimeOffset SavedAt { get; set; }
}

/// <summary>An issue that the coalition chose for a review: what it will be known for. Its order is its weight.</summary>
public sealed class DraftPriority : IClusterRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>The cluster that owns it; null for the whole coalition.</summary>
    public long? ClusterId { get; set; }

    /// <summary>The review that it is for; null while that is open.</summary>
    public long? PlanId { get; set; }

    /// <summary>Name of one of UPR Info's issues.</summary>
    public required string Issue { get; set; }

    public required string Title { get; set; }

    /// <summary>Why it matters, in the coalition's words.</summary>
    public string? Why { get; set; }

    /// <summary>Place in the coalition's order, from 1.</summary>
    public int Place { get; set; }

    public long? AuthorId { get; set; }

    /// <summary>Rises with every change, so that two writers do not overwrite each other.</summary>
    public int Revision { get; set; }
}

/// <summary>What a priority rests on: one case of evidence, one past recommendation, or one issue raised in a consultation.</summary>
public sealed class PriorityLink : IClusterRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>That of the priority.</summary>
    public long? ClusterId { get; set; }

    public long PriorityId { get; set; }

    /// <summary>A case of evidence; shown to whoever may see the case.</summary>
    public long? CaseId { get; set; }

    /// <summary>A recommendation of the public database.</summary>
    public long? RecommendationId { get; set; }

    /// <summary>Something raised in a consultation.</summary>
    public long? RaisedIssueId { get; set; }

    /// <summary>What it shows, in the coalition's words.</summary>
    public string? Note { get; set; }

    public long? AuthorId { get; set; }
}

/// <summary>A recommendation that the coalition would like a State to make. What the review brings is matched against it.</summary>
public sealed class DraftRecommendation : IClusterRow
{
    public const string Draft = "draft";
    public const string ForCluster = "for-cluster";
    public const string ClusterAgreed = "cluster-agreed";
    public const string ForCoalition = "for-coalition";

    /// <summary>Agreed by the coalition.</summary>
    public const string Ready = "ready";

    /// <summary>Withdrawn.</summary>
    public const string Dropped = "dropped";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>The cluster that agrees to it first; it never changes, since that would open what was written behind a closed door.</summary>
    public long? ClusterId { get; set; }

    /// <summary>The review that it is for; null while that is open.</summary>
    public long? PlanId { get; set; }

    /// <summary>The priority under which it stands; null for none.</summary>
    public long? PriorityId { get; set; }

    /// <summary>Name of one of UPR Info's issues; null for none.</summary>
    public string? Issue { get; set; }

    /// <summary>The text of the newest version.</summary>
    public required string Text { get; set; }

    /// <summary>The number of the newest version, from 1. Versions before the first change are not written down: the row itself is the first.</summary>
    public int Number { get; set; } = 1;

    public long? AuthorId { get; set; }

    /// <summary>draft, for-cluster (waits for its cluster), cluster-agreed, for-coalition (waits for the coalition), ready (agreed: may be handed to States) or dropped (withdrawn).</summary>
    public required string State { get; set; }

    /// <summary>The version that was last agreed to by the cluster or the coalition; null for none.</summary>
    public int? AgreedNumber { get; set; }

    /// <summary>Place under its priority, from 1.</summary>
    public int Place { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Rises with every change, so that two writers do not overwrite each other.</summary>
    public int Revision { get; set; }
}

/// <summary>One version of a draft recommendation: its words, what it rests on and whom it is for. Versions are only added.</summary>
public sealed class DraftVersion : IClusterRow, ITextVersion
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>That of the draft.</summary>
    public long? ClusterId { get; set; }

    public long DraftId { get; set; }

    /// <summary>From 1.</summary>
    public int Number { get; set; }

    public required string Text { get; set; }

    /// <summary>Where it comes from: treaty-body, special-procedure, sdg, past or own.</summary>
    public string? SourceKind { get; set; }

    /// <summary>The source in words, such as the symbol and paragraph of concluding observations, or the number of a target.</summary>
    public string? Source { get; set; }

    /// <summary>The recommendation of an earlier review that it takes up.</summary>
    public long? RecommendationId { get; set; }

    /// <summary>ISO codes of the States that are to make it, separated by line ends.</summary>
    public required string Targets { get; set; }

    /// <summary>What was changed and why, in the writer's words.</summary>
    public string? Note { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset WrittenAt { get; set; }

    /// <summary>Made at random by whoever sends the form: what is sent twice is stored once.</summary>
    public required string ClientId { get; set; }
}

/// <summary>A step of a draft's approval, or back.</summary>
public sealed class DraftMove : IClusterRow
{
    public const string ByPerson = "person";
    public const string TextChanged = "text-changed";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>That of the draft.</summary>
    public long? ClusterId { get; set; }

    public long DraftId { get; set; }

    public required string Before { get; set; }

    public required string After { get; set; }

    /// <summary>The version that was read.</summary>
    public int Number { get; set; }

    /// <summary>person, or text-changed: the text was changed after it was agreed.</summary>
    public required string Why { get; set; }

    public string? Note { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset At { get; set; }
}

/// <summary>What somebody says of a draft.</summary>
public sealed class DraftComment : IClusterRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>That of the draft.</summary>
    public long? ClusterId { get; set; }

    public long DraftId { get; set; }

    /// <summary>The version that was read.</summary>
    public int Number { get; set; }

    public required string Text { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset At { get; set; }

    public DateTimeOffset? SettledAt { get; set; }

    public long? SettledById { get; set; }
}

/// <summary>What one person typed into the form of a draft and has not sent yet. Nobody else sees it, the secretariat neither.</summary>
public sealed class DraftCopy : IWorkingCopy
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long DraftId { get; set; }

    public long MemberId { get; set; }

    /// <summary>The version that the writer had before them.</summary>
    public int Number { get; set; }

    public required string Text { get; set; }

    public string? Note { get; set; }

    /// <summary>The form's own number, made at random.</summary>
    public required string ClientId { get; set; }

    /// <summary>Rises while one form is typed into: what comes late by a slow connection does not overwrite what came after it.</summary>
    public long Sequence { get; set; }

    public DateTimeOffset SavedAt { get; set; }
}
