using OpenUpr.Reviews;

namespace OpenUpr.Drafting.Lists;

/// <summary>A value on the scale of implementation.</summary>
/// <param name="Code">Stays the same whatever the words are.</param>
/// <param name="Light">green, amber, red or none: the three lights that every scale is mapped to.</param>
/// <param name="Score">0, 0.5 or 1 in the implementation index; null where it is not counted.</param>
/// <param name="Source">Where the value comes from.</param>
public sealed record ScaleValue(string Code, string Light, decimal? Score, IReadOnlyDictionary<string, string> Words, string Source)
{
    /// <param name="language">Tag; English where the scale has no words in it.</param>
    public string Word(string language) => Words.GetValueOrDefault(MatrixWording.Main(language)) ?? Words["en"];
}

/// <summary>The scale by which implementation is judged (Data/value-scale.csv): a list and the follow-up of a review share it.</summary>
public static class ValueScale
{
    public static IReadOnlyList<ScaleValue> All { get; } =
        [.. ReferenceTable.Read("OpenUpr.Drafting.Lists.Data.value-scale.csv").ToList().Select(r => new ScaleValue(
            r["code"], r["light"], r["score"] is { Length: > 0 } score ? decimal.Parse(score, System.Globalization.CultureInfo.InvariantCulture) : null,
            MatrixWording.Languages.ToDictionary(l => l, l => r[l]), r["source"]))];

    /// <summary>Null for a code that is none.</summary>
    public static ScaleValue? Find(string? code) => All.FirstOrDefault(v => v.Code == code);

    /// <summary>The value that a text names in any language; null where it names none.</summary>
    public static ScaleValue? ByWord(string? text) => text?.Trim().TrimEnd('.') is { Length: > 0 } word ? All.FirstOrDefault(v => v.Words.Values.Contains(word, StringComparer.OrdinalIgnoreCase)) : null;
}

/// <summary>Words of the list itself in the languages of submissions (Data/matrix-words.csv).</summary>
public static class MatrixWording
{
    public static IReadOnlyList<string> Languages { get; } = ["en", "fr", "es"];

    private static readonly Dictionary<(string Code, string Language), string> s_words =
        (from row in ReferenceTable.Read("OpenUpr.Drafting.Lists.Data.matrix-words.csv").ToList()
         from language in Languages
         select (Key: (row["code"], language), Word: row[language])).ToDictionary(w => w.Key, w => w.Word);

    public static string Of(string code, string language) => s_words[(code, Main(language))];

    /// <summary>True where a line begins with this word in any of the languages.</summary>
    internal static bool Begins(string line, string code, out string rest)
    {
        foreach (var language in Languages)
        {
            if (line.StartsWith(Of(code, language), StringComparison.OrdinalIgnoreCase))
            {
                rest = line[Of(code, language).Length..].Trim();
                return true;
            }
        }

        rest = line;
        return false;
    }

    internal static string Main(string language) => language.Split('-')[0].ToLowerInvariant() is var main && Languages.Contains(main) ? main : "en";
}
