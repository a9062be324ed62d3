using Microsoft.AspNetCore.Html;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Search;

namespace OpenUpr.App.Features.Recommendations;

/// <summary>One line of a result.</summary>
public sealed record ResultView(RecommendationRow Row, SearchQuery Query, Labels Labels)
{
    public IHtmlContent Text => Mark.Matches(Highlighter.Mark(Row.Text, Query));

    /// <summary>The recommending State as a link, or that the source does not name it.</summary>
    public IHtmlContent From() => Row.Rs == Reviews.State.Unknown
        ? new HtmlContentBuilder().Append(Words.State_Unknown)
        : new HtmlContentBuilder().AppendHtml("<a href=\"/states/").Append(Row.Rs).AppendHtml("\">").Append(Labels.State(Row.Rs)).AppendHtml("</a>");

    /// <summary>"1,107 recommendations", "947 voluntary pledges", "34,029 recommendations and pledges".</summary>
    public static string CountOf(int pairs, KindFilter kind) => (kind, pairs) switch
    {
        (KindFilter.Recommendation, _) => Numbers.Of(pairs, CountUnit.Pairs),
        (KindFilter.Pledge, 1) => Words.Count_Pledge,
        (KindFilter.Pledge, _) => Numbers.Fill(Words.Count_Pledges, Numbers.Count(pairs)),
        (_, 1) => Words.Count_OfEither,
        _ => Numbers.Fill(Words.Count_OfBoth, Numbers.Count(pairs)),
    };

    /// <summary>The address of the same search with one word in the place of another.</summary>
    public static string Replaced(SearchModel search, string word, string by)
    {
        var at = search.Box.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        var box = at < 0 ? by : search.Box[..at] + by + search.Box[(at + word.Length)..];
        var fields = SearchAddress.Fields(search.Query!).Where(f => f.Key != "q").Prepend(new("q", box));
        return SearchLink.ToFields(fields, SearchLink.Page);
    }
}
