using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Features.Recommendations;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Statistics;

[Access(AccessAttribute.Public, "/statistics")]
public sealed class ShowModel(Store store, LiveIndex live, Labels labels, DataNote note) : PageModel
{
    public StatisticsRequest Asked { get; private set; } = null!;

    /// <summary>Null when the search was not understood; <see cref="Problems"/> then says why.</summary>
    public StatisticsView? View { get; private set; }

    public IReadOnlyList<ProblemView> Problems { get; private set; } = [];

    public IReadOnlyList<Chip> Chips { get; private set; } = [];

    public Labels Labels => labels;

    public bool IsDemo => store.World == World.Demo;

    public bool IsEmptyStore => live.Current.Count == 0;

    public IReadOnlyList<int> Cycles => [.. store.Reference.Cycles.Select(c => c.Number)];

    /// <summary>The words of the search, without the filters that became chips.</summary>
    public string Typed => SearchAddress.Fields(View!.Query).FirstOrDefault(f => f.Key == "q").Value ?? "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Asked = StatisticsRequest.Read(Request.Query);
        if (Asked.Refusal is { } refusal)
        {
            HttpContext.Features.Set(new Problem(refusal));
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        var parsed = QueryParser.Parse(Asked.Search.Text, Asked.Search.Filters, store.Reference);
        if (parsed.Query is { } query)
        {
            View = StatisticsView.Read(Asked, query, live.Current, store, labels, await note.ReadAsync(cancel));
            Chips = Chip.Filters(query, labels);
            return Page();
        }

        if (ErrorAnswer.WantsJson(Request))
        {
            HttpContext.Features.Set(new Problem(string.Join(' ', parsed.Problems.Select(p => p.Message))));
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        Problems = [.. parsed.Problems.Select(p => ProblemView.Of(p, Asked.Search))];
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>A mended search's address, as an address of this statistic.</summary>
    public string Mended(string address) => StatisticsRequest.Page + address[SearchLink.Page.Length..]
        + (Asked.By == StatisticsRequest.Global ? "" : $"{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}by={Asked.By}");
}
