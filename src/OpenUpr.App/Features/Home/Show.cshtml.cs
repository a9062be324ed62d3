using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Home;

[Access(AccessAttribute.Public, "/")]
public sealed class ShowModel(Store store, LiveIndex live, Labels labels, TimeProvider time) : PageModel
{
    /// <summary>Sessions to come that the page names.</summary>
    private const int Upcoming = 2;

    public sealed record NextSession(Session Session, IReadOnlyList<ReviewSlot> Reviews, IReadOnlyList<Deadline> Deadlines);

    public SearchResult All { get; private set; } = null!;

    public int Supported => Values("response").FirstOrDefault(v => v.Value == "supported")?.Count ?? 0;

    public int StatesReviewed => Values("sur").Count(v => v.Count > 0);

    public int SessionsCovered => Values("session").Count(v => v.Count > 0);

    public IReadOnlyList<NextSession> Next { get; private set; } = [];

    /// <summary>The States whose reviews come next, as examples to begin with: no State is picked for what was said of it.</summary>
    public IReadOnlyList<string> Examples => [.. Next.SelectMany(n => n.Reviews).Select(r => r.Iso3).Take(3)];

    public Labels Labels => labels;

    public void OnGet()
    {
        All = live.Current.Run(SearchQuery.Everything, new SearchPage(Limit: 0));
        var today = Geneva.Today(time);
        var reference = store.Reference;
        Next = [.. reference.Sessions.Where(s => s.End >= today).OrderBy(s => s.Start).Take(Upcoming).Select(s => new NextSession(
            s,
            [.. reference.ReviewSlots.Where(r => r.Session == s.Number).OrderBy(r => r.Position ?? int.MaxValue).ThenBy(r => labels.State(r.Iso3), StringComparer.CurrentCulture)],
            [.. reference.Deadlines.Where(d => d.Session == s.Number && d.Date >= today).OrderBy(d => d.Date)]))];
    }

    private IReadOnlyList<FacetValue> Values(string field) => All.Facets.FirstOrDefault(f => f.Field == field)?.Values ?? [];
}
