using OpenUpr.Sources;

namespace OpenUpr.Import;

/// <summary>
/// Collects findings and holds the policy for bad rows: a bad row is left out and named, the good rows around it are stored; but a
/// file of which more than half is refused is not what it seems, and is refused whole.
/// </summary>
internal sealed class FindingLog
{
    /// <summary>Findings are kept in memory and stored; a file with more of them is refused whole.</summary>
    private const int MaxFindings = 100_000;

    private const int ShownReasons = 3;

    private readonly List<Finding> _all = [];

    public IReadOnlyList<Finding> All => _all;

    public int Refused { get; private set; }

    public void Add(Finding? finding)
    {
        if (finding is null)
        {
            return;
        }

        _all.Add(finding);
        Refused += finding.Severity == Severity.Refused ? 1 : 0;
        if (_all.Count == MaxFindings)
        {
            throw new SourceException($"More than {MaxFindings:N0} rows are refused or doubtful. Nothing is stored. {FirstReasons()}");
        }
    }

    /// <exception cref="SourceException">The file holds no row, or more than half of its rows are refused.</exception>
    public void MustBeUsable(int rowsRead)
    {
        if (rowsRead == 0)
        {
            throw new SourceException("The file has the header of UPR Info's export but no rows. Export it again.");
        }

        if (Refused * 2 > rowsRead)
        {
            throw new SourceException($"{Refused:N0} of {rowsRead:N0} rows are refused, more than half: nothing is stored. {FirstReasons()}");
        }
    }

    private string FirstReasons() => "The first: " + string.Join(" ", _all
        .OrderByDescending(f => f.Severity).Take(ShownReasons)
        .Select(f => f.Column is null ? $"line {f.Line}: {f.Message}" : $"line {f.Line}, {f.Column}: {f.Message}"));
}
