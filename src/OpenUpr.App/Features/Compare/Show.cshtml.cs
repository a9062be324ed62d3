using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Features.Recommendations;
using OpenUpr.App.Features.Statistics;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Export.Svg;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Compare;

[Access(AccessAttribute.Public, "/compare")]
public sealed class ShowModel(Store store, LiveIndex live, Labels labels, DataNote note) : PageModel
{
    public CompareRequest Asked { get; private set; } = null!;

    public SearchQuery Query { get; private set; } = SearchQuery.Everything;

    /// <summary>Empty until two to five were chosen.</summary>
    public IReadOnlyList<ComparedSide> Sides { get; private set; } = [];

    public IReadOnlyList<Chip> Chips { get; private set; } = [];

    public string Basis { get; private set; } = "";

    public Labels Labels => labels;

    public IEnumerable<string> StateNames => store.Reference.States.Where(s => Asked.Field == "rs" || s.Status == StateStatus.Member).Select(s => labels.State(s.Iso3));

    public IReadOnlyList<int> Cycles => [.. store.Reference.Cycles.Select(c => c.Number)];

    /// <summary>The cycles in which any of those compared has something, in order.</summary>
    public IReadOnlyList<string> CyclesCounted => [.. Sides.SelectMany(s => s.Cycles.Rows).Select(r => r.Key).Distinct().Order(StringComparer.Ordinal)];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Asked = CompareRequest.Read(Request.Query, store.Reference);
        var parsed = QueryParser.Parse(Asked.Search.Text, Asked.Search.Filters, store.Reference);
        if (Asked.Search.Refusal is not null || parsed.Query is not { } query)
        {
            HttpContext.Features.Set(new Problem(Asked.Search.Refusal ?? string.Join(' ', parsed.Problems.Select(p => p.Message))));
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        Query = query;
        Chips = Chip.Filters(query, labels);
        if (Asked.Refusals.Count > 0)
        {
            if (ErrorAnswer.WantsJson(Request))
            {
                HttpContext.Features.Set(new Problem(string.Join(' ', Asked.Refusals)));
                return StatusCode(StatusCodes.Status400BadRequest);
            }

            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (!Asked.IsCanonical(Request.Query))
        {
            return Redirect(Asked.To(query));
        }

        if (!Asked.IsUnfinished)
        {
            await CompareAsync(query, cancel);
        }

        return Page();
    }

    /// <summary>Comparisons to begin with: those of whom there is most to see.</summary>
    public IEnumerable<(string Label, string Address)> Examples()
    {
        foreach (var table in StatisticTable.ReadAll(live.Current, SearchQuery.Everything, ["rs", "issue"]))
        {
            var keys = table.Rows.Select(r => r.Key).Where(k => k != State.Unknown).Take(3).ToList();
            if (keys.Count >= Comparison.Least)
            {
                var example = Asked with { Field = table.By, Keys = keys };
                yield return (string.Join(", ", keys.Select(k => labels.Value(table.By, k))), example.To(SearchQuery.Everything));
            }
        }
    }

    public string Label(string key) => labels.Value(Asked.Field, key);

    /// <summary>The same comparison without one of those compared.</summary>
    public string Without(string key) => Asked.To(Query, [.. Asked.Keys.Where(k => k != key)]);

    public Figure Figure()
    {
        var counted = Sides.Where(s => s.Total.Count > 0).ToList();
        var finding = counted.Count == 0 ? StatisticsWords.Compare_FindingNone : Finding(counted.MinBy(s => s.Total.SupportedShare)!, counted.MaxBy(s => s.Total.SupportedShare)!);
        return new Figure(
            new ChartText(finding, Basis),
            StackedBarChart.Draw([.. Sides.Select(s => StatisticsFigures.Stacked(Label(s.Key), s.Total, s.Total.Count == 0 ? null : SearchLink.To(s.Query)))], StatisticsFigures.Legend));
    }

    private string Finding(ComparedSide least, ComparedSide most) => Numbers.Fill(
        StatisticsWords.Compare_Finding, Numbers.Share(least.Total.Supported, least.Total.Count), Label(least.Key), Numbers.Share(most.Total.Supported, most.Total.Count), Label(most.Key));

    private async Task CompareAsync(SearchQuery query, CancellationToken cancel)
    {
        Sides = Comparison.Read(live.Current, query, Asked.Field, Asked.Keys);
        var asOf = (await note.ReadAsync(cancel)).AsOf;
        Basis = StatisticsWords.Compare_Basis + (asOf is { } day ? $" {Numbers.Fill(Words.Footer_AsOf, Dates.Day(day))}" : "");
    }
}
