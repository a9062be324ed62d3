using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Features.Documents;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Search.Passages;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Recommendations;

[Access(AccessAttribute.Public, "/recommendations")]
public sealed class SearchModel(Store store, LiveIndex live, LivePassages papers, RowCache rows, Labels labels, FacetViews facetViews) : PageModel
{
    public SearchRequest Asked { get; private set; } = null!;

    /// <summary>Null when the search was not understood; <see cref="Problems"/> then says why.</summary>
    public SearchQuery? Query { get; private set; }

    public IReadOnlyList<ProblemView> Problems { get; private set; } = [];

    public SearchResult Result { get; private set; } = null!;

    public IReadOnlyList<RecommendationRow> Rows { get; private set; } = [];

    public IReadOnlyList<FacetView> Facets { get; private set; } = [];

    public IReadOnlyList<Chip> Chips { get; private set; } = [];

    public IReadOnlyList<WayOut> WaysOut { get; private set; } = [];

    /// <summary>True while nothing was imported: then no search is to blame.</summary>
    public bool IsEmptyStore => live.Current.Count == 0;

    public Labels Labels => labels;

    public int Pages => Math.Max(1, (Result.Pairs + Asked.Size - 1) / Asked.Size);

    public bool PastTheEnd => Asked.Page > Pages;

    /// <summary>The words as they stand in the search box: what was typed, without the filters that became chips.</summary>
    public string Box => Query is null ? Asked.Text : SearchAddress.Fields(Query).FirstOrDefault(f => f.Key == "q").Value ?? "";

    /// <summary>The same words in the papers, and in how many paragraphs they stand; null where they stand in none.</summary>
    public (string Address, int Count)? InPapers { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Asked = SearchRequest.Read(Request.Query);
        if (Asked.Refusal is { } refusal)
        {
            HttpContext.Features.Set(new Problem(refusal));
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        var parsed = QueryParser.Parse(Asked.Text, Asked.Filters, store.Reference);
        if (parsed.Query is not { } query)
        {
            if (ErrorAnswer.WantsJson(Request))
            {
                HttpContext.Features.Set(new Problem(string.Join(' ', parsed.Problems.Select(p => p.Message))));
                return StatusCode(StatusCodes.Status400BadRequest);
            }

            Problems = [.. parsed.Problems.Select(p => ProblemView.Of(p, Asked))];
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await FindAsync(query, cancel);
        return Page();
    }

    /// <summary>The address of this search with one thing changed.</summary>
    public string Link(SearchQuery? query = null, int page = 1, string? open = null, string path = SearchLink.Page) =>
        SearchLink.To(query ?? Query!, Asked.Sort, page, Asked.Size, path, open);

    private async Task FindAsync(SearchQuery query, CancellationToken cancel)
    {
        Query = query;
        var index = live.Current;
        var offset = (int)Math.Min((long)(Asked.Page - 1) * Asked.Size, int.MaxValue);
        Result = index.Run(query, new SearchPage(Asked.Sort, offset, Asked.Size));
        Rows = await rows.ByIdsAsync(Result.Ids, cancel);
        Facets = facetViews.Of(Result.Facets, Asked.Open);
        Chips = Chip.Filters(query, labels);
        InPapers = PapersLink.Of(query, papers.Newest, store.Reference);
        if (Result.Pairs == 0)
        {
            WaysOut = NothingFound.WaysOut(index, query, labels);
        }
        else if (PastTheEnd)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
