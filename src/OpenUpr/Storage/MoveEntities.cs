namespace OpenUpr.Storage;

/// <summary>The coalition came here from another installation. Its log up to then is kept as it was written there; <see cref="Proof"/> shows that nobody touched it since.</summary>
public sealed class CoalitionMove : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public DateTimeOffset ExportedAt { get; set; }

    public DateTimeOffset ArrivedAt { get; set; }

    /// <summary>What was added to every number of a row: the numbers there are these less the shift.</summary>
    public long Shift { get; set; }

    /// <summary>The last entry of the log that was written there.</summary>
    public long LastNumber { get; set; }

    /// <summary>How many flaws the check of the log found before the coalition left.</summary>
    public int FlawsThen { get; set; }

    /// <summary>HMAC-SHA-256 under this installation's audit key over this row and all entries that came, hex.</summary>
    public required string Proof { get; set; }
}

/// <summary>A row names something of the public database that was not here when the coalition came. When it is imported later, the name finds it.</summary>
public sealed class WaitingReference : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>The table of the row, such as "cluster_items".</summary>
    public required string Thing { get; set; }

    public long ThingId { get; set; }

    /// <summary>The property that holds the number; 0 or null there meanwhile.</summary>
    public required string Column { get; set; }

    /// <summary>recommendation, text, review or document.</summary>
    public required string Kind { get; set; }

    /// <summary>What it is called everywhere: a hash of what makes it itself, or State and session.</summary>
    public required string Identity { get; set; }
}

/// <summary>A sheet that somebody brought and has not taken over yet. Its cells are sealed; it goes when it is taken, and after a day.</summary>
public sealed class SheetUpload : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long? AuthorId { get; set; }

    /// <summary>What its rows are: people, organisations, meetings, trainings.</summary>
    public required string Kind { get; set; }

    /// <summary>The table as JSON, packed and sealed.</summary>
    public required byte[] Sealed { get; set; }

    public DateTimeOffset AddedAt { get; set; }
}
