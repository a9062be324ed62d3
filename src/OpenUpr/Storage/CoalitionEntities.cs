namespace OpenUpr.Storage;

/// <summary>A row of one coalition. Only a context that was opened with access to that coalition sees it (<see cref="Store.Open(Coalitions.CoalitionAccess)"/>).</summary>
public interface IPrivateRow
{
    long Id { get; }

    long CoalitionId { get; }
}

/// <summary>A private row that may belong to a cluster; those of a closed cluster are there for its people alone.</summary>
public interface IClusterRow : IPrivateRow
{
    long? ClusterId { get; }
}

/// <summary>A private row that may be sealed: then it is there for its author and for the people named for it (<see cref="SealedReader"/>) alone.</summary>
public interface ISealableRow : IClusterRow
{
    bool IsSealed { get; }

    long? AuthorId { get; }
}

/// <summary>A group of organisations that works on the review together. Not a private row: it is the door plate; what is behind is private.</summary>
public sealed class Coalition
{
    public long Id { get; set; }

    /// <summary>In addresses: lower case letters, digits and hyphens. Unique.</summary>
    public required string Slug { get; set; }

    public required string Name { get; set; }

    /// <summary>The language it works in: en, fr, es, ...</summary>
    public required string Language { get; set; }

    /// <summary>ISO 3166-1 alpha-3 of the State it works on; null for one that works on several.</summary>
    public string? Country { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When its people asked to close it; its keys are destroyed at the end of the term.</summary>
    public DateTimeOffset? ClosingAt { get; set; }
}

/// <summary>A place in a coalition: the list at the door, by which access is decided. The person's name is in <see cref="Member"/> of the same number.</summary>
public sealed class Membership
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>Null while the invitation waits, and after the account was deleted.</summary>
    public long? AccountId { get; set; }

    /// <summary>A code of <see cref="Coalitions.CoalitionRole"/>.</summary>
    public required string Role { get; set; }

    /// <summary>The terms of reference that the person accepted; null before: nothing but the terms is then shown (requirement D2). Guests need none.</summary>
    public long? AcceptedTermsId { get; set; }

    /// <summary>Whether the person may read the reprisal log.</summary>
    public bool ReadsReprisals { get; set; }

    public DateTimeOffset JoinedAt { get; set; }

    public DateTimeOffset? LeftAt { get; set; }
}

/// <summary>The person behind a membership, as the coalition knows them. Stays after they left, so that minutes and decisions stay whole.</summary>
public sealed class Member : IPrivateRow
{
    /// <summary>The membership's.</summary>
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>A name or an alias; null after the person asked to be forgotten ("a former member").</summary>
    public string? Name { get; set; }

    public long? OrganisationId { get; set; }

    /// <summary>What they do, in their own words.</summary>
    public string? Task { get; set; }
}

/// <summary>One version of the terms of reference (parameters, code of conduct); it may stand in for a registration (requirements D2, D3).</summary>
public sealed class TermsOfReference : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>From 1.</summary>
    public int Number { get; set; }

    public required string Text { get; set; }

    /// <summary>What changed since the version before, in a sentence.</summary>
    public string? Changes { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset AdoptedAt { get; set; }
}

/// <summary>A person accepted a version of the terms.</summary>
public sealed class TermsAcceptance : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long TermsId { get; set; }

    public long MemberId { get; set; }

    public DateTimeOffset AcceptedAt { get; set; }
}

/// <summary>A thematic cluster or a regional group of the coalition (requirement D6).</summary>
public sealed class Cluster : IPrivateRow
{
    public const string Thematic = "thematic";
    public const string Regional = "regional";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public required string Name { get; set; }

    public required string Kind { get; set; }

    /// <summary>Whether its things are there for its people alone.</summary>
    public bool IsClosed { get; set; }

    public long? LeadId { get; set; }

    /// <summary>Names of UPR Info's issues, separated by line ends.</summary>
    public required string Issues { get; set; }

    public string? Region { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>A person works in a cluster.</summary>
public sealed class ClusterMember : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long ClusterId { get; set; }

    public long MemberId { get; set; }
}

/// <summary>A person may read a thing that is sealed.</summary>
public sealed class SealedReader : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>The table, such as "evidence_cases".</summary>
    public required string Thing { get; set; }

    public long ThingId { get; set; }

    public long MemberId { get; set; }

    /// <summary>Who named them; the person who writes the row, unless it says otherwise.</summary>
    public long? AuthorId { get; set; }
}

/// <summary>A guest (of a government, the UN, a donor) may read a thing; guests see nothing else.</summary>
public sealed class Share : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>The table, such as "terms_of_reference".</summary>
    public required string Thing { get; set; }

    public long ThingId { get; set; }

    public long MemberId { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset SharedAt { get; set; }
}
