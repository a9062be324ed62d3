using System.Text.RegularExpressions;
using OpenUpr.Search.Text;

namespace OpenUpr.FollowUp.Uptake;

/// <summary>The sentences of a paragraph: papers of the United Nations put what several people said into one.</summary>
public static partial class TextSentences
{
    /// <summary>Words. "In the community" would be near to anything that has them.</summary>
    private const int ShortestAsk = 5;

    /// <summary>Never empty for a text that is not.</summary>
    public static IReadOnlyList<string> Of(string text) => [.. Ends().Split(text).Select(s => s.Trim()).Where(s => s.Length > 0)];

    /// <summary>What a paragraph asks for, sentence by sentence; what is too short to tell anything is left out.</summary>
    public static IEnumerable<string> Asks(string text) => Of(text).Select(Ask).Where(a => Tokenizer.Words(a).Count >= ShortestAsk);

    /// <summary>What a sentence of a summary asks for, without who asks it of whom: "JS2 recommended that the authorities adopt a law" is "adopt a law".</summary>
    public static string Ask(string sentence) => Asking().Match(sentence) is { Success: true } asking && asking.Length < sentence.Length ? sentence[asking.Length..] : sentence;

    [GeneratedRegex(@"(?<=[.;?!][\d,]{0,6})\s+(?=\p{Lu})", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Ends();

    [GeneratedRegex(@"^.{1,160}?\b(?:recommended|urged|called (?:on|upon|for)|encouraged|considered|invited|suggested|noted|stated|reported|highlighted|stressed)\b(?:[ ,]+(?:that|the|an?|central|competent|authorities|government|state|country|it|he|she|they|should|to|need|of|\p{Lu}[\w/-]*)(?=[ ,]))*[ ,]+", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Asking();
}
