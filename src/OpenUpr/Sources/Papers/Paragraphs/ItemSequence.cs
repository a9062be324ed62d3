using System.Globalization;

namespace OpenUpr.Sources.Papers.Paragraphs;

/// <summary>Follows the lists inside one numbered paragraph: numbers, letters, small Roman numerals.</summary>
internal sealed class ItemSequence
{
    private static readonly string[] Roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"];

    private string? number;
    private string? letter;
    private int roman;

    /// <summary>The way to where the list stands now.</summary>
    public IReadOnlyList<string> Path => [.. new[] { number, letter, roman > 0 ? Roman[roman - 1] : null }.OfType<string>()];

    public void Clear() => (number, letter, roman) = (null, null, 0);

    public IReadOnlyList<string> Enter(int item)
    {
        (number, letter, roman) = (item.ToString(CultureInfo.InvariantCulture), null, 0);
        return Path;
    }

    public IReadOnlyList<string> First()
    {
        (letter, roman) = ("a", 0);
        return Path;
    }

    /// <summary>The way to this item; null where the letter does not continue its list.</summary>
    public IReadOnlyList<string>? Accept(string value, Opening opening)
    {
        // Letters in running text open lines by chance, too.
        if (!opening.IsWord && opening.IsApart is not true && !(opening.EndsAbove && opening.IsShifted))
        {
            return null;
        }

        if (roman < Roman.Length && value == Roman[roman] && !(roman == 0 && IsNext(value)))
        {
            roman++;
            return Path;
        }

        if (value.Length > 2 || !(value == "a" || IsNext(value)))
        {
            return null;
        }

        (letter, roman) = (value, 0);
        return Path;
    }

    // One letter may be missing in print.
    private bool IsNext(string value) => letter is not null && Ordinal(value) - Ordinal(letter) is 1 or 2;

    private static int Ordinal(string value) => value is [var one] ? one - 'a' : value is [var twice, var same] && twice == same ? 26 + twice - 'a' : int.MinValue / 2;
}
