using OpenUpr.Sources;

namespace OpenUpr.Import;

/// <summary>What is to be said of a file's rows, in the order of the file.</summary>
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

    /// <summary>The first reasons as sentences, refusals before doubts, for a message about the whole file.</summary>
    public string FirstReasons() => "The first: " + string.Join(" ", _all
        .OrderByDescending(f => f.Severity).Take(ShownReasons)
        .Select(f => f.Column is null ? $"line {f.Line}: {f.Message}" : $"line {f.Line}, {f.Column}: {f.Message}"));
}
