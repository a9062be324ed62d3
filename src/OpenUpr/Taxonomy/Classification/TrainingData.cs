using System.Globalization;
using OpenUpr.Import;
using OpenUpr.Sources;
using OpenUpr.Sources.UprInfo;

namespace OpenUpr.Taxonomy.Classification;

/// <summary>
/// What a model learns from: UPR Info's exports as human coders labelled them, and OHCHR's thematic lists. The same rows give the same
/// examples in the same order, whatever the files are called, in which order they are named and how often a row's file is there.
/// </summary>
/// <param name="Examples">By session, then by text.</param>
/// <param name="Documents">Paths of the Word documents among the files, for the part that learns from thematic lists.</param>
/// <param name="Files">Names of the files that gave examples.</param>
/// <param name="Skipped">Rows that could not be used: pledges are not counted here.</param>
public sealed record TrainingData(
    IReadOnlyList<TrainingExample> Examples, IReadOnlyList<string> Documents, IReadOnlyList<string> Files, int Pledges, int Skipped)
{
    private const int MaxSession = 999;

    /// <summary>The numbers of the sessions, in order.</summary>
    public IReadOnlyList<int> Sessions => [.. Examples.Select(e => e.Session).Distinct().Order()];

    /// <summary>Reads files and folders. In a folder everything else than a table or a Word document is passed over.</summary>
    /// <param name="firstSession">The first session to learn from.</param>
    /// <exception cref="SourceException">A path does not exist, a file that was named is no export of UPR Info, or nothing is left to learn from.</exception>
    public static TrainingData Read(IReadOnlyList<string> paths, int firstSession = 1, int lastSession = MaxSession, CancellationToken cancel = default)
    {
        var reader = new Reader(firstSession, lastSession);
        foreach (var path in FileFinder.Find(paths))
        {
            cancel.ThrowIfCancellationRequested();
            reader.Add(path, wasNamed: paths.Any(p => !Directory.Exists(p) && Path.GetFullPath(p) == path), cancel);
        }

        var data = reader.ToData();
        return data.Examples.Count > 0 ? data : throw new SourceException(
            $"No recommendation of sessions {firstSession} to {lastSession} is in {string.Join(", ", paths.Select(SourceFile.NameOf))}. {UprInfoExport.Importable}");
    }

    /// <summary>Those of some sessions only.</summary>
    public TrainingData Of(int firstSession, int lastSession) => this with { Examples = [.. Examples.Where(e => e.Session >= firstSession && e.Session <= lastSession)] };

    private sealed class Reader(int first, int last)
    {
        // A row that stands in several files (the .csv and its .xls twin) counts as often as in the one that has it most; rows are told apart by all their cells.
        private readonly Dictionary<string, (TrainingExample Example, int Times)> _rows = new(StringComparer.Ordinal);
        private readonly List<string> _documents = [];
        private readonly List<string> _files = [];
        private readonly IssueCells _issues = new();
        private int _pledges;
        private int _skipped;

        public void Add(string path, bool wasNamed, CancellationToken cancel)
        {
            try
            {
                if (Path.GetExtension(path).Equals(".docx", StringComparison.OrdinalIgnoreCase))
                {
                    _documents.Add(path);
                    return;
                }

                using var file = TableFile.Open(path, cancel);
                var times = ReadRows(file.Table, cancel);
                Count(times);
                if (times.Count > 0)
                {
                    _files.Add(file.Name);
                }
            }
            catch (SourceException e) when (wasNamed)
            {
                throw new SourceException($"{SourceFile.NameOf(path)}: {e.Message}", e.Line, e);
            }
            catch (SourceException)
            {
                // In a folder other papers are to be expected.
            }
        }

        public TrainingData ToData() => new(
            [.. _rows.OrderBy(r => r.Value.Example.Session).ThenBy(r => r.Key, StringComparer.Ordinal).SelectMany(r => Enumerable.Repeat(r.Value.Example, r.Value.Times))],
            [.. _documents.OrderBy(Path.GetFileName, StringComparer.Ordinal)],
            [.. _files.Order(StringComparer.Ordinal)],
            _pledges,
            _skipped);

        private Dictionary<string, (TrainingExample Example, int Times)> ReadRows(ITable table, CancellationToken cancel)
        {
            var found = new Dictionary<string, (TrainingExample Example, int Times)>(StringComparer.Ordinal);
            ExportColumns? columns = null;
            foreach (var row in table.Rows())
            {
                cancel.ThrowIfCancellationRequested();
                if (columns is null)
                {
                    columns = ExportColumns.From(row);
                }
                else if (columns.Read(row) is not { } cells || Example(cells) is not { } example)
                {
                    _skipped++;
                }
                else if (example.Session >= first && example.Session <= last)
                {
                    var key = string.Join('\u001F', cells.Cells.Prepend(cells[ExportColumn.Text]));
                    found[key] = (example, found.GetValueOrDefault(key).Times + 1);
                }
            }

            return found;
        }

        private TrainingExample? Example(ExportRow row)
        {
            if (ResponseRule.Read(row[ExportColumn.Response], new RowProblems()) is { Kind: Recommendations.RecommendationKind.Pledge })
            {
                _pledges++;
                _skipped--;
                return null;
            }

            var problems = new RowProblems();
            var issues = _issues.Read(row[ExportColumn.Issue], problems);
            var text = row[ExportColumn.Text];
            return !problems.IsRefused
                && row[ExportColumn.Action] is [>= '1' and <= '5'] action
                && text.Length is > 0 and <= RowChecker.MaxTextLength
                && int.TryParse(row[ExportColumn.Session], NumberStyles.None, CultureInfo.InvariantCulture, out var session) && session is > 0 and <= MaxSession
                    ? new TrainingExample(text, action[0] - '0', issues, session)
                    : null;
        }

        private void Count(Dictionary<string, (TrainingExample Example, int Times)> found)
        {
            foreach (var (key, row) in found)
            {
                _rows[key] = (row.Example, Math.Max(row.Times, _rows.GetValueOrDefault(key).Times));
            }
        }
    }
}
