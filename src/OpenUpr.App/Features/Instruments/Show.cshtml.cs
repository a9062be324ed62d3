using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Features.Recommendations;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Search;
using OpenUpr.Taxonomy.Entities;

namespace OpenUpr.App.Features.Instruments;

[Access(AccessAttribute.Public, "/instruments/cedaw")]
public sealed class ShowModel(LiveIndex live) : PageModel
{
    public Entity Entity { get; private set; } = null!;

    /// <summary>The search for recommendations that name it, by whatever name.</summary>
    public string Search { get; private set; } = "";

    /// <summary>How many that search finds, in pairs.</summary>
    public int Named { get; private set; }

    public IReadOnlyList<string> OtherNames => [.. Entity.Names.Where(n => n != Entity.Name && n != Entity.Abbreviation)];

    /// <summary>What it belongs to and what belongs to it, by kind.</summary>
    public IEnumerable<(string Title, IReadOnlyList<Entity> Entities)> Related => new[]
    {
        (WordingWords.Instrument_Parent, (IReadOnlyList<Entity>)[.. EntityList.Current.All.Where(e => e.Slug == Entity.Parent)]),
        (WordingWords.Instrument_Protocols, Children(EntityKind.Instrument)),
        (WordingWords.Instrument_Watched, Children(EntityKind.TreatyBody)),
        (WordingWords.Instrument_Bodies, [.. Children(EntityKind.SpecialProcedure), .. Children(EntityKind.Body)]),
    }.Where(r => r.Item2.Count > 0);

    public IActionResult OnGet(string slug)
    {
        if (EntityList.Current.FindSlug(slug) is not { } entity)
        {
            HttpContext.Features.Set(new Problem(Numbers.Fill(WordingWords.Error_NoInstrument, slug)));
            return NotFound();
        }

        Entity = entity;
        Search = SearchLink.To(("instrument", entity.Slug));
        Named = live.Current.Run(new SearchQuery(null, new SearchFilters { Instruments = [entity.Slug] }), new SearchPage(Limit: 0, Facets: false, MissingWords: false)).Pairs;
        return Page();
    }

    private IReadOnlyList<Entity> Children(EntityKind kind) => [.. EntityList.Current.All.Where(e => e.Parent == Entity.Slug && e.Kind == kind)];
}
