namespace OpenUpr.Import;

/// <summary>Whether a row was left out, or stored although something about it is in doubt.</summary>
public enum Severity
{
    Doubtful,
    Refused,
}

/// <summary>A row to look at: where it stands and what was done with it.</summary>
/// <param name="Line">Line of the file, or row of the sheet, from 1.</param>
/// <param name="Column">The column's name as the export calls it; null for the whole row.</param>
public sealed record Finding(Severity Severity, int Line, string? Column, string Message);

/// <summary>What became of one file.</summary>
/// <param name="File">The file's own name.</param>
/// <param name="Kind">What it was recognised as; null where it was not.</param>
/// <param name="Refusal">Why the whole file was refused; null when it was stored (or would be, in a dry run).</param>
/// <param name="RowsRead">Rows with content, the header apart.</param>
/// <param name="Recommendations">Recommendation rows added.</param>
/// <param name="Pledges">Pledge rows added.</param>
/// <param name="Known">Rows that the store held already.</param>
public sealed record ImportReport(
    string File,
    string? Kind,
    string? Refusal,
    int RowsRead,
    int Recommendations,
    int Pledges,
    int Known,
    IReadOnlyList<Finding> Findings)
{
    /// <summary>What was read from a paper; null for tables.</summary>
    public PaperCounts? Paper { get; init; }

    public int Refused => Findings.Count(f => f.Severity == Severity.Refused);

    public int Doubtful => Findings.Count(f => f.Severity == Severity.Doubtful);
}

/// <summary>What a paper of a review holds. The report's other numbers say what of it was new.</summary>
/// <param name="Sur">State under review; null where it could not be told.</param>
/// <param name="IsKnown">The store had this very file: nothing was added.</param>
/// <param name="Paragraphs">Numbered paragraphs with recommendations or commitments.</param>
/// <param name="Pairs">Of a text and a State.</param>
/// <param name="Positions">Answers of the State, to texts or to paragraphs.</param>
/// <param name="Passages">Paragraphs of the whole paper.</param>
/// <param name="Doubts">Things that a person should look at and that were not known before.</param>
public sealed record PaperCounts(
    string? Symbol, string Language, string? Sur, int? Session, bool IsKnown, int Paragraphs, int Texts, int Pairs, int Positions, int Passages, int Doubts);

/// <summary>How far an import is. <paramref name="Total"/> is in bytes of the file where the rows are not known yet.</summary>
public sealed record ImportProgress(string File, string Step, long Done, long Total);
