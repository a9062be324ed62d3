using System.Text.RegularExpressions;
using OpenUpr.Recommendations;

namespace OpenUpr.Sources.Papers.Addenda;

/// <summary>Reads sentences that name recommendations and say what the State thinks of them: "accepts 122.1 and takes note of 122.2", "5 and 7 enjoy the support of ...".</summary>
internal sealed partial class StatementReader(IdForm form, AnswerBook book)
{
    private const int LongestWording = 200;

    /// <summary>A number right before "in part" and the like.</summary>
    private const int Beside = 15;

    /// <summary>The sentences that gave a position, of all that was read.</summary>
    public HashSet<string> Used { get; } = [];

    /// <returns>The recommendations that the text gave a position; empty where it states none.</returns>
    public IReadOnlyList<AnswerId> Read(string text, string? heading, AnswerPlace place)
    {
        var given = new List<AnswerId>();
        foreach (var sentence in Sentences(text, form.Runs(text)))
        {
            var named = ReadSentence(sentence.Trim(), heading, place);
            given.AddRange(named);
            if (named.Count > 0)
            {
                Used.Add(sentence.Trim());
            }
        }

        return given;
    }

    /// <summary>Sentences of a text; full stops between numbers end none.</summary>
    public static IEnumerable<string> Sentences(string text, IReadOnlyList<IdRun> runs)
    {
        var from = 0;
        foreach (Match end in SentenceEnd().Matches(text))
        {
            if (!runs.Any(r => end.Index >= r.Start && end.Index < r.End))
            {
                yield return text[from..(end.Index + 1)];
                from = end.Index + 1;
            }
        }

        yield return text[from..];
    }

    private List<AnswerId> ReadSentence(string sentence, string? heading, AnswerPlace place)
    {
        var runs = form.Runs(sentence);
        var all = PositionWords.Find(sentence);
        List<FoundPosition> found = all.Any(f => !f.IsWeak) ? [.. all.Where(f => !f.IsWeak)] : [.. all];
        if (found.Count == 0 || Reference().IsMatch(sentence))
        {
            return [];
        }

        return Except().Match(sentence) is { Success: true } except ? ReadExcept(sentence, except.Index, runs, found, heading, place)
            : runs.Count == 0 ? ReadWhole(sentence, found, heading, place)
            : ReadRuns(sentence, runs, found, heading, place);
    }

    private List<AnswerId> ReadRuns(string sentence, IReadOnlyList<IdRun> runs, List<FoundPosition> found, string? heading, AnswerPlace place)
    {
        var isFirst = found[0].Index < runs[0].Start;
        var given = new List<AnswerId>();
        foreach (var run in runs)
        {
            var after = found.FirstOrDefault(f => f.Index >= run.End);
            var position = after is { Partial: true } && after.Index - run.End < Beside ? after
                : isFirst ? found.Last(f => f.Index < run.Start)
                : after ?? found.LastOrDefault(f => f.Index < run.Start);
            if (position is not null)
            {
                var wording = position.Index < run.Start ? sentence[LeadStart(sentence, position, runs)..run.Start] : sentence[run.End..(runs.FirstOrDefault(r => r.Start > position.Index)?.Start ?? sentence.Length)];
                Give(run.Ids, new StatedPosition(position, Words(wording), heading ?? Words(sentence), place), Sureness.Stated, given);
            }
        }

        return given;
    }

    // A second list in one sentence has its own words: "and takes note of".
    private static int LeadStart(string sentence, FoundPosition position, IReadOnlyList<IdRun> runs) =>
        runs.LastOrDefault(r => r.End <= position.Index) is { } before ? before.End : 0;

    private List<AnswerId> ReadExcept(string sentence, int except, IReadOnlyList<IdRun> runs, List<FoundPosition> found, string? heading, AnswerPlace place)
    {
        var given = new List<AnswerId>();
        var position = found.LastOrDefault(f => f.Index < except) ?? found[0];
        var stated = new StatedPosition(position, Words(sentence), heading ?? Words(sentence), place);
        var excluded = runs.Where(r => r.Start > except).SelectMany(r => r.Ids).ToHashSet();
        var named = runs.Where(r => r.End <= except).SelectMany(r => r.Ids).Concat(Under(sentence[..except])).Where(i => !excluded.Contains(i)).ToList();
        Give(named.Count > 0 ? named : [AnswerId.AllOthers], stated, Sureness.Stated, given);
        if (position.Value != Position.Pending)
        {
            var opposite = position.Value == Position.Supported ? Position.Noted : Position.Supported;
            Give(excluded, stated with { Found = position with { Value = opposite, Partial = false } }, Sureness.Implied, given);
        }

        return given;
    }

    /// <summary>"Accepts all recommendations", "notes the remaining ones", "the recommendations in paragraph 121 enjoy ...".</summary>
    private List<AnswerId> ReadWhole(string sentence, List<FoundPosition> found, string? heading, AnswerPlace place)
    {
        var given = new List<AnswerId>();
        if (found.Select(f => (f.Value, f.Partial)).Distinct().Count() != 1 || OfWhich().IsMatch(sentence))
        {
            return given;
        }

        var under = Under(sentence);
        IReadOnlyList<AnswerId> ids = under.Count > 0 ? under : Whole().IsMatch(sentence) ? [AnswerId.AllOthers] : [];
        Give(ids, new StatedPosition(found[0], Words(sentence), heading ?? Words(sentence), place), Sureness.Stated, given);
        return given;
    }

    private static List<AnswerId> Under(string sentence) =>
        [.. UnderParagraph().Matches(sentence).Select(m => new AnswerId("", int.Parse(m.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture), null))];

    private void Give(IEnumerable<AnswerId> ids, StatedPosition position, Sureness sureness, List<AnswerId> given)
    {
        foreach (var id in ids)
        {
            book.Set(id, position, sureness);
            given.Add(id);
        }
    }

    private static string Words(string text)
    {
        var words = Connector().Replace(text, "").Trim(' ', ':', ';', ',', '.');
        return words.Length <= LongestWording ? words : words[..LongestWording] + "...";
    }

    [GeneratedRegex(@"^\W*\b(?:and|but|while|whereas)\b|\b(?:and|but|while|whereas|recommendations?|nos?)[\s,]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Connector();

    [GeneratedRegex(@"[.!?](?=\s+[\p{Lu}""“«(\d])|;(?=\s)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^\W*(?:(?:please\s+)?(?:see|refer)\b|as\s+(?:stated|explained|noted|mentioned|indicated)\s+(?:above|below|under|in\s+(?:the\s+|its\s+)?(?:response|reply|answer))\b|voir\b|véase\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\b(?:except(?:ing)?|with\s+the\s+exceptions?\s+of|apart\s+from|save\s+for|other\s+than|excluding|à\s+l[’']exception|sauf|excepto|salvo|con\s+excepción)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Except();

    [GeneratedRegex(@"\ball\s+(?:of\s+)?(?:(?:the|its|these|those|other|remaining|\d{1,3})\s+)*recommendations\b|\b(?:the\s+)?(?:remaining|rest\s+of\s+the|other)\s+(?:\d{1,3}\s+)?recommendations\b|\btoutes\s+les\s+(?:autres\s+)?recommandations\b|\btodas\s+las\s+(?:demás\s+)?recomendaciones\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"\bof\s+which\b|\bout\s+of\b|\bdont\b|\bde\s+las\s+cuales\b|\d+\s+of\s+(?:the|them|these)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OfWhich();

    [GeneratedRegex(@"\brecommendations?\s+(?:(?:contained|listed|set\s+out|formulated|enumerated|in|under|of|made)\s+)*paragraphs?\s+(?<number>\d{1,3})(?!\d)(?!\.\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnderParagraph();
}
