namespace OpenUpr.Storage;

/// <summary>
/// Somebody whom the coalition speaks to: of an embassy, a mission, a ministry, a newspaper. Who it is, how to reach them and what is to be
/// minded stand sealed; the rest (what kind of office, of which State, where) is told by any list of diplomats.
/// </summary>
public sealed class Contact : IClusterRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long? ClusterId { get; set; }

    /// <summary>embassy, mission, ministry, parliament, media, un-agency, nhri, organisation or other.</summary>
    public required string Kind { get; set; }

    /// <summary>The name, as UTF-8, sealed.</summary>
    public required byte[] Name { get; set; }

    /// <summary>Addresses, notes, what to mind for safety, support that was offered, as JSON, sealed.</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>ISO 3166-1 alpha-3 of the State that the person works for; null for none.</summary>
    public string? State { get; set; }

    public string? Place { get; set; }

    /// <summary>Department and post, such as "Second secretary, human rights".</summary>
    public string? Office { get; set; }

    /// <summary>upr, human-rights or other: whether the review is the person's own work (requirement H5); null where nobody asked.</summary>
    public string? Duty { get; set; }

    /// <summary>Two letters, such as fr: the language in which to write; null where not known.</summary>
    public string? Language { get; set; }

    /// <summary>Where the coalition has the contact from.</summary>
    public string? Source { get; set; }

    /// <summary>The day on which somebody last made sure that it is right.</summary>
    public DateOnly? CheckedOn { get; set; }

    /// <summary>Opens doors in the State under review: a department of the review, a minister, a member of parliament (requirement H13).</summary>
    public bool IsGateKeeper { get; set; }

    /// <summary>Never in a mailing, a briefing or a file of addresses.</summary>
    public bool DoNotContact { get; set; }

    /// <summary>The day on which the person left the post; null while they hold it.</summary>
    public DateOnly? LeftOn { get; set; }

    /// <summary>The contact that holds the post now.</summary>
    public long? SuccessorId { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset EnteredAt { get; set; }

    /// <summary>Taken anew with every change of the contact or its log, rising over the store: what is in memory is brought up to date by it.</summary>
    public long Stamp { get; set; }

    /// <summary>Rises with every change, so that two writers do not overwrite each other.</summary>
    public int Revision { get; set; }
}

/// <summary>What passed between the coalition and a contact on a day.</summary>
public sealed class ContactEvent : IClusterRow
{
    public const string Sent = "sent";
    public const string Promised = "promised";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>The contact's.</summary>
    public long? ClusterId { get; set; }

    public long ContactId { get; set; }

    /// <summary>sent, called, met, promised, asked or thanked.</summary>
    public required string Kind { get; set; }

    public DateOnly On { get; set; }

    /// <summary>Who of the coalition did it.</summary>
    public long? MemberId { get; set; }

    /// <summary>factsheet, paper, submission, letter, invitation, report or other: what was sent; null for nothing.</summary>
    public string? What { get; set; }

    /// <summary>What was said, promised or asked, sealed; empty for nothing.</summary>
    public required byte[] Words { get; set; }

    /// <summary>When to come back to it; null for never.</summary>
    public DateOnly? FollowUpOn { get; set; }

    /// <summary>When somebody came back to it, or the promise was kept; null while it is open.</summary>
    public DateOnly? SettledOn { get; set; }

    public DateTimeOffset EnteredAt { get; set; }
}
