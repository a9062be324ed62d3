using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenUpr.Sources.Papers.Paragraphs;

/// <summary>The forms of numbers that may open a paragraph.</summary>
internal enum MarkerForm
{
    /// <summary>12.</summary>
    Number,

    /// <summary>104.12.</summary>
    Dotted,

    /// <summary>(a), a) or (ii).</summary>
    Letter,

    /// <summary>A dot or a dash.</summary>
    Bullet,

    /// <summary>II. or A., which open headings.</summary>
    Title,
}

/// <summary>What a line begins with, if that may be a paragraph's number.</summary>
/// <param name="Printed">As printed, full stop and brackets included.</param>
/// <param name="Value">Without full stop and brackets: "12", "104.12", "a".</param>
internal sealed partial record Marker(MarkerForm Form, string Printed, string Value)
{
    /// <summary>The number, or the last number of a dotted one.</summary>
    public int Last => int.Parse(Value[(Value.LastIndexOf('.') + 1)..], CultureInfo.InvariantCulture);

    /// <summary>The numbers before the last one: "104" of "104.12".</summary>
    public string Stem => Value[..Math.Max(0, Value.LastIndexOf('.'))];

    public static Marker? Of(string line)
    {
        if (Pattern().Match(line) is not { Success: true } match)
        {
            return null;
        }

        var printed = match.Value.TrimEnd();
        foreach (var (group, form) in Forms)
        {
            if (match.Groups[group] is { Success: true } value)
            {
                return new Marker(form, printed, form == MarkerForm.Dotted ? value.Value.Replace(" ", "", StringComparison.Ordinal) : value.Value);
            }
        }

        return new Marker(MarkerForm.Bullet, printed, "");
    }

    private static readonly (string Group, MarkerForm Form)[] Forms =
        [("dotted", MarkerForm.Dotted), ("number", MarkerForm.Number), ("letter", MarkerForm.Letter), ("title", MarkerForm.Title)];

    // The full stop after a number may be missing (a slip that occurs in print); the sequence decides then as well.
    [GeneratedRegex(@"^(?:(?<dotted>\d{1,3}\.\s?\d{1,3}(?:\.\d{1,3})?)(?:\.\s*|\s+|(?=\p{L}))|(?<number>\d{1,3})(?:\.\s*(?!\d)|\s+(?=[\p{Lu}""“]))|\((?<letter>[a-z]{1,4})\)\s*|(?<letter>[a-z]{1,2})\)\s+|(?<title>[IVX]{1,5}|[A-Z])\.\s+(?=\p{L})|[•·\-–—*o]\s+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
