using System.Globalization;
using System.Text;

namespace OpenUpr.Sources.Docx;

/// <summary>Writes a list number in one of Word's formats (ECMA-376, part 1, 17.18.59); those of other scripts in Arabic figures.</summary>
internal static class NumberFormat
{
    private static readonly (int Value, string Letters)[] Roman =
        [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];

    public static string Write(int number, string format) => format switch
    {
        "none" or "bullet" => "",
        "lowerLetter" => Letters(number),
        "upperLetter" => Letters(number).ToUpperInvariant(),
        "lowerRoman" => Romans(number),
        "upperRoman" => Romans(number).ToUpperInvariant(),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "ordinal" => Ordinal(number),
        "numberInDash" => $"- {Plain(number)} -",
        "decimalEnclosedParen" => $"({Plain(number)})",
        "decimalEnclosedFullstop" => $"{Plain(number)}.",
        _ => Plain(number),
    };

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>a to z, then aa to zz, then aaa: the letter repeated.</summary>
    private static string Letters(int number) =>
        number is < 1 or > 780 ? Plain(number) : new string((char)('a' + ((number - 1) % 26)), ((number - 1) / 26) + 1);

    private static string Romans(int number)
    {
        if (number is < 1 or > 3999)
        {
            return Plain(number);
        }

        var text = new StringBuilder();
        foreach (var (value, letters) in Roman)
        {
            for (; number >= value; number -= value)
            {
                text.Append(letters);
            }
        }

        return text.ToString();
    }

    private static string Ordinal(int number) => Plain(number) + ((number % 100) is >= 11 and <= 13 ? "th" : (number % 10) switch
    {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    });
}
