using OpenUpr.Reviews;
using OpenUpr.Search.Text;

namespace OpenUpr.Taxonomy.Classification.Issues;

/// <summary>
/// The cues that decide on issues: the codebook's table of common quotes, its lists and rules, and what practice adds to them. Texts are
/// compared by stems, word after word. A model keeps the table that it was trained with.
/// </summary>
public sealed class IssueCueTable
{
    private static readonly Lazy<IssueCueTable> s_current = new(() => new IssueCueTable([.. ReferenceTable.Read("OpenUpr.Taxonomy.Data.issue-cues.csv").Select(Cue)]));

    // A phrase is a way through a tree: from a node by a stem to the next; some nodes are the end of phrases.
    private readonly KeyTable<int> _steps = new();
    private readonly List<int[]> _ends = [[]];

    private IssueCueTable(IReadOnlyList<IssueCue> all)
    {
        All = all;
        Hashes = HashesOf("cue ", all.Select(c => c.Name));
        IssueHashes = [.. all.Select(c => HashesOf(c.Issues))];
        for (var cue = 0; cue < all.Count; cue++)
        {
            foreach (var phrase in all[cue].Phrases)
            {
                Add(phrase, cue);
            }
        }
    }

    /// <summary>The table that is part of the program.</summary>
    public static IssueCueTable Current => s_current.Value;

    /// <summary>All cues.</summary>
    public IReadOnlyList<IssueCue> All { get; }

    /// <summary>A name for each cue among the features.</summary>
    internal ulong[] Hashes { get; }

    /// <summary>For each cue the names of its issues among the features.</summary>
    internal ulong[][] IssueHashes { get; }

    /// <exception cref="InvalidDataException">The table is damaged.</exception>
    public static IssueCueTable Read(BinaryReader reader)
    {
        var cues = new List<IssueCue>();
        for (var left = reader.ReadUInt16(); left > 0; left--)
        {
            var (name, kind, source) = (reader.ReadString(), (IssueCueKind)reader.ReadByte(), reader.ReadString());
            cues.Add(new IssueCue(name, kind, reader.ReadString().Split(';'), Parts(reader.ReadString()), source));
        }

        return new IssueCueTable(cues);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write((ushort)All.Count);
        foreach (var cue in All)
        {
            writer.Write(cue.Name);
            writer.Write((byte)cue.Kind);
            writer.Write(cue.Source);
            writer.Write(string.Join(';', cue.Phrases));
            writer.Write(string.Join(';', cue.Issues));
        }
    }

    /// <summary>Adds every phrase that stands in a text to <paramref name="found"/>, longer and shorter ones alike.</summary>
    /// <param name="stems">Hashes of the stems of its words.</param>
    internal void Find(ReadOnlySpan<ulong> stems, Gathered<IssueCueMention> found)
    {
        for (var first = 0; first < stems.Length; first++)
        {
            var node = 0;
            for (var i = first; i < stems.Length && _steps.TryFind(Step(node, stems[i]), out node); i++)
            {
                foreach (var cue in _ends[node])
                {
                    found.Add(new IssueCueMention(cue, first, i - first + 1));
                }
            }
        }
    }

    /// <summary>Names of issues among the features.</summary>
    internal static ulong[] HashesOf(IReadOnlyList<string> issues) => HashesOf("issue ", issues);

    /// <summary>Names of a kind among the features.</summary>
    internal static ulong[] HashesOf(string kind, IEnumerable<string> names)
    {
        // A loop, not a query: a start of the program compiles each query over values anew, and a person waits for it.
        var all = names.ToList();
        var hashes = new ulong[all.Count];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = TextWords.Hash(kind + all[i]);
        }

        return hashes;
    }

    private static IssueCue Cue(ReferenceTable row) => new(
        row["cue"],
        Enum.Parse<IssueCueKind>(row["kind"], ignoreCase: true),
        Parts(row["phrases"]),
        [.. Parts(row["issues"]).Select(slug => IssueList.Current.FindSlug(slug)?.Slug ?? throw new InvalidDataException($"issue-cues.csv: there is no issue '{slug}' ({row["cue"]})."))],
        row["source"]);

    private static string[] Parts(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries);

    private static ulong Step(int node, ulong stem) => TextWords.Combine(stem, (ulong)node + 1);

    private void Add(string phrase, int cue)
    {
        var (tokens, node) = (new Tokenizer(), 0);
        for (tokens.Begin(phrase); tokens.Next();)
        {
            var step = Step(node, WordStems.Hash(tokens.Word));
            if (!_steps.TryFind(step, out var next))
            {
                next = _ends.Count;
                _steps.Add(step, next);
                _ends.Add([]);
            }

            node = next;
        }

        if (node > 0 && Array.IndexOf(_ends[node], cue) < 0)
        {
            _ends[node] = [.. _ends[node], cue];
        }
    }
}
