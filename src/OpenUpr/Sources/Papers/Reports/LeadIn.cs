using System.Text.RegularExpressions;
using OpenUpr.Recommendations;

namespace OpenUpr.Sources.Papers.Reports;

/// <summary>
/// A sentence or two that says what the State under review made of a list of recommendations. Resolution 5/1 of 2007, annex, paragraph 32, has two outcomes:
/// recommendations that enjoy the State's support, and others, which are noted.
/// </summary>
internal sealed partial record LeadIn(string Text, Position? Value, string? Wording)
{
    /// <summary>True when only a part of each recommendation is supported; UPR Info's methodology (2014) counts that as noted.</summary>
    public bool IsPartial { get; private init; }

    public const string Rule = "report-lead/1";

    /// <summary>True when it speaks of recommendations at all.</summary>
    public bool IsAboutRecommendations => Recommendation().IsMatch(Text);

    /// <summary>True when a list should follow.</summary>
    public bool Announces => Text.TrimEnd() is [.., ':'] || Following().IsMatch(Text);

    public static LeadIn Read(string text)
    {
        var found = Sentences().Matches(text).Select(s => OfSentence(s.Value)).Where(p => p is not null).Select(p => p!.Value).ToList();
        if (found.Count == 0)
        {
            return new LeadIn(text, null, null);
        }

        // "Some enjoy the support, others will be examined": what is left open is open for all, until the State says more.
        var pending = found.FirstOrDefault(f => f.Value == Position.Pending);
        var isMixed = found.Any(f => f.Value == Position.Supported) && found.Any(f => f.Value == Position.Noted);
        var chosen = isMixed && pending.Wording is not null ? pending : found[0];
        var isPartial = chosen.Value == Position.Supported && Partly().IsMatch(chosen.Wording);
        return new LeadIn(text, isPartial ? Position.Noted : chosen.Value, chosen.Wording) { IsPartial = isPartial };
    }

    private static (Position Value, string Wording)? OfSentence(string sentence)
    {
        if (Refused().Match(sentence) is { Success: true } refused)
        {
            var mixed = Pending().Match(sentence);
            return mixed.Success && Supported().IsMatch(Refused().Replace(sentence, "")) ? (Position.Pending, mixed.Value.Trim()) : (Position.Noted, refused.Value.Trim());
        }

        if (Pending().Match(sentence) is { Success: true } pending)
        {
            return (Position.Pending, pending.Value.Trim());
        }

        // "Are noted, and concern measures already implemented": what is said first is the answer, the rest explains it.
        var (supported, noted) = (Supported().Match(sentence), Noted().Match(sentence));
        return noted.Success && !(supported.Success && supported.Index < noted.Index) ? (Position.Noted, noted.Value.Trim())
            : supported.Success ? (Position.Supported, supported.Value.Trim())
            : null;
    }

    [GeneratedRegex(@"\brecommendations?\b|\bwhich (?:it|they) enjoy", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Recommendation();

    [GeneratedRegex(@"\b(?:following|below)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Following();

    [GeneratedRegex(@".+?(?:[.:;](?=\s|$)|$)", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex Sentences();

    // The words run on to the next mark, so that a reader sees whose support it is.
    [GeneratedRegex(@"\b(?:(?:do|does|did|could|can|would|has|have|had|are|is|were|was)(?: |n['’])?\s?not (?:\w+ly )?(?:be |been |in a position to |able to )*(?:enjoy|support|accept|agree|endorse|meet|receive|acceptable|have|gain)\w*|cannot (?:be )?(?:enjoy|support|accept|agree|endorse)\w*|unable to (?:accept|support)|(?:is|are|were|was) (?:not|un)\s?acceptable|(?:not|never) accepted|reject(?:s|ed|ion)?|refus(?:es|ed)|declin(?:es|ed))\b[^,.;:]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Refused();

    [GeneratedRegex(@"\b(?:(?:will|shall|would|to|must|should|need to) (?:also )?be (?:\w+ )?(?:examined|considered|studied|reviewed|responded|answered|analy[sz]ed|deferred)|will (?:\w+ )?(?:examine|consider|study|review|respond|reply|provide|give|submit|present|analy[sz]e)|(?:under|pending|further) (?:\w+ )?(?:consideration|examination|study|review)|(?:is|are|remain|were|was) (?:left )?(?:pending|deferred)|defer(?:s|red)?|(?:responses?|repl(?:y|ies)|position|views?)\b[^.;:]* will be (?:included|provided|communicated|presented|submitted|contained|reflected))\b[^,.;:]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Pending();

    [GeneratedRegex(@"\b(?:(?:enjoy(?:s|ed|ing)?|ha(?:s|ve|d)|met with|receiv(?:e|es|ed)|gain(?:s|ed)?) (?:\w+ )?(?:the |its |their |full |partial )*support|(?:is|are|were|was|been|be) (?:\w+ly )?(?:accepted|supported|endorsed|agreed)|(?:accepts?|supports?|endorses?|agrees?|accepted|agreed) (?:to |on |with )?(?:the|these|those|all|following)|already (?:been )?(?:being )?implemented|in the process of (?:implementation|being implemented)|agreed on)\b[^,.;:]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Supported();

    [GeneratedRegex(@"\bpart(?:ly|ial|ially)\b|\bin part\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Partly();

    // "Noted in paragraph 12" says where, not what the State made of it.
    [GeneratedRegex(@"\b(?:(?:ha(?:s|ve) been|is|are|were|was|be) (?:\w+ly )?noted(?! (?:in|at|above|below)\b)|noted by|(?:takes?|took|taken) (?:\w+ )?note|notes (?:the|these|those))\b[^,.;:]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Noted();
}
