namespace OpenUpr.Storage;

/// <summary>The installation's key, wrapped by what opens it at start. One row for each way to open it.</summary>
public sealed class InstallationKey
{
    public const string ByFile = "file";
    public const string ByPassphrase = "passphrase";

    public long Id { get; set; }

    public required string Kind { get; set; }

    /// <summary>Of the derivation (PBKDF2); empty for a key file.</summary>
    public required byte[] Salt { get; set; }

    public int Iterations { get; set; }

    public required byte[] Wrapped { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>A key of a coalition, wrapped by the installation's key. The newest seals; older ones open what they sealed until it is sealed anew.</summary>
public sealed class CoalitionKey
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>From 1, in the coalition.</summary>
    public int Number { get; set; }

    public required byte[] Wrapped { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>Somebody did something to a thing. Rows are only ever added; each holds a keyed hash over itself and the one before it.</summary>
public sealed class AuditEntry
{
    public long Id { get; set; }

    /// <summary>Null for the installation's own log.</summary>
    public long? CoalitionId { get; set; }

    /// <summary>From 1 without a gap, in the coalition's log.</summary>
    public long Number { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>The membership (in a coalition's log) or account (in the installation's) that acted; null for the program itself.</summary>
    public long? ActorId { get; set; }

    /// <summary>What was done, such as "evidence.read". Never the content.</summary>
    public required string Deed { get; set; }

    /// <summary>To what kind of thing, such as "evidence-case", and which.</summary>
    public required string Thing { get; set; }

    public long? ThingId { get; set; }

    /// <summary>Hex; zeros in the first row.</summary>
    public required string PreviousHash { get; set; }

    /// <summary>HMAC-SHA-256 under the audit key over all the other columns, hex.</summary>
    public required string Hash { get; set; }
}
