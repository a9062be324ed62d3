using System.Text.RegularExpressions;
using OpenUpr.Reviews;

namespace OpenUpr.Sources.Papers.StateMentions;

/// <summary>Parts a paragraph that holds several texts, each with its States: "text A (Arvenia); text B (Quillon, Tovell)".</summary>
public static partial class TextParts
{
    /// <summary>
    /// The texts in their order, at least one. A bracket with States ends a text when more words follow it. Words behind the last bracket belong to
    /// the text before them, unless a semicolon or full stop parts them: then they are a text whose States are not printed.
    /// </summary>
    public static IReadOnlyList<StatesBehind> Split(string text, ReferenceData reference, string language = "en")
    {
        var ends = EndsOfStates(text, reference, language);
        if (ends.Count < 2 && (ends.Count == 0 || !HasWords(text[ends[0]..])))
        {
            return [TrailingStates.Split(text, reference, language)];
        }

        var parts = new List<StatesBehind>();
        var from = 0;
        foreach (var end in ends)
        {
            parts.Add(TrailingStates.Split(Lead().Replace(text[from..end], ""), reference, language));
            from = end;
        }

        var rest = text[from..];
        if (HasWords(rest))
        {
            var isOwn = Parted().IsMatch(rest);
            var tail = TrailingStates.Trim(Lead().Replace(rest, ""));
            parts[^1] = isOwn ? parts[^1] : parts[^1] with { Text = parts[^1].Text + (rest[0] is ',' ? "" : " ") + TrailingStates.Trim(rest.TrimStart()) };
            parts.AddRange(isOwn ? [new StatesBehind(tail, null, [], null)] : []);
        }

        return parts;
    }

    /// <summary>Where a run of brackets with States ends and the next text begins.</summary>
    private static List<int> EndsOfStates(string text, ReferenceData reference, string language)
    {
        var brackets = Brackets.Outermost(text).Select(b => StateBracket.Read(text, b.Start, b.End, reference, language)).OfType<StateBracket>().ToList();
        var ends = new List<int>();
        for (var i = 0; i < brackets.Count; i++)
        {
            var next = i + 1 < brackets.Count ? brackets[i + 1].Start : text.Length;
            var isLast = i + 1 == brackets.Count;

            // In the middle of a text a place may be named: only brackets that hold nothing but States part texts there.
            if ((isLast || HasWords(text[brackets[i].End..next])) && (isLast || brackets[i].Unread is null))
            {
                ends.Add(brackets[i].End);
            }
        }

        return ends;
    }

    private static bool HasWords(string between) => Words().IsMatch(between);

    [GeneratedRegex(@"\p{L}{3,}.*\p{L}{2,}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Words();

    /// <summary>Marks before a text.</summary>
    [GeneratedRegex(@"^[\s;:.,*†‡§]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^\s*[;.]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parted();
}
