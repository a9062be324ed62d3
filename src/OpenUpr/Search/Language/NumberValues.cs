using System.Globalization;

namespace OpenUpr.Search.Language;

/// <summary>Numbers and ranges of numbers (13..17, also 13-17; an open end reaches as far as there are numbers).</summary>
internal static class NumberValues
{
    /// <summary>Adds the number or range; false when it is none, or when an end of it is not among the allowed numbers.</summary>
    public static bool TryAdd(string value, IReadOnlyList<int> allowed, SortedSet<int> numbers)
    {
        var text = value.Trim();
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        var (cut, width) = dots >= 0 ? (dots, 2) : (text.IndexOfAny(['-', '–']), 1);
        var (first, last) = cut < 0 ? (text, text) : (text[..cut], text[(cut + width)..]);
        if (allowed.Count == 0 || (first.Length == 0 && last.Length == 0) || !TryEnd(first, allowed[0], allowed, out var a) || !TryEnd(last, allowed[^1], allowed, out var b))
        {
            return false;
        }

        numbers.UnionWith(allowed.Where(n => n >= Math.Min(a, b) && n <= Math.Max(a, b)));
        return true;
    }

    public static string Describe(IReadOnlyList<int> allowed) => allowed.Count == 0
        ? "known: there are no numbers yet"
        : $"a number from {allowed[0]} to {allowed[^1]}, or a range such as {allowed[0]}..{allowed[^1]}";

    private static bool TryEnd(string text, int open, IReadOnlyList<int> allowed, out int number)
    {
        number = open;
        return text.Length == 0 || (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number) && allowed.Contains(number));
    }
}
