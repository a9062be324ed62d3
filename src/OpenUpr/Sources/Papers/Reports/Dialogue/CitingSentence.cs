using System.Text.RegularExpressions;

namespace OpenUpr.Sources.Papers.Reports.Dialogue;

/// <summary>What a sentence that cites recommendations says of them.</summary>
internal static partial class CitingSentence
{
    public const string Rule = "report-citation/1";

    /// <summary>The position of the sentence's words; null where it gives none.</summary>
    public static ReadPosition? PositionOf(string sentence, string? source)
    {
        var (value, match) = Pending().Match(sentence) is { Success: true } pending ? (Recommendations.Position.Pending, pending)
            : Refused().Match(sentence) is { Success: true } refused ? (Recommendations.Position.Noted, refused)
            : (Recommendations.Position.Supported, Supported().Match(sentence));
        return match.Success ? new ReadPosition(value, false, match.Value.Trim(' ', ',', '.'), source, sentence, ReasonIn(sentence), Rule) : null;
    }

    private static string? ReasonIn(string sentence) => Because().Match(sentence) is { Success: true } because ? because.Value.TrimEnd('.', ' ') : null;

    [GeneratedRegex(@"\b(?:will|shall|would|to) be (?:further )?(?:examined|considered|studied)\b[^.;]*|\bwill (?:examine|provide)\b[^.;]*|\b(?:will|shall) (?:respond|consider)\b[^.;]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Pending();

    [GeneratedRegex(@"\b(?:(?:do|does|did|could|can|has|have) ?not (?:be )?(?:enjoy|support|accept|agree|been supported|been accepted)\w*|cannot (?:be )?(?:enjoy|support|accept|agree)\w*|not accept\w*|unacceptable|reject\w*|refus\w*|are not part of|tak(?:es|en) note of|not(?:es|ed) by|were noted|are noted)\b[^.;]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Refused();

    [GeneratedRegex(@"\b(?:(?:enjoys?|ha(?:ve|s)|enjoyed) the support|(?:are|is|were|been) (?:accepted|supported)|supports|accepts)\b[^.;]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Supported();

    [GeneratedRegex(@"\b(?:because|since|as they)\b.+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex Because();
}
