using OpenUpr.Sources;
using OpenUpr.Sources.UprInfo;
using OpenUpr.Taxonomy;

namespace OpenUpr.Import;

/// <summary>Reads the cell that names a row's issues, separated by commas. A name that itself holds a comma is found too: the longest run of pieces that is an issue wins.</summary>
internal sealed class IssueCells
{
    private const int MaxPieces = 60;

    private readonly Suggester _suggester = new();

    /// <summary>The slugs of the issues, each once, in the cell's order.</summary>
    public IReadOnlyList<string> Read(string cell, RowProblems problems)
    {
        var pieces = cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (pieces.Length == 0)
        {
            problems.Doubt(ExportColumn.Issue, "No issue is named; the row is stored without.");
            return [];
        }

        if (pieces.Length > MaxPieces)
        {
            problems.Refuse(ExportColumn.Issue, $"{pieces.Length:N0} issues are named; there are {IssueList.Current.All.Count}.");
            return [];
        }

        var slugs = new List<string>(pieces.Length);
        for (var i = 0; i < pieces.Length;)
        {
            var (issue, length) = Longest(pieces.AsSpan(i));
            if (issue is null)
            {
                problems.Refuse(ExportColumn.Issue, $"{CellText.Quote(pieces[i])} is not an issue that OpenUPR knows.{_suggester.For(pieces[i], IssueList.Current.All.Select(a => a.Name))}");
            }
            else if (!slugs.Contains(issue.Slug))
            {
                slugs.Add(issue.Slug);
            }

            i += length;
        }

        return slugs;
    }

    private static (Issue? Issue, int Length) Longest(ReadOnlySpan<string> pieces)
    {
        const int MaxCommas = 4;
        for (var length = Math.Min(pieces.Length, MaxCommas + 1); length > 0; length--)
        {
            if (IssueList.Current.Find(string.Join(", ", pieces[..length]!)) is { } issue)
            {
                return (issue, length);
            }
        }

        return (null, 1);
    }
}
