using System.Globalization;
using System.Text.RegularExpressions;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Entities;

/// <summary>A name that stands in a text.</summary>
/// <param name="Entity">Place in the list; -1 where no name stands.</param>
/// <param name="Body">The committee of the same abbreviation ("report to CAT"), or -1.</param>
/// <param name="Words">Length in words of the text.</param>
/// <param name="Head">The place in the tree behind its kind ("Convention", "Special Rapporteur"), from which another title may go on; -1 where none.</param>
internal readonly record struct NameMatch(int Entity, int Body, int Words, int Head)
{
    public static NameMatch None { get; } = new(-1, -1, 0, -1);
}

/// <summary>All names of entities as one tree of words.</summary>
internal sealed partial class EntityNames
{
    /// <summary>A name of one word in capitals of up to so many letters is one only in capitals: "CAT", never "cat".</summary>
    private const int ShortName = 4;

    // Behind these another title may follow: "Special Rapporteurs on torture and on adequate housing".
    private static readonly string[] _heads = ["convention", "covenant", "international covenant", "committee", "special rapporteur", "working group", "optional protocol", "standard minimum rules"];

    private readonly KeyTable<int> _steps = new();
    private readonly List<Node> _nodes = [new()];
    private readonly bool[] _begins;

    private EntityNames(EntityList list)
    {
        List = list;
        for (var i = 0; i < list.All.Count; i++)
        {
            foreach (var name in NamesOf(list.All[i]))
            {
                Add(name, i);
            }
        }

        foreach (var head in _heads)
        {
            _nodes[Reach(head)].IsHead = true;
        }

        ProtocolHead = Reach("optional protocol");
        _begins = new bool[Words.Count];
        for (var word = 0; word < _begins.Length; word++)
        {
            _begins[word] = _steps.Contains(Key(Root, word));
        }
    }

    public static EntityNames Current { get; } = new(EntityList.Current);

    public EntityList List { get; }

    public NameWords Words { get; } = new();

    /// <summary>The place in the tree behind "Optional Protocol".</summary>
    public int ProtocolHead { get; }

    public const int Root = 0;

    /// <summary>Whether a name begins with this word.</summary>
    public bool Begins(int word) => _begins[word];

    /// <summary>The next place in the tree, or -1.</summary>
    public int Step(int node, int word) => _steps.Find(Key(node, word), -1);

    public Node At(int node) => _nodes[node];

    private static IEnumerable<string> NamesOf(Entity entity)
    {
        // "Optional Protocol to X" is put together while reading: X has as many names there as everywhere.
        foreach (var name in entity.Names.Where(n => !ProtocolTo().IsMatch(n)))
        {
            yield return name;
            if (Leading().Match(name) is { Success: true } leading)
            {
                yield return name[leading.Length..];
            }
        }

        if (entity is { Parent: "ilo-conventions", Number: { } number })
        {
            var n = number.ToString(CultureInfo.InvariantCulture);
            foreach (var name in (string[])[$"ILO Convention {n}", $"International Labour Organization Convention {n}", $"International Labour Organisation Convention {n}", $"Convention {n}", $"ILO {n}", $"ILO C{n}", $"Convention {n} of the ILO", $"Convention {n} of the International Labour Organization", $"Convention {n} of the International Labour Organisation", $"ILO {n} Convention"])
            {
                yield return name;
            }
        }
    }

    private void Add(string name, int entity)
    {
        var node = _nodes[Reach(name)];
        var capitals = name.Length <= ShortName && name.Any(char.IsUpper) && name.All(c => char.IsUpper(c) || c == 's');
        if (node.Entity < 0)
        {
            (node.Entity, node.InCapitals) = (entity, capitals);
        }
        else if (List.All[entity].Kind == EntityKind.TreatyBody && node.Entity != entity)
        {
            node.Body = entity;
        }
    }

    private int Reach(string name)
    {
        var at = Root;
        foreach (var word in Words.Read(name))
        {
            if (!_steps.TryFind(Key(at, word), out var next))
            {
                next = _nodes.Count;
                _nodes.Add(new Node());
                _steps.Add(Key(at, word), next);
            }

            at = next;
        }

        return at;
    }

    private static ulong Key(int node, int word) => ((ulong)(uint)node << 32) | (uint)word;

    [GeneratedRegex("^(First |Second |Third )?(Optional|Additional) Protocol (I+ )?to |^Additional Protocol I+$")]
    private static partial Regex ProtocolTo();

    // Texts leave out whose convention it is; a name of fewer words would then be too common.
    [GeneratedRegex(@"^(International|United Nations|UN) (?=(Convention|Covenant|Declaration)( \S+){3})")]
    private static partial Regex Leading();

    /// <summary>A place in the tree.</summary>
    internal sealed class Node
    {
        /// <summary>The entity whose name ends here, or -1.</summary>
        public int Entity { get; set; } = -1;

        /// <summary>The treaty body that goes by the same abbreviation, or -1.</summary>
        public int Body { get; set; } = -1;

        /// <summary>Whether the name counts only in capitals.</summary>
        public bool InCapitals { get; set; }

        /// <summary>Whether other titles may go on from here.</summary>
        public bool IsHead { get; set; }
    }
}
