namespace OpenUpr.Sources.UprInfo;

/// <summary>The eleven columns of UPR Info's export, in its order.</summary>
public enum ExportColumn
{
    To,
    ToGroup,
    ToOrganisations,
    Text,
    From,
    FromGroup,
    FromOrganisations,
    Response,
    Action,
    Issue,
    Session,
}

/// <summary>
/// Where the columns of the export stand in a file. The .csv names each column once and is read by name, in any order. The .xls calls
/// its columns SuR, Rgrp, Org, Recommendation, RS, Rgrp, Org...: names repeat, so it is read by position and only with exactly these heads.
/// </summary>
public sealed class ExportColumns
{
    /// <summary>The columns' names in the .csv, by which messages call them.</summary>
    public static readonly IReadOnlyList<string> Names = ["To", "To-Rgrp", "To-Org", "Text", "From", "From-Rgrp", "From-Org", "Response", "Action", "Issue", "Session"];

    private static readonly string[] SheetNames = ["SuR", "Rgrp", "Org", "Recommendation", "RS", "Rgrp", "Org", "Response", "Action", "Issue", "Session"];

    private readonly int[] _places;

    private ExportColumns(int[] places, int width, IReadOnlyList<string> ignored)
    {
        _places = places;
        Width = width;
        Ignored = ignored;
    }

    /// <summary>Columns of the file, those that are not read among them.</summary>
    public int Width { get; }

    /// <summary>Further columns of the file, which are not read.</summary>
    public IReadOnlyList<string> Ignored { get; }

    public static string NameOf(ExportColumn column) => Names[(int)column];

    /// <exception cref="SourceException">The heads are not those of the export.</exception>
    public static ExportColumns From(TableRow header)
    {
        var heads = header.Cells.Select(c => CellText.Clean(c, out _)).ToList();
        while (heads.Count > 0 && heads[^1].Length == 0)
        {
            heads.RemoveAt(heads.Count - 1);
        }

        if (heads.SequenceEqual(SheetNames, StringComparer.OrdinalIgnoreCase))
        {
            return new ExportColumns([.. Enumerable.Range(0, Names.Count)], heads.Count, []);
        }

        var missing = Names.Where(n => !heads.Contains(n, StringComparer.OrdinalIgnoreCase)).ToList();
        if (missing.Count > 0)
        {
            throw NotTheExport(header.Line, heads, missing);
        }

        if (Names.FirstOrDefault(n => heads.Count(h => h.Equals(n, StringComparison.OrdinalIgnoreCase)) > 1) is { } twice)
        {
            throw new SourceException($"Line {header.Line}: the column {twice} is there twice. Remove the one that is not meant.", header.Line);
        }

        return new ExportColumns(
            [.. Names.Select(n => heads.FindIndex(h => h.Equals(n, StringComparison.OrdinalIgnoreCase)))],
            heads.Count,
            [.. heads.Where(h => h.Length > 0 && !Names.Contains(h, StringComparer.OrdinalIgnoreCase))]);
    }

    /// <summary>The row's cells by name; null when it has fewer or more cells than the header, so that they may stand in wrong columns.</summary>
    public ExportRow? Read(TableRow row)
    {
        if (row.Cells.Count < Width || row.Cells.Skip(Width).Any(c => !string.IsNullOrWhiteSpace(c)))
        {
            return null;
        }

        var cells = new string[_places.Length];
        List<string>? cleaned = null;
        List<string>? unreadable = null;
        for (var i = 0; i < _places.Length; i++)
        {
            cells[i] = CellText.Clean(row.Cells[_places[i]], out var fault);
            if (fault.HasFlag(CellFault.Cleaned))
            {
                (cleaned ??= []).Add(Names[i]);
            }

            if (fault.HasFlag(CellFault.Unreadable))
            {
                (unreadable ??= []).Add(Names[i]);
            }
        }

        return new ExportRow(row.Line, cells, cleaned ?? [], unreadable ?? []);
    }

    private static SourceException NotTheExport(int line, List<string> heads, List<string> missing)
    {
        if (missing.Count < Names.Count)
        {
            return new SourceException($"Line {line}: the header lacks {string.Join(", ", missing)}. UPR Info's export has the columns {string.Join(", ", Names)}.", line);
        }

        var hint = heads.Count == 1 && heads[0].Count(c => c is ';' or '\t') >= Names.Count - 1
            ? "Its cells are separated by semicolons or tabs; save it with commas."
            : $"Its first line must be {string.Join(',', Names)}.";
        return new SourceException($"The file is a text or table, but not UPR Info's export. {hint}", line);
    }
}
