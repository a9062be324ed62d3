using System.Collections.Frozen;
using OpenUpr.Reviews;

namespace OpenUpr.Taxonomy.Entities;

/// <summary>The instruments and bodies that texts name, from entities.csv; a mention gives a place in <see cref="All"/>.</summary>
public sealed class EntityList
{
    private readonly FrozenDictionary<string, int> _bySlug;
    private readonly FrozenDictionary<string, int> _byName;
    private readonly int[][] _protocols;

    private EntityList()
    {
        All = [.. ReferenceTable.Read("OpenUpr.Taxonomy.Data.entities.csv").Select(Read)];
        _bySlug = All.Select((e, i) => (e.Slug, i)).ToFrozenDictionary(e => e.Slug, e => e.i);
        _byName = All.SelectMany((e, i) => e.Names.Prepend(e.Slug).Select(n => (Key: StateNames.Key(n), Entity: i)))
            .Where(n => n.Key.Length > 0).DistinctBy(n => n.Key).ToFrozenDictionary(n => n.Key, n => n.Entity);
        _protocols = [.. All.Select(ProtocolNumbers)];
    }

    public static EntityList Current { get; } = new();

    /// <summary>All entities in the order of the file.</summary>
    public IReadOnlyList<Entity> All { get; }

    /// <summary>The entity of this slug, or null.</summary>
    public Entity? FindSlug(string slug) => _bySlug.TryGetValue(slug, out var i) ? All[i] : null;

    /// <summary>The entity of this slug, name or abbreviation, without regard to capitals and signs; of several the first of the list. Null where there is none.</summary>
    public Entity? Find(string slugOrName) => FindSlug(slugOrName.Trim()) ?? (_byName.TryGetValue(StateNames.Key(slugOrName), out var i) ? All[i] : null);

    /// <summary>The abbreviation, or else the name, by which lists show a slug; the slug itself where it is not known.</summary>
    public string NameOf(string slug) => FindSlug(slug) is { } entity ? entity.Abbreviation ?? entity.Name : slug;

    /// <summary>The place of this slug in <see cref="All"/>, or -1.</summary>
    public int IndexOf(string? slug) => slug is not null && _bySlug.TryGetValue(slug, out var i) ? i : -1;

    /// <summary>Places of the protocols to an instrument in the order of their numbers; empty where it has none.</summary>
    internal ReadOnlySpan<int> ProtocolsOf(int entity) => _protocols[entity];

    private int[] ProtocolNumbers(Entity entity) => entity.IsGeneric
        ? []
        : [.. Enumerable.Range(0, All.Count).Where(i => All[i].Parent == entity.Slug && All[i].Number is not null).OrderBy(i => All[i].Number)];

    private static Entity Read(ReferenceTable row) => new(
        row["slug"],
        ReadKind(row["kind"]),
        row["name"],
        row.Optional("abbreviation"),
        [.. new[] { row["name"], row["abbreviation"] }.Concat(row["names"].Split('|')).Where(n => n.Length > 0).Distinct()],
        row["issues"].Split(';', StringSplitOptions.RemoveEmptyEntries),
        row.Optional("parent"),
        row["binding"] == "yes",
        row["source"],
        row.Optional("address"))
    {
        IsGeneric = row["generic"] == "yes",
        Number = row.Number("number"),
        Cues = row["cues"].Split('|', StringSplitOptions.RemoveEmptyEntries),
    };

    private static EntityKind ReadKind(string kind) => kind switch
    {
        "instrument" => EntityKind.Instrument,
        "treaty-body" => EntityKind.TreatyBody,
        "special-procedure" => EntityKind.SpecialProcedure,
        "body" => EntityKind.Body,
        _ => throw new InvalidDataException($"entities.csv: '{kind}' is no kind of entity."),
    };
}
