using System.Text.RegularExpressions;
using OpenUpr.Reviews;
using OpenUpr.Sources.Papers.StateMentions;

namespace OpenUpr.Sources.Papers.Questions;

/// <summary>Who asks: a line that names one or several States and nothing else.</summary>
/// <param name="States">ISO codes of who asks, not of those on whose behalf; empty where the name is not known.</param>
/// <param name="AsPrinted">The line without a closing colon.</param>
internal sealed partial record Asker(IReadOnlyList<string> States, string AsPrinted)
{
    private const int LongestHeading = 200;

    /// <summary>Reads a line as a heading; null when it is none.</summary>
    /// <param name="isSet">True when the line stands out: bold, or a cell of its own.</param>
    public static Asker? Of(string line, bool isSet, ReferenceData reference, string language)
    {
        var printed = line.Trim().TrimEnd(':').TrimEnd();
        if (printed.Length is 0 or > LongestHeading || printed.Contains('?', StringComparison.Ordinal))
        {
            return null;
        }

        var name = Introduction().Replace(printed, "");
        var behalf = Behalf().Match(name);
        if (behalf.Success && name.AsSpan(behalf.Index).Contains(':'))
        {
            return null;
        }

        var speakers = behalf.Success ? name[..behalf.Index] : name;
        var mentions = StateMentions.StateMentions.In(speakers, reference, language);
        if (mentions.Count > 0 && IsNothingElse(speakers, mentions))
        {
            return new Asker([.. mentions.Select(m => m.Iso3).Distinct()], printed);
        }

        // A name that is misprinted, or that of a group of States.
        return isSet && IsCapitals(printed) && mentions.Count == 0 && !Title().IsMatch(printed)
            ? new Asker(NameLexicon.For(reference, language).Guess(speakers) is { } guess ? [guess.Iso3] : [], printed)
            : null;
    }

    /// <summary>A question that begins with who asks it, "ARVENIA: What ...", and where the question begins; null when it does not.</summary>
    public static (Asker Asker, int Length)? InFront(string line, ReferenceData reference, string language)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon is > 2 and < LongestHeading && colon + 2 < line.Length && char.IsUpper(line[0]) && char.IsUpper(line[1])
            && Of(line[..colon], false, reference, language) is { } asker
            ? (asker, colon + 1)
            : null;
    }

    private static bool IsNothingElse(string text, IReadOnlyList<StateMention> mentions)
    {
        var rest = text.ToCharArray();
        foreach (var mention in mentions)
        {
            rest.AsSpan(mention.Start, mention.Length).Fill(' ');
        }

        return Joints().IsMatch(new string(rest));
    }

    private static bool IsCapitals(string text) => text.Count(char.IsUpper) > 2 && !text.Any(char.IsLower);

    [GeneratedRegex(@"^(?:\(?(?:joint |additional |advance )*(?:questions?|submission|statement)s? (?:submitted |asked |posed )?(?:by|from|of)|submitted by|delegation of|permanent mission of)\s*:?\s*(?:the )?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Introduction();

    // "on behalf on" is printed as well.
    [GeneratedRegex(@"[\s,(–-]*\b(?:(?:also |speaking )*on behalf o[fn]|in the name of|au nom de|en nombre de)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Behalf();

    [GeneratedRegex(@"^(?:[\s,;&/()\-–.:\d*]|\b(?:and|the|jointly|with|et|y|of|cont|continued)\b)*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Joints();

    [GeneratedRegex(@"\b(?:questions?|preguntas|batch|session|review|upr|epu|generated|annex|addendum|add)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Title();
}
