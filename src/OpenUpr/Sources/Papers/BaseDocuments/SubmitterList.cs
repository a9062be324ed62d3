using System.Text.RegularExpressions;
using OpenUpr.Sources.Papers.Paragraphs;

namespace OpenUpr.Sources.Papers.BaseDocuments;

/// <summary>
/// The stakeholders that a summary lists in one of its notes, by group: a code, then the name. Papers print them in two columns, so that a name's further lines begin further in.
/// </summary>
internal sealed partial class SubmitterList
{
    private const double Indent = 30;

    /// <summary>Codes of several words ("Broken Chalk") are told by how the notes cite them.</summary>
    private readonly List<string> _cited;

    private readonly List<ReadSubmitter> _found = [];

    private SubmitterList(List<string> cited) => _cited = cited;

    public static IReadOnlyList<ReadSubmitter> Read(Notes notes)
    {
        var list = notes.All.FirstOrDefault(n => Introduction().IsMatch(n.Text));
        if (list is null)
        {
            return [];
        }

        var cited = notes.All.Where(n => n != list).SelectMany(n => Cited().Matches(n.Text).Select(m => m.Groups["code"].Value.Trim())).Distinct().OrderByDescending(c => c.Length).ToList();
        var reader = new SubmitterList(cited);
        reader.ReadLines(list.Lines);
        return [.. reader._found.GroupBy(s => s.Code, StringComparer.Ordinal).Select(g => g.First() with { Name = string.Join("; ", g.Select(s => s.Name.TrimEnd(';', ',', '.', ' ')).Distinct()) })];
    }

    private void ReadLines(IReadOnlyList<PaperLine> lines)
    {
        string? group = null;
        var left = double.NaN;
        foreach (var line in lines.SkipWhile(l => !Group().IsMatch(l.Text)))
        {
            var text = line.Text.Trim();
            var continues = line.Page is not null && !double.IsNaN(left) && line.Left > left + Indent;
            if (!continues && Group().IsMatch(text))
            {
                (group, left) = (text.TrimEnd(':', ' '), double.NaN);
            }
            else if (Attached().Match(text) is { Success: true } attached)
            {
                _found.Add(new ReadSubmitter(attached.Groups["code"].Value, text[attached.Length..].TrimStart(' ', '–', '-'), group));
            }
            else if (!continues && SplitCode(text) is { } entry)
            {
                left = line.Left;
                _found.Add(new ReadSubmitter(entry.Code, entry.Name, group));
            }
            else if (_found.Count > 0 && !Attachments().IsMatch(text))
            {
                _found[^1] = _found[^1] with { Name = $"{_found[^1].Name} {text}" };
            }
        }
    }

    /// <summary>The code in front of a name: the longest that notes cite, else the first word.</summary>
    private (string Code, string Name)? SplitCode(string text)
    {
        var code = _cited.FirstOrDefault(c => text.StartsWith(c + " ", StringComparison.Ordinal)) ?? Code().Match(text).Value.Trim();
        return code.Length == 0 ? null : (code.TrimEnd('*', ':'), text[code.Length..].Trim());
    }

    [GeneratedRegex(@"stakeholders?\s+listed\s+below|parties\s+prenantes\s+(?:ci-après|énumérées|dont\s+la\s+liste)|interesad\w+\s+(?:que\s+figuran|enumerad|indicad|cit)|listed\s+below\s+have\s+contributed", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Introduction();

    [GeneratedRegex(
        @"^(?:civil\s+society|(?:individual|joint)\s+submissions?|national\s+human\s+rights\s+institutions?(?:\(s\))?|regional\s+(?:inter)?governmental\s+organi[sz]ations?(?:\(s\))?|non-governmental\s+organi[sz]ations?|intergovernmental\s+organi[sz]ations?|academi[ac]\w*(?:\s+institutions?)?|(?:other\s+)?stakeholders?|société\s+civile|communications?\s+(?:individuelles?|conjointes?)|institutions?\s+nationales?[\p{L}’' ]*|organisations?\s+(?:intergouvernementales?\s+)?régionales?[\p{L} ]*|sociedad\s+civil|comunicaciones\s+(?:individuales|conjuntas)|instituci(?:ón|ones)\s+nacional(?:es)?[\p{L} ]*|organizaci(?:ón|ones)\s+(?:intergubernamental(?:es)?\s+)?regional(?:es)?[\p{L} ]*)(?:\s*\(?s?\)?)\s*[:*]*\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Group();

    [GeneratedRegex(@"^\((?<code>[\p{Lu}][\p{L}\p{N}/&’' .-]{1,60})\)\s+(?=[\p{L}–-])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Attached();

    [GeneratedRegex(@"^(?:attachments?|annexes?|pièces?\s+jointes?|adjuntos?|anexos?)\s*\(?s?\)?\s*:?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Attachments();

    [GeneratedRegex(@"^[\p{L}\p{N}][^\s,;]{0,40}(?=\s)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?:^|[.;]\s+|\band\s+|\bSee\s+(?:also\s+)?|\bet\s+|\by\s+)(?<code>\p{Lu}[\p{L}\p{N}/&’'-]*(?:\s\p{Lu}[\p{L}\p{N}/&’'-]*){0,4}),?\s+(?:p(?:p|ages?|áginas?)?\.|paras?\b|paragraphs?|párrs?\.)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Cited();
}
