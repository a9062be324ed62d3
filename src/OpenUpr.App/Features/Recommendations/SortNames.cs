using OpenUpr.App.Resources;
using OpenUpr.Search;

namespace OpenUpr.App.Features.Recommendations;

/// <summary>The orders of a result by the names that addresses use.</summary>
public static class SortNames
{
    /// <summary>In the order of the page's list.</summary>
    public static IReadOnlyList<(string Name, SortBy Sort)> All { get; } =
    [
        ("relevance", SortBy.Relevance),
        ("newest", SortBy.NewestSession),
        ("oldest", SortBy.OldestSession),
        ("sur", SortBy.StateUnderReview),
        ("rs", SortBy.RecommendingState),
        ("position", SortBy.Position),
        ("action", SortBy.Action),
        ("issue", SortBy.Issue),
        ("id", SortBy.Id),
    ];

    public static string NameOf(SortBy sort) => All.First(s => s.Sort == sort).Name;

    public static SortBy? Find(string name)
    {
        foreach (var (known, sort) in All)
        {
            if (known.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return sort;
            }
        }

        return null;
    }

    public static string Label(SortBy sort) => sort switch
    {
        SortBy.Relevance => Words.Sort_Relevance,
        SortBy.NewestSession => Words.Sort_Newest,
        SortBy.OldestSession => Words.Sort_Oldest,
        SortBy.StateUnderReview => Words.Sort_Sur,
        SortBy.RecommendingState => Words.Sort_Rs,
        SortBy.Position => Words.Sort_Position,
        SortBy.Action => Words.Sort_Action,
        SortBy.Issue => Words.Sort_Issue,
        _ => Words.Sort_Id,
    };
}
