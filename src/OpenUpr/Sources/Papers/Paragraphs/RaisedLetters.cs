using System.Text.RegularExpressions;

namespace OpenUpr.Sources.Papers.Paragraphs;

/// <summary>
/// Small letters raised above their line ("14th" with a raised "th") come as a line of their own. They go back behind the number they stand at, and the raised
/// figures of notes go away: both would cut a paragraph in two.
/// </summary>
internal static partial class RaisedLetters
{
    private const double SmallerThan = 0.75;

    /// <param name="size">Points of most lines of the paper; 0 where unknown: then nothing is raised.</param>
    public static IReadOnlyList<PaperLine> Restore(IReadOnlyList<PaperLine> lines, double size)
    {
        var result = new List<PaperLine>(lines.Count);
        PaperLine? raised = null;
        foreach (var line in lines)
        {
            if (line.Size > 0 && line.Size < size * SmallerThan && Raised().IsMatch(line.Text))
            {
                raised = line;
                continue;
            }

            var isBelow = raised is not null && raised.Page == line.Page && line.Baseline - raised.Baseline is > 0 and < 9;
            result.Add(isBelow ? line with { Text = Insert(line, raised!) } : line);
            raised = null;
        }

        return result;
    }

    /// <summary>Behind the number nearest to where the letters stand; a line has no place for each of its letters, so that its width is taken as even.</summary>
    private static string Insert(PaperLine line, PaperLine raised)
    {
        var letters = raised.Text.Trim();
        var place = (raised.Left - line.Left) / Math.Max(1, line.Right - line.Left) * line.Text.Length;
        var number = char.IsLetter(letters[0]) ? Numbers().Matches(line.Text).MinBy(n => Math.Abs(n.Index + n.Length - place)) : null;
        return number is null ? line.Text : line.Text.Insert(number.Index + number.Length, letters);
    }

    [GeneratedRegex(@"^\s*(?:\p{L}{1,3}|[\d\s*,]+)\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Raised();

    [GeneratedRegex(@"\b\d{1,4}(?=\s|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbers();
}
