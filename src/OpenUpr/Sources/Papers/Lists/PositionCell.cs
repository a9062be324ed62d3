using System.Text.RegularExpressions;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;

namespace OpenUpr.Sources.Papers.Lists;

/// <summary>The State's position as a list gives it: a word or two in a column of its own, and below the text where the State said it.</summary>
internal static partial class PositionCell
{
    /// <summary>Goes up with every change that can make another position of the same words.</summary>
    private const string Rule = "list-position/1";

    private static readonly string[] Supported = ["supported", "accepted", "acceptee", "soutenue", "appuyee", "aceptada", "apoyada"];
    private static readonly string[] Noted = ["noted", "rejected", "notee", "rejetee", "anotada", "rechazada"];
    private static readonly string[] Pending = ["consideration", "considered", "pending", "examined", "examine", "deferred", "determined"];

    /// <summary>Null when the column holds nothing, or words that say no position.</summary>
    /// <param name="wording">As printed.</param>
    /// <param name="source">As printed behind "Source of Position:"; empty where nothing stands there.</param>
    public static ReadPosition? Read(string wording, string source)
    {
        var words = StateNames.Key(wording).Split(' ');
        var supports = words.Any(Supported.Contains);
        var notes = words.Any(Noted.Contains) || (supports && words.Any(w => w is "not" or "no" or "non"));
        var isPart = supports && (words.Any(Noted.Contains) || words.Any(w => w.StartsWith("part", StringComparison.Ordinal) || w.StartsWith("parc", StringComparison.Ordinal)));
        Position? value = isPart || notes ? Position.Noted
            : supports ? Position.Supported
            : words.Any(Pending.Contains) ? Position.Pending
            : null;
        return value is { } known ? new ReadPosition(known, isPart, wording, SourceOf(source), null, null, Rule) : null;
    }

    /// <summary>"A/HRC/59/15/Add.1 - Para.3vv" as "A/HRC/59/15/Add.1, para. 3".</summary>
    public static string? SourceOf(string printed)
    {
        var symbol = Symbol().Match(printed);
        if (!symbol.Success)
        {
            return printed.Trim() is { Length: > 0 } words ? words : null;
        }

        var paper = symbol.Value.Replace(" ", "", StringComparison.Ordinal);
        var paragraph = Paragraph().Match(printed, symbol.Index + symbol.Length);
        return paragraph.Success ? $"{paper}, para. {paragraph.Groups[1].Value}" : paper;
    }

    [GeneratedRegex(@"A\s?/\s?HRC(?:\s?/\s?(?:DEC|\d+|Add\s?\.\s?\d+|Corr\s?\.\s?\d+))+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Symbol();

    [GeneratedRegex(@"(?:Para(?:graph)?s?|§)\s?\.?\s?(\d+(?:\.\d+)*(?:\s?\([a-z]\))?(?:\s?[-–]\s?\d+)?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Paragraph();
}
