using OpenUpr.Reviews;
using OpenUpr.Search.Text;

namespace OpenUpr.Search.Similar;

/// <summary>Names of one thing, as runs of stems; the first is the one that stands for all.</summary>
internal sealed record NamesOfOne(IReadOnlyList<IReadOnlyList<string>> Names)
{
    /// <summary>True for spellings of one word, which need no name beside themselves.</summary>
    public bool IsSpelling => Names.All(n => n.Count == 1) && Names[0].Count == 1 && !IsAbbreviation;

    /// <summary>True where some name is an abbreviation: capitals only.</summary>
    public bool IsAbbreviation { get; init; }
}

/// <summary>
/// Which names mean the same when texts are compared: instruments and bodies by any of their names, and spellings. A name that belongs to two
/// things (a convention and its committee share an abbreviation) means the first.
/// </summary>
internal static class SameMeaning
{
    private static readonly Lazy<IReadOnlyList<NamesOfOne>> s_all = new(Read);

    public static IReadOnlyList<NamesOfOne> All => s_all.Value;

    private static List<NamesOfOne> Read()
    {
        // Rows of one thing are joined by any name that they share.
        var groups = new List<List<string>>();
        var groupOf = new Dictionary<string, List<string>>();
        foreach (var row in ReferenceTable.Read("OpenUpr.Search.Data.synonyms.csv"))
        {
            Join(row["term"], row["equivalent"], groups, groupOf);
        }

        return [.. groups.Where(g => g.Count > 1).Select(Of)];
    }

    private static void Join(string term, string equivalent, List<List<string>> groups, Dictionary<string, List<string>> groupOf)
    {
        var (first, second) = (groupOf.GetValueOrDefault(Key(term)), groupOf.GetValueOrDefault(Key(equivalent)));
        var group = first ?? second;
        if (group is null)
        {
            groups.Add(group = []);
        }

        foreach (var name in new[] { term, equivalent }.Where(n => !groupOf.ContainsKey(Key(n))))
        {
            group.Add(name);
            groupOf.Add(Key(name), group);
        }
    }

    private static NamesOfOne Of(List<string> names) =>
        new([.. names.OrderByDescending(n => n.Length).Select(Stems)]) { IsAbbreviation = names.Any(n => n.Length > 1 && n.All(c => !char.IsLower(c))) };

    private static string Key(string name) => string.Join(' ', Stems(name));

    public static IReadOnlyList<string> Stems(string name) => [.. Tokenizer.Words(name).Select(w => Porter.Stem(w))];
}
