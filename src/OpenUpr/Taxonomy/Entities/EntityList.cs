using OpenUpr.Reviews;

namespace OpenUpr.Taxonomy.Entities;

/// <summary>The instruments and bodies that texts name, from entities.csv; a mention gives a place in <see cref="All"/>.</summary>
public sealed class EntityList
{
    private readonly Dictionary<string, int> _bySlug;
    private readonly Lazy<Dictionary<string, int>> _byName;
    private readonly int[][] _protocols;

    private EntityList()
    {
        All = [.. ReferenceTable.Read("OpenUpr.Taxonomy.Data.entities.csv").Select(Read)];
        _bySlug = new Dictionary<string, int>(All.Count);
        for (var i = 0; i < All.Count; i++)
        {
            _bySlug.Add(All[i].Slug, i);
        }

        _byName = new Lazy<Dictionary<string, int>>(Names);
        _protocols = Protocols();
    }

    public static EntityList Current { get; } = new();

    /// <summary>All entities in the order of the file.</summary>
    public IReadOnlyList<Entity> All { get; }

    /// <summary>The entity of this slug, or null.</summary>
    public Entity? FindSlug(string slug) => _bySlug.TryGetValue(slug, out var i) ? All[i] : null;

    /// <summary>The entity of this slug, name or abbreviation, without regard to capitals and signs; of several the first of the list. Null where there is none.</summary>
    public Entity? Find(string slugOrName) => FindSlug(slugOrName.Trim()) ?? (_byName.Value.TryGetValue(StateNames.Key(slugOrName), out var i) ? All[i] : null);

    /// <summary>The abbreviation, or else the name, by which lists show a slug; the slug itself where it is not known.</summary>
    public string NameOf(string slug) => FindSlug(slug) is { } entity ? entity.Abbreviation ?? entity.Name : slug;

    /// <summary>The place of this slug in <see cref="All"/>, or -1.</summary>
    public int IndexOf(string? slug) => slug is not null && _bySlug.TryGetValue(slug, out var i) ? i : -1;

    /// <summary>Places of the protocols to an instrument in the order of their numbers; empty where it has none.</summary>
    internal ReadOnlySpan<int> ProtocolsOf(int entity) => _protocols[entity];

    /// <summary>The place of each entity by the keys of its names; of several the first of the list. A program that only reads texts never needs it.</summary>
    private Dictionary<string, int> Names()
    {
        var names = new Dictionary<string, int>();
        for (var i = 0; i < All.Count; i++)
        {
            foreach (var name in All[i].Names.Prepend(All[i].Slug))
            {
                if (StateNames.Key(name) is { Length: > 0 } key)
                {
                    names.TryAdd(key, i);
                }
            }
        }

        return names;
    }

    private int[][] Protocols()
    {
        var protocols = new int[All.Count][];
        for (var i = 0; i < All.Count; i++)
        {
            protocols[i] ??= [];
            if (All[i] is { Parent: { } slug, Number: not null } && _bySlug.TryGetValue(slug, out var parent) && !All[parent].IsGeneric)
            {
                protocols[parent] = [.. protocols[parent] ?? [], i];
            }
        }

        foreach (var children in protocols)
        {
            // Few each; of two with one number the first of the list comes first.
            for (var i = 1; i < children.Length; i++)
            {
                for (var place = i; place > 0 && All[children[place - 1]].Number > All[children[place]].Number; place--)
                {
                    (children[place - 1], children[place]) = (children[place], children[place - 1]);
                }
            }
        }

        return protocols;
    }

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
