namespace OpenUpr.Storage;

/// <summary>A list of a review's recommendations that the coalition fills in: OHCHR's thematic list, or one made of the database.</summary>
public sealed class MatrixSheet : IPrivateRow
{
    /// <summary>From a file that somebody brought.</summary>
    public const string Uploaded = "upload";

    /// <summary>From OHCHR's list among the stored papers.</summary>
    public const string Paper = "paper";

    /// <summary>Made of the stored recommendations, because there was no list.</summary>
    public const string Made = "database";

    /// <summary>Made of the stored recommendations, filled from the follow-up of their review.</summary>
    public const string Carried = "follow-up";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public required string Title { get; set; }

    /// <summary>ISO code of the State under review; null where the file does not say and the coalition has no country.</summary>
    public string? State { get; set; }

    /// <summary>Of the Working Group; null where it is not known.</summary>
    public int? Session { get; set; }

    /// <summary>upload, paper or database.</summary>
    public required string Basis { get; set; }

    /// <summary>The file's name, or the paper's.</summary>
    public string? Origin { get; set; }

    /// <summary>The stored paper that it comes from; null for another basis.</summary>
    public long? DocumentId { get; set; }

    /// <summary>The heads of the columns as printed, a JSON array of texts.</summary>
    public required string Head { get; set; }

    /// <summary>What stands at the head of the pages, without their number; null for nothing.</summary>
    public string? PageHead { get; set; }

    /// <summary>What stands at their foot; null for nothing.</summary>
    public string? PageFoot { get; set; }

    /// <summary>True where the pages lie on their long side.</summary>
    public bool IsLandscape { get; set; }

    /// <summary>Of what is written into it: "en", "fr" or "es".</summary>
    public required string Language { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset AddedAt { get; set; }

    /// <summary>When it was put away; null while it is worked on.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}

/// <summary>A row of a list: one recommendation under one theme. Its own words never change.</summary>
public sealed class MatrixRow : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long SheetId { get; set; }

    /// <summary>In the list, from 1.</summary>
    public int Place { get; set; }

    /// <summary>The place of the first row of the same recommendation, which bears the assessment: lists repeat one under each of its themes.</summary>
    public int FirstPlace { get; set; }

    /// <summary>The heading above it as printed; empty above the first one.</summary>
    public required string Theme { get; set; }

    /// <summary>The number as printed, "140.7"; null where there is none.</summary>
    public string? Number { get; set; }

    /// <summary>The cells as printed, but for the one that the coalition fills in: a JSON array of texts, one for each column.</summary>
    public required string Cells { get; set; }

    /// <summary>supported, partly, noted or pending; null where none is given.</summary>
    public string? Position { get; set; }

    /// <summary>The cluster that fills it in; null for anybody.</summary>
    public long? DutyClusterId { get; set; }

    /// <summary>The number of the newest entry, 0 while there is none: two who write at once do not overwrite each other.</summary>
    public int Revision { get; set; }
}

/// <summary>How the coalition judges one recommendation, at one moment. Entries are only added; the newest holds.</summary>
public sealed class MatrixEntry : IPrivateRow, ITextVersion
{
    public const string Open = "open";
    public const string Proposed = "proposed";
    public const string Agreed = "agreed";

    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long RowId { get; set; }

    /// <summary>From 1.</summary>
    public int Number { get; set; }

    /// <summary>A code of <see cref="Drafting.Lists.ValueScale"/>; null while nobody said.</summary>
    public string? Value { get; set; }

    /// <summary>What was done, and how one knows.</summary>
    public string? Comment { get; set; }

    public string? Challenges { get; set; }

    /// <summary>Help that the State needs.</summary>
    public string? Assistance { get; set; }

    /// <summary>open, proposed or agreed.</summary>
    public required string State { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset WrittenAt { get; set; }

    /// <summary>Made at random by whoever sends the form: what is sent twice is stored once.</summary>
    public required string ClientId { get; set; }
}

/// <summary>The coalition's own word for a value of the scale in one language. The code, the light and the score stay.</summary>
public sealed class ScaleWord : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    /// <summary>A code of <see cref="Drafting.Lists.ValueScale"/>.</summary>
    public required string Code { get; set; }

    /// <summary>"en", "fr" or "es".</summary>
    public required string Language { get; set; }

    public required string Word { get; set; }

    public long? AuthorId { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>A case of evidence behind a row. Whoever may not see the case does not see the link.</summary>
public sealed class MatrixEvidence : IPrivateRow
{
    public long Id { get; set; }

    public long CoalitionId { get; set; }

    public long RowId { get; set; }

    public long CaseId { get; set; }

    public long? AuthorId { get; set; }
}
