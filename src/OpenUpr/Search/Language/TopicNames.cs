using OpenUpr.Reviews;
using OpenUpr.Taxonomy.Entities;
using OpenUpr.Taxonomy.Topics;

namespace OpenUpr.Search.Language;

/// <summary>Themes, groups of persons and instruments by slug or by any of their names. Names are matched without regard to capitals and signs.</summary>
internal static class TopicNames
{
    /// <summary>False where the list has no such name.</summary>
    public static bool Add(TopicList list, string value, SortedSet<string> slugs) => list.Find(value.Trim()) is { } topic && (slugs.Add(topic.Slug) || true);

    /// <summary>False where no entity has such a name. A name that belongs to two (a convention and its committee) means the first of the list.</summary>
    public static bool AddInstrument(string value, SortedSet<string> slugs) => EntityList.Current.Find(value) is { } entity && (slugs.Add(entity.Slug) || true);

    /// <summary>What a mistyped theme or group may have meant.</summary>
    public static IEnumerable<(string Key, string Shown)> Of(TopicList list) =>
        list.All.SelectMany(t => t.OtherNames.Prepend(t.Name).Prepend(t.Slug).Select(n => (StateNames.Key(n), t.Slug)));

    /// <summary>What a mistyped instrument may have meant.</summary>
    public static IEnumerable<(string Key, string Shown)> OfInstruments() =>
        EntityList.Current.All.SelectMany(e => e.Names.Prepend(e.Slug).Select(n => (StateNames.Key(n), e.Slug)));
}
