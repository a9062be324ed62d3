namespace OpenUpr.Storage;

/// <summary>One paragraph of a stored paper, in the paper's language: what is searched as a document, and what shows a recommendation in its languages.</summary>
public sealed class Passage
{
    public long Id { get; set; }

    public long DocumentId { get; set; }

    /// <summary>Place in the paper, from 1.</summary>
    public int Ordinal { get; set; }

    /// <summary>The number as printed, such as "12" or "140.7"; null for paragraphs without one.</summary>
    public string? Number { get; set; }

    /// <summary>The headings above it, outermost first, joined by " › ".</summary>
    public string? Heading { get; set; }

    /// <summary>Page of the document, from 1; null where it is not known.</summary>
    public int? Page { get; set; }

    public required string Text { get; set; }

    /// <summary>ISO codes of the States that speak or ask here, separated by spaces; null where none is known.</summary>
    public string? States { get; set; }

    /// <summary>Codes of the submitters that a summary's paragraph refers to, separated by spaces, as its list of submitters has them.</summary>
    public string? Submitters { get; set; }
}

/// <summary>
/// What the reader found of recommendations and answers in a stored paper. Kept so that a review can be put together again from all its papers
/// without reading the originals, and so that a better reader's result can be compared with it.
/// </summary>
public sealed class DocumentReading
{
    public long DocumentId { get; set; }

    /// <summary>JSON of the texts, answers and doubts, Brotli-compressed; passages, submitters and facts have tables of their own.</summary>
    public required byte[] Brotli { get; set; }
}

/// <summary>An organisation or institution whose submission a stakeholder summary draws on.</summary>
public sealed class Submitter
{
    public long Id { get; set; }

    public long DocumentId { get; set; }

    /// <summary>The abbreviation by which the summary refers to it, such as "JS1".</summary>
    public required string Code { get; set; }

    public required string Name { get; set; }

    /// <summary>The heading of the list under which it stands, such as "Joint submissions"; null where there is none.</summary>
    public string? Kind { get; set; }
}

/// <summary>Something that a report says about the review itself: its troika, its dates, who spoke.</summary>
public sealed class ReviewFact
{
    public const string ReviewedOn = "reviewed-on";
    public const string AdoptedOn = "adopted-on";
    public const string Troika = "troika";
    public const string DelegationHead = "delegation-head";
    public const string Speaker = "speaker";
    public const string AskedInAdvance = "asked-in-advance";
    public const string OutcomeAdoptedOn = "outcome-adopted-on";

    public long Id { get; set; }

    public long ReviewId { get; set; }

    /// <summary>The paper that says so.</summary>
    public long DocumentId { get; set; }

    public required string Kind { get; set; }

    /// <summary>From 1 within its kind, in the order of the paper.</summary>
    public int Ordinal { get; set; }

    /// <summary>An ISO code for States, a date as yyyy-mm-dd, else the words as printed.</summary>
    public required string Value { get; set; }

    public int? Page { get; set; }
}

/// <summary>A recommendation's text as one source prints it. The text that readers see is one of them.</summary>
public sealed class Wording
{
    public long Id { get; set; }

    public long TextId { get; set; }

    public long DocumentId { get; set; }

    public required string Text { get; set; }

    /// <summary>The States as printed behind the text; null where the source has a column for them.</summary>
    public string? StatesAsPrinted { get; set; }

    /// <summary>Paragraph and part as this source numbers them.</summary>
    public string? Number { get; set; }

    public int? Page { get; set; }
}

/// <summary>A further identity under which a source knows a recommendation: an export's row and a report's paragraph may be the same pair.</summary>
public sealed class KnownIdentity
{
    public long Id { get; set; }

    public required byte[] Identity { get; set; }

    public long RecommendationId { get; set; }

    public long DocumentId { get; set; }
}

/// <summary>Something that a person should look at: a line that the reader is not sure of, or two sources that disagree.</summary>
public sealed class Doubt
{
    public long Id { get; set; }

    /// <summary>Hash of what is doubted, the same at every import, so that what a person settled is known again.</summary>
    public required byte[] Key { get; set; }

    public long? ReviewId { get; set; }

    /// <summary>The paper that raises it.</summary>
    public long DocumentId { get; set; }

    public long? TextId { get; set; }

    public long? RecommendationId { get; set; }

    /// <summary>What kind of doubt, such as "text-differs"; the words for it are in the resources.</summary>
    public required string Code { get; set; }

    /// <summary>Paragraph and part as printed.</summary>
    public string? Number { get; set; }

    public int? Page { get; set; }

    /// <summary>The words of the paper that are in doubt, as printed.</summary>
    public string? Excerpt { get; set; }

    /// <summary>What this paper says, as a value of the kind.</summary>
    public string? Found { get; set; }

    /// <summary>What the store says; null where it has nothing.</summary>
    public string? Stored { get; set; }

    public DateTimeOffset FoundAt { get; set; }

    /// <summary>When a later reading no longer raised it; null while it stands.</summary>
    public DateTimeOffset? GoneAt { get; set; }
}

/// <summary>A person's answer to a doubt. Answers are never changed: undoing one sets its date, and the last one that is not undone holds.</summary>
public sealed class Settlement
{
    public const string TakeFound = "found";
    public const string KeepStored = "stored";
    public const string Typed = "typed";

    public long Id { get; set; }

    public long DoubtId { get; set; }

    public required string Choice { get; set; }

    /// <summary>The value that holds: what was found, what was stored, or what was typed.</summary>
    public string? Value { get; set; }

    public DateTimeOffset SettledAt { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }
}

/// <summary>A file that was uploaded and waits to be read, is being read or was read. The table is the queue: it survives a crash.</summary>
public sealed class Upload
{
    public const string Waiting = "waiting";
    public const string Reading = "reading";
    public const string Stored = "stored";
    public const string Refused = "refused";
    public const string Cancelled = "cancelled";

    public long Id { get; set; }

    /// <summary>Files that were uploaded together share it; part of the page's address.</summary>
    public required string Batch { get; set; }

    public required string FileName { get; set; }

    /// <summary>Bytes.</summary>
    public long Size { get; set; }

    /// <summary>The bytes as received; null once the file is stored. Those of a refused or cancelled file are kept for seven days, so that it can be tried again.</summary>
    public byte[]? Content { get; set; }

    public required string State { get; set; }

    /// <summary>The step it is at, such as "storing".</summary>
    public string? Step { get; set; }

    public long Done { get; set; }

    public long Total { get; set; }

    /// <summary>The import's report as JSON, or why the file was refused. While the file is read: the mark of the worker that has claimed it.</summary>
    public string? Report { get; set; }

    public long? DocumentId { get; set; }

    public DateTimeOffset UploadedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }
}
