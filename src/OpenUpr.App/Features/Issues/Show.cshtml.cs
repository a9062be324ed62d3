using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;
using OpenUpr.Taxonomy;

namespace OpenUpr.App.Features.Issues;

[Access(AccessAttribute.Public, "/issues/womens-rights")]
public sealed class ShowModel(LiveIndex live, Labels labels) : PageModel
{
    /// <summary>States that a list shows; the search behind it has all.</summary>
    public const int Shown = 15;

    public IssueProfile Profile { get; private set; } = null!;

    public Labels Labels => labels;

    public string Slug => Profile.Issue.Slug;

    public CountLine All => new(Profile.Issue.Name, null, Profile.Total, [("issue", Slug)]);

    public IReadOnlyList<CountLine> Cycles => [.. Trend(Profile.Cycles, Profile.AllCycles), All with { Label = Words.State_AllCycles, IsTotal = true, Note = Part(ReviewsWords.Issue_PartOfAll, Profile.Total, Profile.All) }];

    public IReadOnlyList<CountLine> Sessions => Trend(Profile.Sessions, Profile.AllSessions);

    /// <summary>States on one side of the issue, most recommendations first.</summary>
    public IReadOnlyList<CountLine> Top(StatisticTable table) => CountLines.Of(table.By, table.Ranked(labels).Take(Shown), labels, ("issue", Slug));

    public IActionResult OnGet(string slug)
    {
        // In capitals or by its name: the reader meant an issue that there is.
        if ((IssueList.Current.Find(slug) ?? IssueList.Current.Find(slug.ToLowerInvariant())) is { } issue)
        {
            Profile = IssueProfile.Read(live.Current, issue);
            return slug == Slug ? Page() : RedirectPermanent($"/issues/{Slug}");
        }

        HttpContext.Features.Set(new Problem(Numbers.Fill(ReviewsWords.Error_NoIssue, slug)));
        return NotFound();
    }

    /// <summary>The issue's rows in the order of time, each beside everything that was made then.</summary>
    private List<CountLine> Trend(StatisticTable own, StatisticTable all) =>
        [.. CountLines.Of(own.By, own.InOrder(), labels, ("issue", Slug)).Select(l => l with { Note = Part(ReviewsWords.Issue_PartOf, l.Row!, all.Find(l.Row!.Key)!) })];

    private static string Part(string words, StatisticRow own, StatisticRow all) => Numbers.Fill(words, Numbers.Share(own.Count, all.Count), Numbers.Count(all.Count));
}
