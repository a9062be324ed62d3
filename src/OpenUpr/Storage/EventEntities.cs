namespace OpenUpr.Storage;

/// <summary>Something to which the coalition invites, or goes: a briefing, a pre-session, a viewing.</summary>
public sealed class CoalitionEvent : IClusterRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long? ClusterId { get; set; }

    /// <summary>One of the kinds that events know, such as viewing or briefing.</summary>
    public required string Kind { get; set; }

    public required string Title { get; set; }

    public DateTimeOffset StartsAt { get; set; }

    /// <summary>Minutes that it takes; null where nobody said.</summary>
    public int? Minutes { get; set; }

    public string? Place { get; set; }

    public string? Link { get; set; }

    /// <summary>Where to look when the first link breaks (requirement I6).</summary>
    public string? SecondLink { get; set; }

    /// <summary>A regional group to whose States it is addressed (requirement H9); null for none.</summary>
    public string? RegionalGroup { get; set; }

    public string? Agenda { get; set; }

    public string? Record { get; set; }

    public string? Result { get; set; }

    /// <summary>Codes of what is ticked, separated by line ends.</summary>
    public required string Ticked { get; set; }

    /// <summary>Weeks after the event for which names of attendees are kept; counts stay.</summary>
    public int KeepWeeks { get; set; }

    /// <summary>When the names were deleted; null while they are there.</summary>
    public DateTimeOffset? NamesDeletedAt { get; set; }

    public long? AuthorId { get; set; }

    /// <summary>Rises with every change, so that two writers do not overwrite each other.</summary>
    public int Revision { get; set; }
}

/// <summary>Somebody who is invited to an event, or was there. When the names are deleted, the row stays as a count.</summary>
public sealed class EventGuest : IClusterRow
{
    public const string Invited = "invited";
    public const string Attended = "attended";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long? ClusterId { get; set; }

    public long EventId { get; set; }

    public long? ContactId { get; set; }

    /// <summary>A member organisation; null for others.</summary>
    public long? OrganisationId { get; set; }

    /// <summary>Name and how to reach the person, as JSON, sealed; empty where a contact or an organisation says it, and after deletion.</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>What kind of body the person is from: a kind of contact, or member for a member organisation.</summary>
    public required string Body { get; set; }

    /// <summary>Area of work, for the count by it (requirement I6).</summary>
    public string? Area { get; set; }

    /// <summary>invited, accepted, declined, attended or absent.</summary>
    public required string State { get; set; }
}

/// <summary>A turn to speak.</summary>
public sealed class EventSlot : IClusterRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long? ClusterId { get; set; }

    public long EventId { get; set; }

    public int Number { get; set; }

    /// <summary>Who speaks, sealed; empty after the names are deleted.</summary>
    public required byte[] Speaker { get; set; }

    public string? Topic { get; set; }

    /// <summary>From 50, the least that a State was ever given in the Working Group, to 600, a statement at a pre-session.</summary>
    public int Seconds { get; set; }
}

/// <summary>What the coalition thinks of one way to take part in the review day (requirement I7).</summary>
public sealed class WayChoice : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>attend, watch, event or press.</summary>
    public required string Way { get; set; }

    /// <summary>yes, maybe or no.</summary>
    public required string Answer { get; set; }

    public string? Reason { get; set; }

    /// <summary>Codes of what was weighed, separated by line ends.</summary>
    public required string Ticked { get; set; }

    public long? MemberId { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}
