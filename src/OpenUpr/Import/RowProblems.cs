using OpenUpr.Sources.UprInfo;

namespace OpenUpr.Import;

/// <summary>Everything that is wrong with one row. It becomes one finding, so that refused rows can be counted and a person sees the whole row's trouble at once.</summary>
internal sealed class RowProblems
{
    private readonly List<(Severity Severity, string? Column, string Message)> _all = [];

    public bool IsRefused => _all.Exists(p => p.Severity == Severity.Refused);

    public void Refuse(ExportColumn column, string message) => _all.Add((Severity.Refused, ExportColumns.NameOf(column), message));

    public void RefuseRow(string message) => _all.Add((Severity.Refused, null, message));

    public void Doubt(ExportColumn column, string message) => _all.Add((Severity.Doubtful, ExportColumns.NameOf(column), message));

    /// <summary>The line of the first row of the file that equals this one; null when there is none.</summary>
    public int? TwinOf { get; private set; }

    public void DoubtTwin(int line)
    {
        TwinOf = line;
        DoubtRow($"The row equals line {line} in every column; both are kept.");
    }

    public void DoubtRow(string message) => _all.Add((Severity.Doubtful, null, message));

    /// <summary>The row's finding, or null. A refused row's doubts are left out: it is not stored.</summary>
    public Finding? ToFinding(int line)
    {
        var severity = IsRefused ? Severity.Refused : Severity.Doubtful;
        var shown = _all.FindAll(p => p.Severity == severity);
        if (shown.Count == 0)
        {
            return null;
        }

        var message = shown.Count == 1
            ? shown[0].Message
            : string.Join(' ', shown.Select((p, i) => i == 0 || p.Column is null ? p.Message : $"{p.Column}: {p.Message}"));
        return new Finding(severity, line, shown[0].Column, message);
    }
}
