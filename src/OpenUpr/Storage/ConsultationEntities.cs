namespace OpenUpr.Storage;

/// <summary>A consultation on the review: the State's own, one that civil society runs, or comments on the draft of the national report.</summary>
public sealed class Consultation : IClusterRow
{
    public const string OfState = "state";
    public const string OfSociety = "society";
    public const string OnDraft = "draft";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long? ClusterId { get; set; }

    /// <summary>state, society or draft.</summary>
    public required string Kind { get; set; }

    public required string Title { get; set; }

    public string? Place { get; set; }

    /// <summary>When the coalition asked for it, citing resolution 5/1 (requirement E1).</summary>
    public DateOnly? AskedOn { get; set; }

    /// <summary>When the coalition heard of it.</summary>
    public DateOnly? ToldOn { get; set; }

    public DateOnly? HeldOn { get; set; }

    /// <summary>The last day for comments.</summary>
    public DateOnly? CommentsBy { get; set; }

    /// <summary>Minutes that it took (requirement E5: three hours of one, three regions of another).</summary>
    public int? Minutes { get; set; }

    /// <summary>Codes of who was invited, separated by line ends.</summary>
    public required string Invitees { get; set; }

    /// <summary>Codes of the ways in which one could take part, separated by line ends.</summary>
    public required string Channels { get; set; }

    /// <summary>Answers to the quality test, code and answer by line, such as broad-regions:no.</summary>
    public required string Answers { get; set; }

    /// <summary>attend, comment, refuse or extension; null while undecided.</summary>
    public string? Choice { get; set; }

    public string? Reason { get; set; }

    public string? Notes { get; set; }

    /// <summary>Organisations and people that were there.</summary>
    public int? Organisations { get; set; }

    public int? People { get; set; }

    public long? AuthorId { get; set; }

    /// <summary>Rises with every change, so that two writers do not overwrite each other.</summary>
    public int Revision { get; set; }
}

/// <summary>Something that was raised in a consultation, and what the national report made of it (requirement E4).</summary>
public sealed class RaisedIssue : IClusterRow
{
    public const string Unknown = "unknown";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long? ClusterId { get; set; }

    public long ConsultationId { get; set; }

    /// <summary>Name of one of UPR Info's issues; null for none.</summary>
    public string? Issue { get; set; }

    public required string Text { get; set; }

    /// <summary>kept, partly, ignored or unknown.</summary>
    public required string Fate { get; set; }

    /// <summary>The national report in the store; null where it is not there.</summary>
    public long? DocumentId { get; set; }

    /// <summary>Its paragraphs, such as 12, 14-16.</summary>
    public string? Paragraphs { get; set; }

    /// <summary>none, recommendation or advocacy: where it goes next.</summary>
    public required string NextUse { get; set; }

    /// <summary>The recommendation that was drafted from it.</summary>
    public long? DraftId { get; set; }

    public string? Note { get; set; }
}

/// <summary>A meeting with the government in a row of them, kept up through the whole cycle (requirement E6).</summary>
public sealed class GovernmentMeeting : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public required string Title { get; set; }

    /// <summary>government or nhri: with whom (requirements E6, E7).</summary>
    public required string With { get; set; }

    public DateOnly On { get; set; }

    public DateOnly? HeldOn { get; set; }

    public string? Note { get; set; }

    /// <summary>Months until the next one; null for none.</summary>
    public int? EveryMonths { get; set; }

    public long? AuthorId { get; set; }
}
