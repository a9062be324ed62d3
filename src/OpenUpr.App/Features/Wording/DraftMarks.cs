using Microsoft.AspNetCore.Html;
using OpenUpr.Taxonomy.Smart;

namespace OpenUpr.App.Features.Wording;

/// <summary>The draft with the words marked that decided a criterion.</summary>
internal static class DraftMarks
{
    /// <summary>Characters of a draft that are shown again; a longer one is read whole, and shown as far as this.</summary>
    private const int MaxShown = 4_000;

    /// <summary>Places that a page marks.</summary>
    private const int MaxMarks = 200;

    public static IHtmlContent Draw(WordingAnswer answer)
    {
        var text = answer.Asked.Draft;
        var (html, at, shown) = (new HtmlContentBuilder(), 0, Math.Min(text.Length, MaxShown));
        var places = answer.Smart.Findings.Where(f => f.Verdict != SmartVerdict.Pass).SelectMany(f => f.Places).Where(p => IsWithin(p, text)).OrderBy(p => p.Start).ThenByDescending(p => p.End);
        foreach (var (start, end) in places.Where(p => p.End <= shown).Take(MaxMarks))
        {
            // Findings may share words; what is marked already is not marked again.
            if (start >= at)
            {
                html.Append(text[at..start]).AppendHtml("<mark>").Append(text[start..end]).AppendHtml("</mark>");
                at = end;
            }
        }

        return html.Append(text[at..shown]).Append(shown < text.Length ? "…" : "");
    }

    /// <summary>The words of a finding, each once.</summary>
    public static IEnumerable<string> Words(string text, SmartFinding finding) =>
        finding.Places.Where(p => IsWithin(p, text)).Select(p => text[p.Start..p.End]).Distinct(StringComparer.OrdinalIgnoreCase).Take(5);

    private static bool IsWithin((int Start, int End) place, string text) => place.Start >= 0 && place.Start < place.End && place.End <= text.Length;
}
