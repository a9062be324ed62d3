using System.Globalization;
using OpenUpr.Sources.Csv;

namespace OpenUpr.Reviews;

/// <summary>A reference data file (UTF-8 CSV with a header), read by column name. The files are part of the program, so a fault in one is a bug and throws.</summary>
public sealed class ReferenceTable
{
    private readonly Dictionary<string, int> _columns;
    private readonly string[] _fields;
    private readonly string _place;

    private ReferenceTable(Dictionary<string, int> columns, string[] fields, string place)
    {
        _columns = columns;
        _fields = fields;
        _place = place;
    }

    /// <summary>The cell of this row in <paramref name="column"/>; empty cells are the empty string.</summary>
    public string this[string column] => _columns.TryGetValue(column, out var i)
        ? _fields[i]
        : throw new InvalidDataException($"{_place}: there is no column '{column}'.");

    /// <summary>As the indexer, with null for an empty cell.</summary>
    public string? Optional(string column) => this[column] is { Length: > 0 } value ? value : null;

    /// <summary>A number, or null for an empty cell.</summary>
    public int? Number(string column) => Optional(column) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : null;

    /// <summary>A number with a fraction, or null for an empty cell.</summary>
    public decimal? Fraction(string column) => Optional(column) is { } value ? decimal.Parse(value, CultureInfo.InvariantCulture) : null;

    /// <summary>A date that is known to the day, or null for an empty cell.</summary>
    public DateOnly? Date(string column) => Optional(column) is { } value
        ? DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : null;

    private static Dictionary<string, int> Columns(string[] names)
    {
        var columns = new Dictionary<string, int>(names.Length);
        for (var i = 0; i < names.Length; i++)
        {
            columns.Add(names[i], i);
        }

        return columns;
    }

    /// <summary>Reads an embedded file such as "OpenUpr.Reviews.Data.states.csv" row by row.</summary>
    public static IEnumerable<ReferenceTable> Read(string resource)
    {
        using var stream = typeof(ReferenceTable).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidDataException($"The program lacks its reference file {resource}.");
        using var reader = new StreamReader(stream);
        Dictionary<string, int>? columns = null;
        foreach (var record in new CsvParser(reader).ReadAll())
        {
            var place = $"{resource} line {record.Line}";
            if (columns is null)
            {
                columns = Columns(record.Fields);
            }
            else if (record.Fields.Length != columns.Count)
            {
                throw new InvalidDataException($"{place}: {record.Fields.Length} cells where the header has {columns.Count}.");
            }
            else
            {
                yield return new ReferenceTable(columns, record.Fields, place);
            }
        }
    }
}
