namespace OpenUpr.Storage;

/// <summary>The live board of a review: who speaks, what they say, what became of it.</summary>
public sealed class DayBoard : IPrivateRow
{
    public const string Prepared = "prepared";
    public const string Live = "live";
    public const string Settled = "settled";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>The plan whose draft recommendations are watched for; null for a board of its own.</summary>
    public long? PlanId { get; set; }

    /// <summary>ISO 3166-1 alpha-3 of the State under review.</summary>
    public required string State { get; set; }

    /// <summary>The session of the Working Group.</summary>
    public int Session { get; set; }

    public DateTimeOffset StartsAt { get; set; }

    /// <summary>Seconds to speak for members of the Human Rights Council.</summary>
    public int MemberSeconds { get; set; }

    /// <summary>Seconds to speak for all others.</summary>
    public int OtherSeconds { get; set; }

    /// <summary>prepared, live (somebody has spoken or been noted) or settled (compared with the report).</summary>
    public required string Stage { get; set; }

    /// <summary>Where the review can be watched; null where nobody put it in.</summary>
    public string? Webcast { get; set; }

    /// <summary>Where people of the coalition watch together, in the coalition's words.</summary>
    public string? Viewing { get; set; }

    /// <summary>Codes of the three States that help with the review, apart by commas; fewer while not all are known.</summary>
    public string? Troika { get; set; }

    /// <summary>What is known of the troika: whom the State refused, who withdrew, which questions it passes on.</summary>
    public string? TroikaNote { get; set; }

    /// <summary>Number of the speaker who has the floor; null for none.</summary>
    public long? FloorId { get; set; }

    /// <summary>Rises with everything that changes on the board: who has seen up to one number asks for what came after it.</summary>
    public long Sequence { get; set; }

    public long? AuthorId { get; set; }

    /// <summary>Rises with every change of what the board's form holds, so that two writers do not overwrite each other.</summary>
    public int Revision { get; set; }
}

/// <summary>A State on the list of speakers.</summary>
public sealed class DaySpeaker : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long BoardId { get; set; }

    /// <summary>Place on the list, from 1.</summary>
    public int Order { get; set; }

    /// <summary>ISO 3166-1 alpha-3.</summary>
    public required string State { get; set; }

    /// <summary>Whether it sits on the Human Rights Council, and so has the members' time.</summary>
    public bool IsMember { get; set; }

    /// <summary>When it took the floor; null before.</summary>
    public DateTimeOffset? SpokeAt { get; set; }

    /// <summary>Whether it did not speak, or was taken off the list. A speaker is never deleted: lines that were written without a connection may still come for it.</summary>
    public bool IsLeftOut { get; set; }

    /// <summary>The board's number when this row last changed.</summary>
    public long Sequence { get; set; }
}

/// <summary>A line that somebody noted during a review.</summary>
public sealed class DayNote : IPrivateRow
{
    public const string Recommendation = "recommendation";
    public const string Question = "question";
    public const string Reply = "reply";
    public const string Remark = "note";

    public const string Provisional = "provisional";
    public const string Confirmed = "confirmed";
    public const string NotInReport = "not-in-report";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long BoardId { get; set; }

    /// <summary>Who said it; null for the State under review, and where the writer did not know.</summary>
    public long? SpeakerId { get; set; }

    /// <summary>recommendation, question, reply (of the State under review) or note.</summary>
    public required string Kind { get; set; }

    public required string Text { get; set; }

    /// <summary>Made at random by whoever sends the line, and unique on its board: a line that is sent twice is stored once.</summary>
    public required string ClientId { get; set; }

    /// <summary>Who noted it.</summary>
    public long? AuthorId { get; set; }

    /// <summary>When it was written, by the writer's own clock where it was written without a connection.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Slugs of the issues that the machine reads from the text, the surest first, apart by commas; empty for none.</summary>
    public required string Issues { get; set; }

    /// <summary>The coalition's draft that the text is most like; null where none is like it.</summary>
    public long? DraftId { get; set; }

    /// <summary>How like, 0 to 1; 1 is the same words in the same order.</summary>
    public double? DraftScore { get; set; }

    /// <summary>Whether a person says that it comes from that draft; null while nobody has said.</summary>
    public bool? IsOurs { get; set; }

    /// <summary>provisional, confirmed (it stands in the report) or not-in-report.</summary>
    public required string Status { get; set; }

    /// <summary>The recommendation of the report that it became; null before, and where it became none.</summary>
    public long? RecommendationId { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>Rises with every change, so that two writers do not overwrite each other.</summary>
    public int Revision { get; set; }

    /// <summary>The board's number when this row last changed.</summary>
    public long Sequence { get; set; }
}
