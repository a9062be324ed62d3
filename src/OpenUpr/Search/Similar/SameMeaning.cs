using OpenUpr.Reviews;
using OpenUpr.Search.Text;
using OpenUpr.Taxonomy.Entities;

namespace OpenUpr.Search.Similar;

/// <summary>Names of one thing, each as a run of stems.</summary>
/// <param name="WrittenOut">The name that all are read as.</param>
/// <param name="IsEntity">False for other spellings of the same words, which need nothing beside them.</param>
internal sealed record NamesOfOne(IReadOnlyList<string> WrittenOut, IReadOnlyList<IReadOnlyList<string>> Names, bool IsEntity);

/// <summary>
/// Which names mean the same when texts are compared: instruments and bodies by any of their names (entities.csv), then what search knows as
/// synonyms. A name that belongs to two things (a convention and its committee share an abbreviation) means the first of the list.
/// </summary>
internal static class SameMeaning
{
    private const string ProtocolTo = "Optional Protocol to ";

    /// <summary>A name of so many words says what the thing is about.</summary>
    private const int Telling = 3;

    private static readonly Lazy<IReadOnlyList<NamesOfOne>> s_all = new(() => [.. Entities(), .. Synonyms()]);

    public static IReadOnlyList<NamesOfOne> All => s_all.Value;

    private static IEnumerable<NamesOfOne> Entities() => EntityList.Current.All.Where(e => !e.IsGeneric).Select(e =>
    {
        List<string> names = [.. e.Names, .. NamesByParent(e)];
        var telling = e.Names.Where(n => n.Split(' ') is { Length: >= Telling } words && !words.Any(IsAbbreviation)).MinBy(n => n.Length) ?? e.Name;
        return new NamesOfOne(Stems(telling), [.. names.Select(Stems).Where(n => n.Count > 0)], true);
    });

    /// <summary>"Optional Protocol to CAT", where the list has the protocol by another name of its convention.</summary>
    private static IEnumerable<string> NamesByParent(Entity entity)
    {
        if (EntityList.Current.FindSlug(entity.Parent ?? "") is not { } parent)
        {
            return [];
        }

        var found = entity.Names.Select(n => (Name: n, Of: parent.Names.Where(p => n.Contains(ProtocolTo + p, StringComparison.Ordinal) || n.Contains($"{ProtocolTo}the {p}", StringComparison.Ordinal)).MaxBy(p => p.Length)));
        return found.Where(f => f.Of is not null).SelectMany(f => parent.Names.SelectMany(p => (string[])
        [
            f.Name.Replace($"to {f.Of}", $"to {p}", StringComparison.Ordinal).Replace($"to the {f.Of}", $"to {p}", StringComparison.Ordinal),
            f.Name.Replace($"to {f.Of}", $"to the {p}", StringComparison.Ordinal).Replace($"to the {f.Of}", $"to the {p}", StringComparison.Ordinal),
        ]));
    }

    private static List<NamesOfOne> Synonyms()
    {
        // Rows of one thing are joined by any name that they share.
        var groups = new List<List<string>>();
        var groupOf = new Dictionary<string, List<string>>();
        foreach (var row in ReferenceTable.Read("OpenUpr.Search.Data.synonyms.csv"))
        {
            var (term, equivalent) = (row["term"], row["equivalent"]);
            var group = groupOf.GetValueOrDefault(Key(term)) ?? groupOf.GetValueOrDefault(Key(equivalent));
            if (group is null)
            {
                groups.Add(group = []);
            }

            foreach (var name in new[] { term, equivalent }.Where(n => groupOf.TryAdd(Key(n), group)))
            {
                group.Add(name);
            }
        }

        return [.. groups.Where(g => g.Count > 1).Select(g =>
        {
            // Of an abbreviation and what it stands for the latter is read; of two spellings the first of the list.
            var first = g.Any(n => n.Split(' ').Any(IsAbbreviation)) ? g.MaxBy(n => n.Length)! : g[0];
            return new NamesOfOne(Stems(first), [.. g.Select(Stems)], false);
        })];
    }

    private static bool IsAbbreviation(string word) => word.Count(char.IsUpper) > 1 || word.Any(char.IsAsciiDigit);

    private static string Key(string name) => string.Join(' ', Stems(name));

    private static List<string> Stems(string name) => [.. Tokenizer.Words(name).Select(w => Porter.Stem(w))];
}
