using System.Globalization;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Taxonomy.Topics;

/// <summary>A label that a text may have: a goal ("5"), a target ("16.9"), a theme's or a group's slug.</summary>
/// <param name="Scheme">One of the schemes of <see cref="Tag"/>.</param>
public sealed record TopicLabel(string Scheme, string Value)
{
    /// <summary>True of a target such as "16.9" or "5.a".</summary>
    public bool IsTarget => Scheme == Tag.SdgScheme && Value.Contains('.', StringComparison.Ordinal);

    /// <summary>The goal of a target: "16" of "16.9".</summary>
    public string Goal => Value.Split('.')[0];
}

/// <summary>What a concept says of a label.</summary>
public sealed record TopicLink(TopicLabel Label, TopicStrength Strength);

/// <summary>How a concept and a label belong together.</summary>
public enum TopicStrength
{
    /// <summary>The concept stands in the wording of the goal or of one of its targets.</summary>
    Decisive,

    /// <summary>The concept is what the label is about.</summary>
    Sure,

    /// <summary>The concept often, but not by itself, has the label.</summary>
    Often,

    /// <summary>The concept takes the place of what would otherwise speak for the label: a text on the schooling of a minority is one on schooling.</summary>
    Rarely,
}

/// <summary>A row of topic-map.csv: words or an issue, and the goals, targets, themes and persons that go with them.</summary>
/// <param name="Phrases">Words as they follow each other; parts joined with + may stand anywhere in the text. Plurals are understood. Empty for an issue.</param>
/// <param name="Issue">Slug of the issue that stands for the concept; null for phrases.</param>
/// <param name="Source">Where the links come from.</param>
public sealed record TopicConcept(string Id, IReadOnlyList<string> Phrases, string? Issue, IReadOnlyList<TopicLink> Links, string Source)
{
    private static readonly Lazy<string[]> s_goals = new(() => [.. Enumerable.Range(1, 17).Select(g => g.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>The links to targets.</summary>
    public IReadOnlyList<TopicLink> Targets { get; } = [.. Links.Where(l => l.Label.IsTarget)];

    /// <summary>All rows of topic-map.csv.</summary>
    public static IReadOnlyList<TopicConcept> All { get; } = [.. ReferenceTable.Read("OpenUpr.Taxonomy.Data.topic-map.csv").Select(Read)];

    private static TopicConcept Read(ReferenceTable row) => new(
        row["id"],
        row["phrases"].Split('|', StringSplitOptions.RemoveEmptyEntries),
        row.Optional("issue"),
        [
            .. LinksOf(Tag.SdgScheme, row["sdgs"]), .. LinksOf(Tag.ThemeScheme, row["themes"]), .. LinksOf(Tag.PersonsScheme, row["persons"]),
        ],
        row["source"]);

    /// <summary>"8! 8.7 16? 10-": ! stands behind what decides, ? behind what is often so, - behind what is rarely so.</summary>
    private static IEnumerable<TopicLink> LinksOf(string scheme, string cell) =>
        cell.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => new TopicLink(
            new TopicLabel(scheme, v.TrimEnd('!', '?', '-')),
            v[^1] switch { '!' => TopicStrength.Decisive, '?' => TopicStrength.Often, '-' => TopicStrength.Rarely, _ => TopicStrength.Sure }));

    /// <summary>The names of the goals.</summary>
    internal static IReadOnlyList<string> Goals => s_goals.Value;
}
