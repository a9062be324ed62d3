using System.Text.RegularExpressions;
using OpenUpr.Reviews;

namespace OpenUpr.Sources.Papers.StateMentions;

/// <summary>A text and the States that stand in brackets behind it.</summary>
/// <param name="Text">Without the brackets and the marks behind them.</param>
/// <param name="AsPrinted">The brackets as printed; null where none holds States.</param>
/// <param name="IsoCodes">In the order of the paper, each once.</param>
/// <param name="Unread">Words in the brackets that name no known State, such as an organisation: a person should look at them. Null where there are none.</param>
public sealed record StatesBehind(string Text, string? AsPrinted, IReadOnlyList<string> IsoCodes, string? Unread);

/// <summary>Parts a recommendation from the States that make it: "... (Arvenia, Bel Tora (Federation of) and Quillon);".</summary>
public static partial class TrailingStates
{
    /// <summary>
    /// Takes the States off the end of a text. Several brackets in a row belong together. Brackets that hold no States, such as "(OP-CAT)" or
    /// "(art. 5)", stay part of the text; when they look like a name of something else, <see cref="StatesBehind.Unread"/> says so.
    /// </summary>
    public static StatesBehind Split(string text, ReferenceData reference, string language = "en")
    {
        var brackets = new List<StateBracket>();
        var end = text.Length;
        foreach (var (start, stop) in Brackets.Outermost(text).Reverse())
        {
            if (!Between().IsMatch(text.AsSpan(stop, end - stop)) || StateBracket.Read(text, start, stop, reference, language) is not { } bracket)
            {
                break;
            }

            brackets.Insert(0, bracket);
            end = start;
        }

        return brackets.Count == 0 ? new StatesBehind(Trim(text), null, [], Named(text)) : new StatesBehind(
            Trim(text[..end]),
            string.Join(' ', brackets.Select(b => text[b.Start..b.End])),
            [.. brackets.SelectMany(b => b.IsoCodes).Distinct()],
            brackets.Any(b => b.Unread is not null) ? string.Join("; ", brackets.Select(b => b.Unread).OfType<string>()) : null);
    }

    /// <summary>The text without the marks that part it from the next.</summary>
    internal static string Trim(string text) => Last().Replace(text.Trim(), "").TrimEnd(' ', ';', ',', '*');

    /// <summary>The words of a last bracket that could be the name of who recommends: capitals and small letters, no number.</summary>
    private static string? Named(string text)
    {
        var brackets = Brackets.Outermost(text);
        var last = brackets.Count == 0 ? default : brackets[^1];
        return last.End > 0 && Between().IsMatch(text.AsSpan(last.End)) && Name().Match(text[last.Start..last.End]) is { Success: true } name ? name.Groups[1].Value : null;
    }

    /// <summary>Marks, also of notes, and a last "and".</summary>
    [GeneratedRegex(@"^(?:[\s;:.,*†‡§/""”’]|and\b|\d{1,3})*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Between();

    [GeneratedRegex(@"[\s;,]+and$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Last();

    [GeneratedRegex(@"^\(((?:the )?\p{Lu}\p{Ll}[\p{L} ',’-]{2,80})\)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
