using System.Globalization;
using System.Text.RegularExpressions;
using OpenUpr.Reviews;
using OpenUpr.Sources.Papers.Paragraphs;
using OpenUpr.Sources.Papers.Reports.Dialogue;
using OpenUpr.Storage;

namespace OpenUpr.Sources.Papers.Reports.Front;

/// <summary>
/// What an English report says about the review itself. Its first paragraphs have the same form since 2008: session and dates, head of the delegation,
/// adoption, troika, documents, advance questions; who spoke stands in the dialogue.
/// </summary>
public static partial class FrontFacts
{
    /// <summary>The introduction never runs further.</summary>
    private const int LastIntroduction = 12;

    /// <param name="paragraphs">The whole report.</param>
    /// <param name="firstConclusion">Index of the first paragraph of the conclusions in <paramref name="paragraphs"/>.</param>
    public static IReadOnlyList<ReadFact> Read(IReadOnlyList<PaperParagraph> paragraphs, int firstConclusion, PaperIdentity identity, ReferenceData reference)
    {
        var numbered = DialogueParagraph.Of(paragraphs.Take(firstConclusion)).Values.OrderBy(p => p.Number).ToList();
        var facts = new List<ReadFact>();
        var introduction = 0;
        foreach (var paragraph in numbered.TakeWhile(p => p.Number <= LastIntroduction))
        {
            foreach (var (start, end) in Sentences.Of(paragraph.Text))
            {
                foreach (var fact in InSentence(paragraph.Text[start..end].Trim(), paragraph.Text, identity.Sur, reference))
                {
                    // The first statement of a kind counts: the dialogue may speak of other reviews.
                    if (!facts.Any(f => f.Kind == fact.Kind))
                    {
                        introduction = fact.Kind is ReviewFact.Troika or ReviewFact.AskedInAdvance ? paragraph.Number : introduction;
                        facts.AddRange(fact.Values.Distinct().Select(value => new ReadFact(fact.Kind, value, paragraph.Page)));
                    }
                }
            }
        }

        facts.AddRange(Speakers(numbered.Where(p => p.Number > introduction), identity.Sur, reference));
        return facts;
    }

    /// <summary>How many delegations the report says made statements; null where it does not say.</summary>
    public static int? StatedSpeakers(IEnumerable<PaperParagraph> paragraphs) => paragraphs
        .Select(p => Stated().Match(p.Text))
        .Where(m => m.Success)
        .Select(m => (int?)int.Parse(m.Groups["a"].Success ? m.Groups["a"].ValueSpan : m.Groups["b"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture))
        .FirstOrDefault();

    private static IEnumerable<(string Kind, IReadOnlyList<string> Values)> InSentence(string sentence, string around, string? sur, ReferenceData reference)
    {
        if (Held().IsMatch(sentence) && PrintedDate.First(sentence, around) is { } held)
        {
            yield return (ReviewFact.ReviewedOn, [Invariant(held)]);
        }

        if (Adopted().IsMatch(sentence) && PrintedDate.First(sentence, around) is { } adopted)
        {
            yield return (ReviewFact.AdoptedOn, [Invariant(adopted)]);
        }

        if (DelegationHead.OfficesIn(sentence) is { Count: > 0 } offices)
        {
            yield return (ReviewFact.DelegationHead, offices);
        }

        if (Troika().Match(sentence) is { Success: true } troika && States(sentence[(troika.Index + troika.Length)..], sur, reference) is { Count: > 0 } rapporteurs)
        {
            yield return (ReviewFact.Troika, rapporteurs);
        }

        if (Asked().Match(sentence) is { Success: true } asked && States(asked.Groups[1].Value, sur, reference) is { Count: > 0 } askers)
        {
            yield return (ReviewFact.AskedInAdvance, askers);
        }
    }

    private static IEnumerable<ReadFact> Speakers(IEnumerable<DialogueParagraph> paragraphs, string? sur, ReferenceData reference) => paragraphs
        .SelectMany(p => DialogueSpeakers.Of(p.Text, reference).Select(state => (State: state, p.Page)))
        .Where(s => s.State != sur)
        .DistinctBy(s => s.State)
        .Select(s => new ReadFact(ReviewFact.Speaker, s.State, s.Page));

    private static IReadOnlyList<string> States(string words, string? sur, ReferenceData reference) =>
        [.. StateMentions.StateMentions.In(words, reference).Select(m => m.Iso3).Where(iso => iso != sur).Distinct()];

    private static string Invariant(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\breview of\b.{0,120}\b(?:was held|took place|was conducted)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Held();

    [GeneratedRegex(@"\bWorking Group adopted\b.{0,40}\breport\b|\breport\b.{0,80}\bwas adopted\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Adopted();

    [GeneratedRegex(@"\b(?:rapporteurs|troika)\b[^:]*(?::|\breview of [^,]{1,80},)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Troika();

    [GeneratedRegex(@"\bquestions\b.{0,40}?\b(?:in advance|advance)\b[^.]{0,40}?\bby\b(.*?)\b(?:w(?:as|ere) transmitted|has been transmitted|w(?:as|ere) (?:sent|forwarded|submitted))\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex Asked();

    [GeneratedRegex(@"\bstatements? were made by (?<a>\d{1,3})\b|\b(?<b>\d{1,3}) (?:delegations (?:made|took)|statements were made|States made)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Stated();
}
