using System.Collections.Frozen;
using OpenUpr.Reviews;

namespace OpenUpr.Drafting.Studio;

/// <summary>A section that a kind asks for.</summary>
/// <param name="Slot">One of <see cref="SectionSlots"/>.</param>
/// <param name="Heading">In the document's language; empty for a section without one.</param>
/// <param name="Level">Of the heading, 1 to 3.</param>
/// <param name="HintCode">Says what to write there; pages have the words.</param>
/// <param name="IsPerIssue">True for a section that every issue has; those that follow one another stand together under each issue.</param>
public sealed record OutlineSection(string Slot, string Heading, int Level, string HintCode, bool IsPerIssue)
{
    /// <summary>Where it says so, key of <see cref="Checking.CheckSources"/>.</summary>
    public required string Source { get; init; }
}

/// <summary>How much a piece of advice weighs.</summary>
public enum AdviceSort
{
    Do,
    Dont,

    /// <summary>A question to answer before the document goes.</summary>
    Check,
}

/// <summary>A short piece of advice that stands beside the writing.</summary>
/// <param name="Code">Pages have the words.</param>
/// <param name="Source">Key of <see cref="Checking.CheckSources"/>.</param>
public sealed record KindAdvice(AdviceSort Sort, string Code, string Source);

/// <summary>
/// What each kind of document is made of, in order and in the UN's three languages of submissions (Data/outlines.csv), and what to do and to leave out (Data/kind-advice.csv).
/// Both are data with their sources, because the UN's guidelines change from cycle to cycle.
/// </summary>
public static class StudioOutlines
{
    /// <summary>Languages with headings of their own; others begin with English ones.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "fr", "es"];

    private static readonly FrozenDictionary<(string Kind, string Language), OutlineSection[]> s_outlines =
        (from row in ReferenceTable.Read("OpenUpr.Drafting.Studio.Data.outlines.csv").ToList()
         from language in Languages
         group Section(row, language) by (row["kind"], language)).ToFrozenDictionary(g => g.Key, g => g.ToArray());

    private static readonly FrozenDictionary<string, KindAdvice[]> s_advice =
        (from row in ReferenceTable.Read("OpenUpr.Drafting.Studio.Data.kind-advice.csv").ToList()
         group new KindAdvice(Enum.Parse<AdviceSort>(row["sort"], ignoreCase: true), row["code"], row["source"]) by row["kind"]).ToFrozenDictionary(g => g.Key, g => g.ToArray());

    /// <summary>The sections of a kind, in order.</summary>
    /// <param name="kind">One of <see cref="StudioKinds"/>.</param>
    /// <param name="language">Tag of the text's language, such as "fr" or "fr-CA"; English headings where we have none in it.</param>
    /// <returns>Empty for a kind that is none.</returns>
    public static IReadOnlyList<OutlineSection> Of(string kind, string language)
    {
        var main = language.Split('-')[0].ToLowerInvariant();
        return s_outlines.GetValueOrDefault((kind, Languages.Contains(main) ? main : "en"), []);
    }

    /// <summary>Dos, don'ts and questions of a kind, in order; empty for a kind that is none.</summary>
    public static IReadOnlyList<KindAdvice> Advice(string kind) => s_advice.GetValueOrDefault(kind, []);

    private static OutlineSection Section(ReferenceTable row, string language) =>
        new(row["slot"], row[language], row.Number("level")!.Value, row["hint"], row["per-issue"] == "1") { Source = row["source"] };
}
