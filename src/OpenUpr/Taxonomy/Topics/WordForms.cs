namespace OpenUpr.Taxonomy.Topics;

/// <summary>Singular and plural of English words, as far as phrases of the topics need them.</summary>
internal static class WordForms
{
    private static readonly string[] s_one = ["child", "woman", "man"];
    private static readonly string[] s_many = ["children", "women", "men"];

    /// <summary>"disability" of "disabilities", "law" of "laws"; a word that is no plural as it is.</summary>
    public static string Singular(string word) =>
        Array.IndexOf(s_many, word) is >= 0 and var irregular ? s_one[irregular] : (word.Length < 4 || word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal) || word.EndsWith("is", StringComparison.Ordinal) ? word
        : word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
        : word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) ? word[..^2]
        : word.EndsWith('s') ? word[..^1]
        : word);

    /// <summary>The plural that no rule makes; null where a rule does.</summary>
    public static string? Irregular(string singular) => Array.IndexOf(s_one, singular) is >= 0 and var irregular ? s_many[irregular] : null;
}
