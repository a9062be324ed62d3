using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.States;

[Access(AccessAttribute.Public, "/states")]
public sealed class ListModel(Store store, LiveIndex live, Labels labels) : PageModel
{
    /// <summary>One State with its numbers, in pairs.</summary>
    public sealed record Line(string Iso3, string Name, string? Group, int Received, int Made);

    /// <summary>The regional group asked for; null for all States.</summary>
    public string? Region { get; private set; }

    public IReadOnlyList<RegionalGroup> Regions => store.Reference.RegionalGroups;

    public IReadOnlyList<IGrouping<string, Line>> Letters { get; private set; } = [];

    public int Count { get; private set; }

    public IActionResult OnGet(string? region)
    {
        if (!string.IsNullOrEmpty(region))
        {
            Region = Regions.FirstOrDefault(g => g.Code.Equals(region, StringComparison.OrdinalIgnoreCase))?.Code;
            if (Region is null)
            {
                HttpContext.Features.Set(new Problem(Numbers.Fill(Words.Error_NoRegion, region, string.Join(", ", Regions.Select(r => r.Code)))));
                return NotFound();
            }
        }

        var facets = live.Current.Run(SearchQuery.Everything, new SearchPage(Limit: 0)).Facets;
        var (received, made) = (CountsOf(facets, "sur"), CountsOf(facets, "rs"));
        var lines = store.Reference.States
            .Select(s => new Line(s.Iso3, labels.State(s.Iso3), store.Reference.GroupOf(s.Iso3), received.GetValueOrDefault(s.Iso3), made.GetValueOrDefault(s.Iso3)))
            .Where(l => Region is null || l.Group == Region)
            .OrderBy(l => StateNames.Key(l.Name), StringComparer.Ordinal)
            .ToList();
        Count = lines.Count;
        Letters = [.. lines.GroupBy(l => StateNames.Key(l.Name)[..1].ToUpperInvariant())];
        return Page();
    }

    private static Dictionary<string, int> CountsOf(IReadOnlyList<Facet> facets, string field) =>
        facets.FirstOrDefault(f => f.Field == field)?.Values.ToDictionary(v => v.Value, v => v.Count) ?? [];
}
