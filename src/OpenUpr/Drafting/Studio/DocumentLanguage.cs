using System.Text.RegularExpressions;
using OpenUpr.Reviews;

namespace OpenUpr.Drafting.Studio;

/// <summary>What a document's language asks of its file and what the program itself writes into it (Data/studio-languages.csv).</summary>
/// <param name="Tag">With a country, as Word names the language for spelling: "en-GB".</param>
/// <param name="IsRightToLeft">True for scripts that are written so.</param>
/// <param name="Contents">The heading above a table of contents.</param>
/// <param name="Notes">The heading above endnotes.</param>
public sealed partial record DocumentLanguage(string Tag, bool IsRightToLeft, string Contents, string Notes)
{
    private const string Fallback = "en";

    private static readonly Dictionary<string, (DocumentLanguage Language, bool HasWords)> s_all = Rows();

    /// <summary>By a tag such as "en", "en-US" or "ar"; one that is not known keeps its tag, is written from left to right, and has English headings.</summary>
    public static DocumentLanguage Of(string language)
    {
        var english = s_all[Fallback].Language;
        var known = s_all.GetValueOrDefault(language.Split('-')[0].ToLowerInvariant());
        var tag = TagForm().IsMatch(language) ? language : english.Tag;
        return known.Language is not { } row ? english with { Tag = tag }
            : row with { Tag = tag.Contains('-', StringComparison.Ordinal) ? tag : row.Tag, Contents = known.HasWords ? row.Contents : english.Contents, Notes = known.HasWords ? row.Notes : english.Notes };
    }

    private static Dictionary<string, (DocumentLanguage, bool)> Rows() => ReferenceTable.Read("OpenUpr.Drafting.Studio.Data.studio-languages.csv").ToDictionary(
        r => r["language"], r => (new DocumentLanguage(r["tag"], r["direction"] == "rtl", r["contents"], r["notes"]), r["contents"].Length > 0), StringComparer.Ordinal);

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex TagForm();
}
