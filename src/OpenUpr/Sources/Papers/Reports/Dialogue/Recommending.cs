using System.Text.RegularExpressions;
using OpenUpr.Reviews;
using OpenUpr.Sources.Papers.StateMentions;

namespace OpenUpr.Sources.Papers.Reports.Dialogue;

/// <summary>Reduces what a State said in the dialogue to what it recommended: "Quillon recommended that Tovell ratify it" to "ratify it".</summary>
internal static partial class Recommending
{
    private static readonly char[] _marks = [' ', ',', ';', ':', '.', '*', '–', '-'];

    /// <summary>The words behind the last verb of recommending in <paramref name="sentence"/>; the sentence itself where there is none.</summary>
    /// <param name="sur">ISO code of the State under review, whose name introduces what it should do.</param>
    public static string Reduce(string sentence, string? sur, ReferenceData reference)
    {
        var verb = FirstVerb(sentence);
        return Tidy(verb is null ? sentence : WithoutAddressee(sentence[(verb.Index + verb.Length)..], sur, reference));
    }

    /// <summary>What stands between the verb and the first item that all items share, such as "ratify" in "recommended that it ratify (a) ... and (b) ...".</summary>
    public static string Stem(string before, string? sur, ReferenceData reference)
    {
        var sentence = before[(Sentences.Of(before) is { Count: > 0 } all ? all[^1].Start : 0)..];
        var verb = LastVerb(sentence);
        if (verb is null)
        {
            return "";
        }

        var words = sentence[(verb.Index + verb.Length)..];
        var stem = WithoutAddressee(words, sur, reference);

        // Long words before the items, or a clause with commas, tell why; they are no part of each.
        return That().IsMatch(words) ? "that" : stem.Contains(',', StringComparison.Ordinal) || stem.Split(' ').Length > 16 ? "" : Tidy(stem);
    }

    /// <summary>An item without the words that lead over to the next one.</summary>
    public static string TidyItem(string item, string? sur, ReferenceData reference)
    {
        var text = Tidy(NextVerb().Replace(item, ""));
        foreach (var mention in StateMentions.StateMentions.In(text, reference).Where(m => m.Iso3 == sur && m.End >= text.Length - 1).ToList())
        {
            text = Tail().IsMatch(text[..mention.Start]) ? Tail().Replace(text[..mention.Start], "") : text;
        }

        return Tidy(WithoutAddressee(text, sur, reference));
    }

    /// <summary>The sentences that recommend: by that word; where none does, those that encourage, suggest or urge; and where none does, those that ask or hope.</summary>
    public static List<(int Start, int End)> Among(List<(int Start, int End)> sentences, string text) =>
        new[] { Strong(), Mild(), Faint() }.Select(verbs => sentences.FindAll(s => verbs.IsMatch(text[s.Start..s.End]))).FirstOrDefault(found => found.Count > 0) ?? [];

    /// <summary>True when the words hold a verb of recommending or encouraging.</summary>
    public static bool IsIn(string words) => Strong().IsMatch(words) || Mild().IsMatch(words);

    public static bool IsSaidIn(string sentence) => Strong().IsMatch(sentence);

    private static Match? FirstVerb(string sentence) => new[] { Strong(), Mild(), Faint() }.Select(verbs => verbs.Match(sentence)).FirstOrDefault(m => m.Success);

    private static Match? LastVerb(string sentence) => Strong().Matches(sentence).LastOrDefault() ?? Mild().Matches(sentence).LastOrDefault();

    /// <summary>Takes off "that the Government of Tovell should", "to Tovell to", "it". "That the law be changed" stays as it is: nobody is addressed.</summary>
    private static string WithoutAddressee(string words, string? sur, ReferenceData reference)
    {
        var link = Link().Match(words);
        var rest = words[link.Length..];
        var address = Address().Match(rest);
        var behind = rest[address.Length..];
        var named = StateMentions.StateMentions.In(behind, reference).FirstOrDefault(m => m.Start == 0 && m.Iso3 == sur);
        if (named.Length > 0 && behind[named.End..] is not ['\'' or '’', ..])
        {
            return WithoutDuty(behind[named.End..]);
        }

        return Pronoun().Match(rest) is { Success: true } it ? WithoutDuty(rest[it.Length..])
            : link.Value.Contains("that", StringComparison.OrdinalIgnoreCase) && rest.Length > 0 ? "that " + rest
            : rest;
    }

    private static string WithoutDuty(string words) => Duty().Replace(Link().Replace(words, ""), "");

    private static string Tidy(string text) => Edges().Replace(text.Trim(_marks), "").Trim(_marks);

    [GeneratedRegex(@"\brecommend(?:ed|s|ing)?\b(?!ations?)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Strong();

    [GeneratedRegex(@"\b(?:encouraged?s?|encouraging|urged?s?|suggest(?:ed|s)?|call(?:ed|s)? (?:up)?on|called for|invited?s?|propos(?:ed|es)|request(?:ed|s)?)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Mild();

    [GeneratedRegex(@"\b(?:wish(?:ed|es)|hop(?:ed|es)|asked|asks|expects|expected)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Faint();

    [GeneratedRegex(@"^[\s,:]*(?:(?:that|to|for)\b[\s,:]*)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Link();

    /// <summary>Nothing but "that" between the verb and the first item.</summary>
    [GeneratedRegex(@"^[\s,:]*that[\s,:]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex That();

    [GeneratedRegex(@"^(?:the\s+)?(?:(?:government|authorities|state|republic|kingdom|delegation)\s+of\s+)?(?:the\s+)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(?:it|they|the\s+(?:government|authorities|country|state|state under review))\s+(?=\p{Ll}|,|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"^\s*(?:should|must|ought to|could|would|will)\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Duty();

    /// <summary>"..., and recommended that it" before the next item.</summary>
    [GeneratedRegex(@"(?:[,;]|\s(?:and|as well as))[^,;]{0,40}\b(?:recommend|encourag|suggest|urg|call(?:ed|s) on)\w*[^,;.]{0,60}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex NextVerb();

    [GeneratedRegex(@"[\s,;]+(?:and\s+)?(?:that|to)\s+(?:the\s+(?:government\s+of\s+)?)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Tail();

    /// <summary>Words that only join: at most a few stand together.</summary>
    [GeneratedRegex(@"^(?:(?:and|to)\b[\s,;:.]{1,3}){1,3}|(?:[\s,;]{1,3}(?:and|that|to|as well as|also)){1,3}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Edges();
}
