using System.Collections.Frozen;
using OpenUpr.Reviews;

namespace OpenUpr.Taxonomy.Topics;

/// <summary>A theme or a group of persons of OHCHR's thematic lists.</summary>
/// <param name="Slug">What tags of the machine keep. Names hold colons and semicolons and change from cycle to cycle; this does not.</param>
/// <param name="Name">As the newest list that has it prints it, without the code of OHCHR's index.</param>
/// <param name="OtherNames">As lists of other cycles print the same.</param>
/// <param name="Source">The list it stands in.</param>
public sealed record TopicName(string Slug, string Name, IReadOnlyList<string> OtherNames, string Source);

/// <summary>OHCHR's themes and groups of persons by slug and by every name that its lists use. Names are matched without regard to capitals and signs.</summary>
public sealed class TopicList
{
    private readonly FrozenDictionary<string, TopicName> _bySlug;
    private readonly FrozenDictionary<string, TopicName> _byName;

    private TopicList(string file)
    {
        All = [.. ReferenceTable.Read($"OpenUpr.Taxonomy.Data.{file}.csv").Select(r => new TopicName(
            r["slug"], r["name"], r["other_names"].Split('|', StringSplitOptions.RemoveEmptyEntries), r["source"]))];
        _bySlug = All.ToFrozenDictionary(t => t.Slug);
        _byName = All.SelectMany(t => t.OtherNames.Prepend(t.Name).Select(n => (Key: KeyOf(n), Topic: t)))
            .DistinctBy(n => n.Key).ToFrozenDictionary(n => n.Key, n => n.Topic);
    }

    public static TopicList Themes { get; } = new("topic-themes");

    public static TopicList Persons { get; } = new("topic-persons");

    /// <summary>In the order of the file: by subject.</summary>
    public IReadOnlyList<TopicName> All { get; }

    /// <summary>The topic of this slug or name (any cycle's), or null: an imported tag has the list's own words, a machine's the slug.</summary>
    public TopicName? Find(string slugOrName) => _bySlug.GetValueOrDefault(slugOrName) ?? _byName.GetValueOrDefault(KeyOf(slugOrName));

    /// <summary>What a machine's tag keeps for a name out of a list: the slug, or one made of the words of a name that this list does not have.</summary>
    public string SlugOf(string name) => Find(name)?.Slug ?? KeyOf(name).Replace(' ', '-');

    /// <summary>The name to show for a slug; a slug that is not known is shown as words.</summary>
    public string NameOf(string slug) => Find(slug)?.Name ?? slug.Replace('-', ' ');

    private static string KeyOf(string name) => StateNames.Key(name);
}
