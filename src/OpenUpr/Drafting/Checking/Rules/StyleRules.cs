using OpenUpr.Taxonomy.Smart;

namespace OpenUpr.Drafting.Checking.Rules;

/// <summary>Words: emotive ones, and recommendations that cannot be checked.</summary>
internal static class StyleRules
{
    /// <summary>Recommendations that are read; no paper should have more.</summary>
    private const int MostRecommendations = 100;

    public static IEnumerable<CheckHit> Emotive(CheckSubject subject) =>
        from paragraph in subject.In(DocumentZone.Body)
        from place in PhraseList.Places("emotive", paragraph.Text.Text)
        where !IsQuoted(paragraph.Text.Text, place.Start)
        select new CheckHit(paragraph.Index, Around(paragraph.Text.Text, place), paragraph.Text.Text.Substring(place.Start, place.Length));

    public static IEnumerable<CheckHit> NotSmart(CheckSubject subject)
    {
        foreach (var (index, text) in subject.Language == "en" ? Asks.Recommendations(subject).Take(MostRecommendations) : [])
        {
            var review = text.Text.Length <= SmartReview.LongestText ? SmartReview.Of(text.Text, subject.Year) : null;
            if (review is { Problem: null } && review.Findings.Where(f => f.Verdict == SmartVerdict.Fail).Select(f => f.Criterion.ToString()).Distinct().ToList() is { Count: > 0 } criteria)
            {
                yield return new CheckHit(index, text.Text, string.Join(' ', criteria));
            }
        }
    }

    /// <summary>Others' words may be strong.</summary>
    private static bool IsQuoted(string text, int at)
    {
        var before = text.AsSpan(0, at);
        return before.Count('“') > before.Count('”') || before.Count('«') > before.Count('»') || before.Count('"') % 2 == 1;
    }

    private static string Around(string text, (int Start, int Length) place)
    {
        const int Side = 50;
        var start = text.LastIndexOf(' ', Math.Max(0, place.Start - Side)) + 1;
        start = place.Start < Side ? 0 : start;
        var end = Math.Min(text.Length, place.Start + place.Length + Side);
        end = end == text.Length ? end : Math.Max(place.Start + place.Length, text.LastIndexOf(' ', end));
        return (start > 0 ? "… " : "") + text[start..end] + (end < text.Length ? " …" : "");
    }
}
