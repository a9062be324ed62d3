namespace OpenUpr.Storage;

/// <summary>What a coalition says about itself. One row a coalition.</summary>
public sealed class CoalitionProfile : IPrivateRow
{
    /// <summary>The coalition's id.</summary>
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>How the secretariat works: permanent, rotating, core-team or co-secretariats (requirement D4).</summary>
    public required string SecretariatModel { get; set; }

    /// <summary>Months that one holder of a rotating secretariat serves; 1 in the compendium.</summary>
    public int RotationMonths { get; set; } = 1;

    /// <summary>Whether it is registered, where and under which number, in its own words. Optional and never asked for (requirement D3).</summary>
    public string? Registration { get; set; }

    public string? Goals { get; set; }

    /// <summary>Where people may turn when they fear reprisals: embassies, international organisations, the UN's contact.</summary>
    public string? SafetyContacts { get; set; }

    /// <summary>What the room is of: coalition, mechanism, nhri or nhri-a (accredited with status A); null is a coalition. It chooses words alone, never rights (requirements O1, O2).</summary>
    public string? RoomKind { get; set; }
}

/// <summary>A member organisation and its profile (requirement D1).</summary>
public sealed class Organisation : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public required string Name { get; set; }

    /// <summary>ngo, grassroots, network, nhri, academic, union, faith, media, regional-body, other.</summary>
    public required string Kind { get; set; }

    /// <summary>Names of UPR Info's issues, separated by line ends.</summary>
    public required string Issues { get; set; }

    public string? Communities { get; set; }

    public string? Place { get; set; }

    /// <summary>Shared goals, partners, ground in common.</summary>
    public string? CommonGround { get; set; }

    /// <summary>none, general, special or roster: consultative status with ECOSOC (resolution 1996/31).</summary>
    public required string EcosocStatus { get; set; }

    /// <summary>none, A or B: accreditation of a national human rights institution (GANHRI; requirement O1).</summary>
    public required string NhriStatus { get; set; }

    /// <summary>Year, year and month, or day: 2009, 2009-05, 2009-05-31.</summary>
    public string? Founded { get; set; }

    public string? Website { get; set; }

    public byte[]? Logo { get; set; }

    public string? LogoType { get; set; }

    public DateOnly? JoinedOn { get; set; }

    public DateOnly? LeftOn { get; set; }
}

/// <summary>Somebody holds the secretariat, or a place in it, for a time.</summary>
public sealed class SecretariatTerm : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long OrganisationId { get; set; }

    public long? MemberId { get; set; }

    public string? Region { get; set; }

    public DateOnly From { get; set; }

    public DateOnly? To { get; set; }

    /// <summary>When this holder handed over, with the note for who follows; what was open then is listed in <see cref="HandOverList"/>.</summary>
    public DateTimeOffset? HandedOverAt { get; set; }

    public string? HandOverNote { get; set; }

    /// <summary>What was open at the hand-over, one thing a line.</summary>
    public string? HandOverList { get; set; }
}

/// <summary>A cluster owns a thing: a recommendation of the public database, later a draft.</summary>
public sealed class ClusterItem : IClusterRow
{
    public const string Recommendation = "recommendation";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long? ClusterId { get; set; }

    public required string Thing { get; set; }

    public long ThingId { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset AddedAt { get; set; }
}

/// <summary>Who is not at the table and what is done about it; also exchanges with coalitions of other countries (requirement D10).</summary>
public sealed class AbsentGroup : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>grassroots, rural, marginalised, defenders, exchange, other.</summary>
    public required string Kind { get; set; }

    public required string Name { get; set; }

    public string? Plan { get; set; }

    public DateOnly? SettledOn { get; set; }
}

/// <summary>A meeting of the coalition or of a cluster (requirement D5).</summary>
public sealed class Meeting : IClusterRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long? ClusterId { get; set; }

    public required string Title { get; set; }

    public DateTimeOffset StartsAt { get; set; }

    public string? Venue { get; set; }

    /// <summary>Whose turn it was to receive the others: venues rotate.</summary>
    public long? HostId { get; set; }

    public string? Agenda { get; set; }

    public string? Minutes { get; set; }

    /// <summary>When the minutes went round, so that none is thought to have seen what they have not.</summary>
    public DateTimeOffset? CirculatedAt { get; set; }

    public long? AuthorId { get; set; }

    /// <summary>Rises with every change, so that two writers do not overwrite each other.</summary>
    public int Revision { get; set; }
}

/// <summary>What a meeting decided, who does it and by when.</summary>
public sealed class Decision : IClusterRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long? ClusterId { get; set; }

    public long MeetingId { get; set; }

    public required string Text { get; set; }

    public long? OwnerId { get; set; }

    public DateOnly? DueOn { get; set; }

    public DateTimeOffset? DoneAt { get; set; }
}

/// <summary>Whether a person was at a meeting, and whether they have seen its minutes.</summary>
public sealed class Attendance : IClusterRow
{
    public const string Present = "present";
    public const string Apologies = "apologies";
    public const string Absent = "absent";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long? ClusterId { get; set; }

    public long MeetingId { get; set; }

    public long MemberId { get; set; }

    public required string Kind { get; set; }

    public DateTimeOffset? SeenMinutesAt { get; set; }
}

/// <summary>A training that people of the coalition had or gave.</summary>
public sealed class Training : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public required string Title { get; set; }

    public DateOnly On { get; set; }

    public string? GivenBy { get; set; }

    public int? Participants { get; set; }

    public string? Note { get; set; }
}

/// <summary>Money for the coalition (requirements D7, D8). States' funds, such as the Voluntary Funds of the UPR, are not money for civil society.</summary>
public sealed class Grant : IPrivateRow
{
    /// <summary>pooled: members put together; grant: a donor gives, one member holds it; sought: applied for or planned.</summary>
    public required string Kind { get; set; }

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public required string Donor { get; set; }

    public long? HolderId { get; set; }

    public decimal? Amount { get; set; }

    /// <summary>ISO 4217.</summary>
    public string? Currency { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    /// <summary>The donor gives to registered organisations only.</summary>
    public bool ExcludesUnregistered { get; set; }

    public bool PrefersCoalitions { get; set; }

    public string? Note { get; set; }
}

/// <summary>Something that was done to a person because of their work on the review (requirement D9). All words are sealed.</summary>
public sealed class ReprisalEntry : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>Who, what, where, when, by whom, as JSON, sealed under the coalition's key.</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>Codes of the guideline's steps that were taken, with their days, as JSON, sealed.</summary>
    public required byte[] Steps { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset EnteredAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }
}
