namespace OpenUpr.Storage;

/// <summary>Another installation whose publications the operator takes.</summary>
public sealed class PublicationSource
{
    public long Id { get; set; }

    /// <summary>SHA-256 of its public key, in groups of four hexadecimal digits.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>As the operator here calls it.</summary>
    public required string Name { get; set; }

    public DateTimeOffset TrustedAt { get; set; }
}

/// <summary>What a coalition of another installation shows: how far recommendations of a review are carried out.</summary>
public sealed class ForeignPublication
{
    public long Id { get; set; }

    public long SourceId { get; set; }

    /// <summary>Of its address at home.</summary>
    public required string Name { get; set; }

    /// <summary>As JSON of <see cref="FollowUp.Outcomes.PublicContent"/>, after its signature was found good.</summary>
    public required string Content { get; set; }

    public DateTimeOffset PublishedAt { get; set; }

    public DateTimeOffset TakenAt { get; set; }
}
