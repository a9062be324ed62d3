namespace OpenUpr.Storage;

/// <summary>One case: what happened to whom, with its files. What could hurt is sealed under the coalition's key.</summary>
public sealed class EvidenceCase : ISealableRow
{
    /// <summary>taken: entered by a member. inbox: sent through the secret form and not looked at yet. refused: looked at and put aside.</summary>
    public const string Taken = "taken";
    public const string Inbox = "inbox";
    public const string Refused = "refused";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long? ClusterId { get; set; }

    public bool IsSealed { get; set; }

    public long? AuthorId { get; set; }

    public required string State { get; set; }

    /// <summary>What the case is called in lists: an alias, never a name (requirement F9).</summary>
    public required string Alias { get; set; }

    /// <summary>Names, place, notes, how to reach people, as JSON, sealed.</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>Names of UPR Info's issues, separated by line ends.</summary>
    public required string Issues { get; set; }

    public DateOnly? HappenedOn { get; set; }

    /// <summary>unknown, given, limited or refused: whether the person agrees that the case is used, with the words of it in <see cref="Sealed"/>.</summary>
    public required string Consent { get; set; }

    /// <summary>When somebody checked that naming the case is safe; null: it may not leave the room (requirement F9).</summary>
    public DateTimeOffset? SafetyCheckedAt { get; set; }

    public long? SafetyCheckedById { get; set; }

    /// <summary>safe, alias-only, through-international or unsafe.</summary>
    public string? SafetyVerdict { get; set; }

    public DateTimeOffset EnteredAt { get; set; }

    public DateOnly? RetainUntil { get; set; }

    /// <summary>In the trash since then; shredded at the end of the term.</summary>
    public DateTimeOffset? TrashedAt { get; set; }

    /// <summary>Its words and the keys of its files were destroyed then; the row stays so that the chain of custody has an end.</summary>
    public DateTimeOffset? ShreddedAt { get; set; }

    /// <summary>The drop box it came through; null for what a member entered.</summary>
    public long? DropBoxId { get; set; }

    /// <summary>The case that the sender added this one to.</summary>
    public long? AddsToId { get; set; }

    public int Revision { get; set; }
}

/// <summary>A file of a case: the sealed original and, where its kind can be cleaned, a copy without metadata. Each file has a key of its own.</summary>
public sealed class EvidenceFile : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long CaseId { get; set; }

    /// <summary>The name as it came, sealed under the coalition's key.</summary>
    public required byte[] SealedName { get; set; }

    /// <summary>Told by content, such as image/jpeg.</summary>
    public required string ContentType { get; set; }

    /// <summary>Bytes of the original.</summary>
    public long Size { get; set; }

    /// <summary>SHA-256 of the original, hex: kept when the file is shredded, for the chain of custody.</summary>
    public required string Sha256 { get; set; }

    /// <summary>Of the cleaned copy; null where the file is kept sealed only.</summary>
    public string? CleanSha256 { get; set; }

    public long? CleanSize { get; set; }

    /// <summary>What was removed, as JSON: kinds and counts, never the values.</summary>
    public required string Removed { get; set; }

    /// <summary>The file's key, wrapped by the coalition's; null once shredded.</summary>
    public byte[]? WrappedKey { get; set; }

    public int KeyNumber { get; set; }

    /// <summary>Its kind could not be cleaned, and nobody has decided yet whether it is kept sealed only.</summary>
    public bool IsHeld { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset AddedAt { get; set; }

    public DateTimeOffset? TrashedAt { get; set; }

    public DateTimeOffset? ShreddedAt { get; set; }
}

/// <summary>A piece of a file, encrypted under the file's key.</summary>
public sealed class EvidencePiece : IPrivateRow
{
    public const string Original = "original";
    public const string Clean = "clean";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long FileId { get; set; }

    public required string Copy { get; set; }

    /// <summary>From 0.</summary>
    public int Number { get; set; }

    public required byte[] Bytes { get; set; }
}

/// <summary>A way in for evidence from people without an account, by a secret link or a code. Nothing is kept about a sender that they did not give.</summary>
public sealed class DropBox : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>What the coalition calls it.</summary>
    public required string Name { get; set; }

    public required string Language { get; set; }

    /// <summary>What senders read first.</summary>
    public string? Greeting { get; set; }

    public DateTimeOffset OpenUntil { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public long? AuthorId { get; set; }
}

/// <summary>The keyhole of a drop box: which secret opens which box. Not a private row: who holds the secret has no account.</summary>
public sealed class DropBoxDoor
{
    /// <summary>The drop box's id.</summary>
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>SHA-256 of the link's token, hex: unique.</summary>
    public required string TokenHash { get; set; }

    /// <summary>Keyed hash of the code, hex: unique.</summary>
    public required string CodeHash { get; set; }
}

/// <summary>
/// What a sender can learn later with the receipt: whether the coalition has taken what they sent. Not a private row: who holds the receipt has
/// no account.
/// </summary>
public sealed class DropReceipt
{
    public const string Received = "received";
    public const string Taken = "taken";
    public const string Closed = "closed";

    /// <summary>The case's id.</summary>
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long DropBoxId { get; set; }

    /// <summary>Keyed hash of the receipt, hex: unique.</summary>
    public required string ReceiptHash { get; set; }

    /// <summary>received, taken, or closed when it was put aside or deleted.</summary>
    public required string State { get; set; }
}
