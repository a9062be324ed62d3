using System.Collections.Frozen;
using System.Globalization;
using OpenUpr.Reviews;

namespace OpenUpr.Drafting.Studio;

/// <summary>The sentences in which facts are put into a document, in its own language (Data/filling-words.csv). They are text of the document, not of the pages around it.</summary>
internal sealed class FillingWords
{
    private static readonly FrozenDictionary<(string Language, string Key), string> s_all =
        (from row in ReferenceTable.Read("OpenUpr.Drafting.Studio.Data.filling-words.csv").ToList()
         from language in StudioOutlines.Languages
         select ((language, row["key"]), row[language])).ToFrozenDictionary(w => w.Item1, w => w.Item2);

    private readonly CultureInfo _culture;

    /// <param name="language">Tag; English where we have no sentences in it.</param>
    public FillingWords(string language)
    {
        var main = language.Split('-')[0].ToLowerInvariant();
        Language = StudioOutlines.Languages.Contains(main) ? main : "en";
        _culture = CultureInfo.GetCultureInfo(Language);
    }

    /// <summary>en, fr or es.</summary>
    public string Language { get; }

    /// <summary>A sentence with its values. Words of others are put on one line, so that none of their signs becomes a mark of <see cref="StudioText"/>.</summary>
    public string Say(string key, params ReadOnlySpan<object?> values)
    {
        var plain = new object?[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            plain[i] = values[i] is string text ? Plain(text) : values[i];
        }

        return string.Format(_culture, s_all[(Language, key)], plain);
    }

    /// <summary>"Arvenia, Meridia and 3 other States".</summary>
    public string List(IReadOnlyList<string> names, int most = 3)
    {
        List<string> parts = names.Count <= most ? [.. names] : [.. names.Take(most - 1), Say("others", names.Count - most + 1)];
        return parts.Count < 2 ? string.Concat(parts) : string.Join(", ", parts.SkipLast(1)) + Say("and") + parts[^1];
    }

    /// <summary>On one line, without the signs that begin a note or end a recommendation's own full stop twice.</summary>
    public static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("^[", "[", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal);
}
