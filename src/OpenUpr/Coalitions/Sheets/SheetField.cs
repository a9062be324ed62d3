using System.Globalization;
using System.Text;

namespace OpenUpr.Coalitions.Sheets;

/// <summary>Something that a column can be.</summary>
/// <param name="Name">As in the forms of the same thing.</param>
/// <param name="Headings">What such a column is called, in English, French and Spanish, folded (<see cref="Fold"/>); the commonest first.</param>
/// <param name="Looks">Whether a cell looks like it, where that can be told.</param>
public sealed record SheetField(string Name, bool IsRequired, IReadOnlyList<string> Headings, Func<string, bool>? Looks = null)
{
    /// <summary>In small letters without accents, everything else than letters and digits one space: how headings are compared.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormKD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
        {
            folded.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        }

        return string.Join(' ', folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}

/// <summary>Guesses which column is which field: by its heading, then by words of its heading, then by what its cells look like. People correct it.</summary>
public static class ColumnGuess
{
    /// <summary>Of the cells that hold anything, so many must look alike.</summary>
    private const double MostCells = 0.8;

    /// <summary>The column of each field that was found.</summary>
    public static IReadOnlyDictionary<string, int> Of(SheetTable table, IReadOnlyList<SheetField> fields)
    {
        var found = ByName(table.Headings, fields);
        Take(found, fields, table.Headings.Count, (f, c) => f.Looks is { } looks && table.Column(c).ToList() is { Count: > 0 } cells && cells.Count(looks) >= cells.Count * MostCells);
        return found;
    }

    /// <summary>Those that a row names, if it is one of headings.</summary>
    internal static Dictionary<string, int> ByName(IReadOnlyList<string> row, IReadOnlyList<SheetField> fields)
    {
        var (found, headings) = (new Dictionary<string, int>(), row.Select(SheetField.Fold).ToList());
        Take(found, fields, headings.Count, (f, c) => f.Headings.Contains(headings[c]));
        Take(found, fields, headings.Count, (f, c) => f.Headings.Any(h => h.Length > 3 && $" {headings[c]} ".Contains($" {h} ", StringComparison.Ordinal)));
        return found;
    }

    private static void Take(Dictionary<string, int> found, IReadOnlyList<SheetField> fields, int columns, Func<SheetField, int, bool> fits)
    {
        foreach (var field in fields.Where(f => !found.ContainsKey(f.Name)))
        {
            var column = Enumerable.Range(0, columns).Where(c => !found.ContainsValue(c)).Cast<int?>().FirstOrDefault(c => fits(field, c!.Value));
            if (column is { } here)
            {
                found[field.Name] = here;
            }
        }
    }
}
