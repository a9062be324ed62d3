using System.Text.RegularExpressions;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Sources.Papers.StateMentions;

namespace OpenUpr.Sources.Papers.Addenda;

/// <summary>An answer that begins with the numbers it is to: "122.11", "Recommendation 5: accepted.", with the paragraphs behind it.</summary>
internal sealed partial class AnswerEntry(IReadOnlyList<AnswerId> ids, AnswerPlace place)
{
    /// <summary>A word of position within this many characters from the start is a label ("Accepted.", "Not accepted: ..."), not part of an argument.</summary>
    private const int Label = 25;

    /// <summary>A sentence about "this recommendation" decides when it is among the first.</summary>
    private const int FirstSentences = 2;

    /// <summary>A first sentence up to this length only states the position.</summary>
    private const int LongestLabel = 100;

    private readonly List<string> _texts = [];

    public IReadOnlyList<AnswerId> Ids => ids;

    public AnswerPlace Place => place;

    public void Add(string text)
    {
        if (text.Trim().Length > 0)
        {
            _texts.Add(text.Trim());
        }
    }

    /// <summary>Gives the recommendations the entry's position and reason.</summary>
    /// <param name="section">What the heading or lead-in above states.</param>
    public void Close(AnswerBook book, StatedPosition? section, ReferenceData reference)
    {
        var comment = Comment(reference);
        var own = Own(comment, section);
        foreach (var id in ids)
        {
            if (own is { } stated)
            {
                book.Set(id, stated, Sureness.Stated);
            }
            else if (section is not null)
            {
                book.Set(id, section with { Place = section.Place with { Paragraph = section.Place.Paragraph ?? place.Paragraph } }, Sureness.Section);
            }
            else
            {
                book.Unread(id, place, $"{id}: {(comment.Length > 0 ? comment : string.Join(' ', _texts))}");
            }

            book.Explain(id, Reason(comment, own));
        }
    }

    /// <summary>What is said, without the recommendation where the paper repeats it with its States.</summary>
    private string Comment(ReferenceData reference)
    {
        var text = string.Join("\n", _texts);
        var parts = TextParts.Split(text, reference);
        var ends = Brackets.Outermost(text).Where(b => parts.Any(p => p.AsPrinted is { Length: > 0 } printed && Overlaps(text[b.Start..b.End], printed))).Select(b => b.End).ToList();
        var comment = ends.Count == 0 ? text : text[ends.Max()..];
        return LabelWords().Replace(comment.TrimStart(' ', ';', '.', ',', ':', '–', '—', '-', '\n'), "").Trim();
    }

    private static bool Overlaps(string bracket, string printed) => printed.Contains(bracket.Trim('(', ')', '[', ']'), StringComparison.Ordinal);

    private StatedPosition? Own(string comment, StatedPosition? section)
    {
        var sentences = StatementReader.Sentences(comment, []).Take(FirstSentences).ToList();
        for (var i = 0; i < sentences.Count; i++)
        {
            var found = PositionWords.Of(sentences[i]);
            if (found is null || (found.IsWeak && section is not null))
            {
                continue;
            }

            var isLabel = i == 0 && found.Index <= Label && !IsAction(sentences[i], found);
            // Under a heading that already decides, only a label says otherwise.
            if (isLabel || ((section is null || section.Found.Value == Position.Pending) && AboutIt().IsMatch(sentences[i])))
            {
                return new StatedPosition(found, Short(sentences[i].Trim()), section?.Lead, place);
            }
        }

        return null;
    }

    // "supports families by ..." and "supporting documents" are about something else than the recommendation.
    private static bool IsAction(string sentence, FoundPosition found) =>
        found is { Partial: false, Value: Position.Supported } && !AboutIt().IsMatch(sentence) && sentence[found.End..].TrimStart() is { Length: > 0 } rest && char.IsLetter(rest[0]) && !After().IsMatch(rest);

    // "Accepted." alone, or "Arvenia accepts this recommendation.", explains nothing.
    private static string Reason(string comment, StatedPosition? own) =>
        own is not null && own.Wording.Length <= LongestLabel && comment.StartsWith(own.Wording, StringComparison.Ordinal) ? comment[own.Wording.Length..].Trim() : comment;

    private static string Short(string text) => text.Length <= 200 ? text : text[..200] + "...";

    [GeneratedRegex(@"^(?:(?:(?:the\s+)?(?:government|state)[’']?s?\s+)?(?:response|reply|answer|comments?|position|remarks?|status|réponse|respuesta)(?:\s+of\s+[\p{L} ]{3,40}?)?\s*[:–—-]\s*)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LabelWords();

    [GeneratedRegex(@"\brecommendations?\b|\b(?:this|the)\s+proposal\b|\b(?:accepts?|supports?|rejects?|notes?)\s+(?:it|this|them)\b|\benjoys?\b|\brecommandations?\b|\brecomendaci", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AboutIt();

    [GeneratedRegex(@"^(?:and|but|as|by|in|with|subject|since|because|however|considered|already|being|under|to\s+be|on|the\s+recommendation)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex After();
}
