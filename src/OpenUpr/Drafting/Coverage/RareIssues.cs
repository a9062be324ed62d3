using OpenUpr.Search;
using OpenUpr.Search.Statistics;
using OpenUpr.Taxonomy;

namespace OpenUpr.Drafting.Coverage;

/// <summary>
/// Issues that are raised too rarely: ideas for questions in advance (Compendium, Part 4, checklist, 2017). The rule is ours: an issue that this State's stakeholders or the UN raise, or
/// that the coalition chose, and that has less than half the share in the recommendations to this State that it has in all, or less than one in a hundred of all.
/// </summary>
public static class RareIssues
{
    /// <summary>Ideas that are shown.</summary>
    public const int Most = 12;

    private const double SmallShare = 0.01, LessThanElsewhere = 0.5;

    /// <summary>Labels that speak of the process or of nothing in particular, and of bodies that a compilation names in nearly every paragraph.</summary>
    private static readonly HashSet<string> s_none =
        [.. new[] { "General", "Other", "UPR process", "Treaty bodies", "Special procedures", "CP rights - general", "ESC rights - general", "Technical assistance and cooperation" }.Select(n => IssueList.Current.Find(n)?.Slug).OfType<string>()];

    /// <summary>Recommendations by issue: to this State and to all.</summary>
    /// <param name="country">Null for none.</param>
    internal static (StatisticTable? Here, StatisticTable Everywhere) Count(SearchIndex index, string? country) =>
        (country is null ? null : StatisticTable.Read(index, new SearchQuery(null, new SearchFilters { Sur = [country] }), StatisticFields.Issue), StatisticTable.Read(index, SearchQuery.Everything, StatisticFields.Issue));

    /// <summary>Whether an issue is raised too rarely.</summary>
    /// <param name="raised">Paragraphs of the compilation and the summary.</param>
    public static bool IsRare(Issue issue, bool isOurs, int raised, int here, int hereOf, int everywhere, int everywhereOf)
    {
        if (s_none.Contains(issue.Slug) || hereOf == 0 || everywhereOf == 0 || !(isOurs || raised > 0))
        {
            return false;
        }

        var (shareHere, shareEverywhere) = ((double)here / hereOf, (double)everywhere / everywhereOf);
        return shareEverywhere < SmallShare || shareHere < shareEverywhere * LessThanElsewhere;
    }
}
