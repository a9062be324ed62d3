using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Features.Recommendations;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Search;
using OpenUpr.Search.Passages;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Documents;

/// <summary>With words: the paragraphs that hold them. Without: the papers themselves.</summary>
[Access(AccessAttribute.Public, SearchModel.Address)]
public sealed class SearchModel(Store store, LivePassages live, Labels labels) : PageModel
{
    public const string Address = "/documents";

    /// <summary>Rows of a page.</summary>
    public const int Size = 20;

    public SearchRequest Asked { get; private set; } = null!;

    /// <summary>Null when the search was not understood; <see cref="Problems"/> then says why.</summary>
    public PassageQuery? Query { get; private set; }

    public IReadOnlyList<QueryProblem> Problems { get; private set; } = [];

    public PassageResult Result { get; private set; } = null!;

    public IReadOnlyList<PassageRow> Rows { get; private set; } = [];

    /// <summary>The papers of this page, where papers are listed.</summary>
    public IReadOnlyList<PassageDocument> Papers { get; private set; } = [];

    public IReadOnlyList<FacetView> Facets { get; private set; } = [];

    /// <summary>Papers or paragraphs found, whichever is shown.</summary>
    public int Total { get; private set; }

    public bool ListsPapers { get; private set; }

    /// <summary>True while no paper is stored: then no search is to blame.</summary>
    public bool IsEmptyStore { get; private set; }

    public bool IsDemo => store.World == Reviews.World.Demo;

    public Labels Labels => labels;

    public int Pages => Math.Max(1, (Total + Size - 1) / Size);

    public bool PastTheEnd => Asked.Page > Pages;

    /// <summary>The words as they stand in the box: what was typed, without the filters that became boxes of their own.</summary>
    public string Box => Query is null ? Asked.Text : Query.Fields().FirstOrDefault(f => f.Key == "q").Value ?? "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Asked = SearchRequest.Read(Request.Query);
        if (Asked.Refusal is { } refusal)
        {
            HttpContext.Features.Set(new Problem(refusal));
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        var parsed = PassageParser.Parse(Asked.Text, Asked.Filters, store.Reference);
        (Query, Problems) = (parsed.Query, parsed.Problems);
        if (Query is null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await FindAsync(Query, await live.CurrentAsync(cancel), cancel);
        if (PastTheEnd)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return Page();
    }

    public string Link(int page = 1) => SearchLink.ToFields(Query!.Fields().Append(new("page", page == 1 ? "" : $"{page}")), Address);

    private async Task FindAsync(PassageQuery query, PassageIndex index, CancellationToken cancel)
    {
        IsEmptyStore = index.Documents.Count == 0;
        ListsPapers = query.Words.Expression is null && query.States.Count + query.Submitters.Count == 0;
        var offset = (int)Math.Min((long)(Asked.Page - 1) * Size, int.MaxValue - Size);
        Result = index.Run(query, offset, ListsPapers ? 0 : Size);
        Facets = DocumentFacets.Of(Result.Facets, labels);
        if (ListsPapers)
        {
            var papers = index.Documents.Where(d => DocumentFacets.Passes(d, query)).ToList();
            (Total, Papers) = (papers.Count, [.. papers.Skip(offset).Take(Size)]);
        }
        else
        {
            Total = Result.Total;
            Rows = await PassageRows.StreamAsync(store, index, Result.Ids, cancel).ToListAsync(cancel);
        }
    }
}
