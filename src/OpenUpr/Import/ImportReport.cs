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
    public int Refused => Findings.Count(f => f.Severity == Severity.Refused);

    public int Doubtful => Findings.Count(f => f.Severity == Severity.Doubtful);
}

/// <summary>How far an import is. <paramref name="Total"/> is in bytes of the file where the rows are not known yet.</summary>
public sealed record ImportProgress(string File, string Step, long Done, long Total);
