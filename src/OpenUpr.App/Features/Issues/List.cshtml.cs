using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;

namespace OpenUpr.App.Features.Issues;

[Access(AccessAttribute.Public, "/issues")]
public sealed class ListModel(LiveIndex live) : PageModel
{
    public IssueTable Table { get; private set; } = null!;

    /// <summary>The two newest cycles of the collection, between which growth is shown; null when it holds fewer.</summary>
    public (StatisticRow Before, StatisticRow Now)? Newest => Table.Cycles is [.., var before, var now] ? (before, now) : null;

    public void OnGet() => Table = IssueTable.Read(live.Current);

    /// <summary>How an issue's share of a cycle changed between the two newest cycles.</summary>
    public string Growth(IssueLine line)
    {
        var (before, now) = Newest!.Value;
        var (was, became) = (100.0 * line.ByCycle[^2] / before.Count, 100.0 * line.ByCycle[^1] / now.Count);
        return (became - was).ToString(ReviewsWords.Points_Format, System.Globalization.CultureInfo.CurrentCulture);
    }
}
