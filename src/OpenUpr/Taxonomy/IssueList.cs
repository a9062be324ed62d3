using System.Collections.Frozen;
using OpenUpr.Reviews;

namespace OpenUpr.Taxonomy;

/// <summary>UPR Info's issues (54 in 2014), from issues.csv. Names are matched without regard to capitals and spaces.</summary>
public sealed class IssueList
{
    private readonly FrozenDictionary<string, Issue> _bySlug;
    private readonly FrozenDictionary<string, Issue> _byName;

    private IssueList()
    {
        All = [.. ReferenceTable.Read("OpenUpr.Taxonomy.Data.issues.csv").Select(r => new Issue(r["slug"], r["name"], r["fr"], r["es"]))];
        _bySlug = All.ToFrozenDictionary(i => i.Slug);
        _byName = All.ToFrozenDictionary(i => StateNames.Key(i.Name));
    }

    public static IssueList Current { get; } = new();

    /// <summary>All issues in the order of their names.</summary>
    public IReadOnlyList<Issue> All { get; }

    /// <summary>The issue of this slug, or null.</summary>
    public Issue? FindSlug(string slug) => _bySlug.GetValueOrDefault(slug);

    /// <summary>The name of an issue in the language of a document; what was given where it is no issue of the list.</summary>
    public string NameIn(string name, string language) => Find(name)?.In(language) ?? name;

    /// <summary>The issue of this name or slug, or null.</summary>
    public Issue? Find(string nameOrSlug) => _byName.GetValueOrDefault(StateNames.Key(nameOrSlug)) ?? _bySlug.GetValueOrDefault(nameOrSlug);
}
