namespace OpenUpr.Storage;

/// <summary>A document as it was received. The bytes live in <see cref="DocumentContent"/>, so that lists of documents stay small.</summary>
public sealed class SourceDocument
{
    public long Id { get; set; }

    /// <summary>SHA-256 of the bytes as received, in lower-case hexadecimal; the same file is stored once.</summary>
    public required string Sha256 { get; set; }

    /// <summary>What it was recognised as, such as "upr-info-export".</summary>
    public required string Kind { get; set; }

    /// <summary>The United Nations document symbol, such as A/HRC/48/7; null for files that have none.</summary>
    public string? Symbol { get; set; }

    /// <summary>The file's own name, never its folder.</summary>
    public required string FileName { get; set; }

    public required string MediaType { get; set; }

    public string? Language { get; set; }

    /// <summary>The terms under which it may be used, as its publisher states them; null where nothing is stated.</summary>
    public string? Licence { get; set; }

    /// <summary>Bytes.</summary>
    public long Size { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>The review that the paper belongs to; null for files about many reviews.</summary>
    public long? ReviewId { get; set; }

    /// <summary>The date of distribution printed on the paper; null where it has none.</summary>
    public DateOnly? PublishedOn { get; set; }

    /// <summary>Pages of the file; null for files without pages.</summary>
    public int? Pages { get; set; }

    /// <summary>Which version of the reader last read it (<see cref="Sources.Papers.PaperReader.Version"/>); null for tables.</summary>
    public string? ReadWith { get; set; }
}

/// <summary>The original's bytes, Brotli-compressed, so that it can be checked and read again when the reader improves.</summary>
public sealed class DocumentContent
{
    public long DocumentId { get; set; }

    public required byte[] Brotli { get; set; }
}

/// <summary>One run of the importer over one file that was stored.</summary>
public sealed class ImportRun
{
    public long Id { get; set; }

    public long DocumentId { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset FinishedAt { get; set; }

    public int RowsRead { get; set; }

    public int Added { get; set; }

    /// <summary>Rows that the store held already.</summary>
    public int Known { get; set; }

    public int Refused { get; set; }

    public int Doubtful { get; set; }
}

/// <summary>A row that was refused or stored in doubt, with its place in the file.</summary>
public sealed class ImportFinding
{
    public long Id { get; set; }

    public long ImportRunId { get; set; }

    /// <summary>"refused" or "doubtful".</summary>
    public required string Severity { get; set; }

    /// <summary>Line of the file (sheet row for a workbook), from 1.</summary>
    public int Line { get; set; }

    public string? Column { get; set; }

    public required string Message { get; set; }
}
