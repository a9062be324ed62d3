namespace OpenUpr.Taxonomy.Topics;

/// <summary>Singular and plural of English words, as far as phrases of the topics need them.</summary>
internal static class WordForms
{
    private static readonly (string One, string Many)[] _irregular = [("child", "children"), ("woman", "women"), ("man", "men"), ("person", "people")];

    /// <summary>"disability" of "disabilities", "law" of "laws"; a word that is no plural as it is.</summary>
    public static string Singular(string word) =>
        Array.Find(_irregular, f => f.Many == word && f.One != "person").One
        ?? (word.Length < 4 || word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal) || word.EndsWith("is", StringComparison.Ordinal) ? word
        : word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
        : word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) ? word[..^2]
        : word.EndsWith('s') ? word[..^1]
        : word);

    /// <summary>The other forms of a singular that no rule makes.</summary>
    public static IEnumerable<string> Irregular(string singular) => _irregular.Where(f => f.One == singular && singular != "person").Select(f => f.Many);
}
