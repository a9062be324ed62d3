using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using OpenUpr.App.Cli.Recommendations;
using OpenUpr.App.Features.Api;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Reviews;

namespace OpenUpr.App.Cli;

/// <summary>Writes docs/api.md from the site's own routes.</summary>
internal static partial class ApiReference
{
    private const string Head = """
        # The API and the addresses of the site

        This page is generated from the site's own operations and routes (`tests/OpenUpr.Tests/Docs`; `openupr routes` prints the routes). A running
        site shows the same at `/api`, with examples that find something, and as an OpenAPI 3.1 document at `/api/v1/openapi.json`.

        {API}
        ## The addresses of the site

        A search has one set of parameters, on the page and on the files: `/recommendations?sur=CUB` becomes a file with
        `/recommendations.jsonl?sur=CUB`, every row of it. [formats.md](formats.md) describes the files. A mistake in a parameter is answered
        with status 400 and says what might have been meant; a file's refusal is JSON (`application/problem+json`).

        | method | path | parameters | access | sample |
        |---|---|---|---|---|

        """;

    private const string Parameters = """

        ## Parameters of a search

        Values of one filter are alternatives, separated by commas or by repeating the parameter; different filters must all hold. Ranges are `13..17`.

        | parameter | meaning |
        |---|---|
        | `q` | The query: words, "phrases", OR, -exclusion, prefix* and fields such as sur:CUB. The site's `/help` teaches it. |

        """;

    public static string Write(IReadOnlyList<RouteRow> routes)
    {
        var page = new StringBuilder(Head.Replace("{API}", ApiChapter(), StringComparison.Ordinal));
        foreach (var route in routes)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"| {route.Method} | `{route.Path}` | {ParametersOf(route.Path)} | {route.Access} | `{route.Sample}` |");
        }

        page.Append(Parameters);
        foreach (var filter in new SearchOptions().Filters)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"| `{filter.Name[2..]}` | {filter.Description} |");
        }

        page.AppendLine(CultureInfo.InvariantCulture, $"| `sort` | {string.Join(", ", Features.Recommendations.SortNames.All.Select(s => s.Name))}. Default: {Features.Recommendations.SortNames.All[0].Name}. |");
        page.AppendLine(CultureInfo.InvariantCulture, $"| `page`, `size` | Page of the result from 1, and rows of a page ({string.Join(", ", Features.Recommendations.SearchLink.Sizes)}). Only on the page. |");
        page.AppendLine("| `open` | The facet that is shown whole. Only on the page. |");
        page.AppendLine(CultureInfo.InvariantCulture, $"| `by`, `across` | Only in statistics: what is counted, and a second field for a matrix. Fields: {string.Join(", ", Search.Statistics.StatisticFields.All)}; views: {string.Join(", ", Features.Statistics.StatisticsRequest.Views)}. Default: {Features.Statistics.StatisticsRequest.Global}, which a file counts by sur. |");
        page.AppendLine("| `unit` | Only in statistics: what a number counts, pairs, texts or paragraphs. Default: pairs. |");
        return page.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>The HTTP API, from the operations that the site answers with.</summary>
    private static string ApiChapter()
    {
        var reference = ReferenceData.Load(World.UnitedNations);
        var page = new StringBuilder();
        page.AppendLine("## The HTTP API\n");
        foreach (var name in (string[])["Doc_What", "Doc_Licence", "Doc_Limits", "Doc_Paging", "Doc_Errors", "Doc_Caching"])
        {
            page.AppendLine(ApiText.Of(name)).AppendLine();
        }

        foreach (var operation in ApiCatalogue.Operations(reference))
        {
            AppendOperation(page, operation, ApiParameters.Search(reference));
        }

        page.AppendLine("### Parameters of an API search\n").AppendLine(ApiWords.Page_SearchParametersText).AppendLine();
        AppendParameters(page, ApiParameters.Search(reference));
        return page.ToString();
    }

    private static void AppendOperation(StringBuilder page, ApiOperation operation, IReadOnlyList<ApiParameter> search)
    {
        page.AppendLine(CultureInfo.InvariantCulture, $"### {operation.Summary}\n").AppendLine(CultureInfo.InvariantCulture, $"`{operation.Method} {ApiCatalogue.Root}{operation.Path}`\n");
        page.AppendLine(operation.Description).AppendLine();
        if (operation.IsSearch)
        {
            var (before, behind, names) = operation.SearchParameters(search);
            var list = string.Concat(names.Select((n, i) => $"{(i == 0 ? " " : ", ")}`{n}`"));
            page.AppendLine(CultureInfo.InvariantCulture, $"{before} [{ApiWords.Page_SearchLink}](#parameters-of-an-api-search){behind}{list}.\n");
        }

        AppendParameters(page, operation.Own);
        foreach (var example in operation.Examples)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"    {operation.Curl($"http://localhost:5080{ApiCatalogue.Root}{ApiSamples.OfDocs.Fill(example)}")}");
        }

        page.AppendLine();
    }

    private static void AppendParameters(StringBuilder page, IEnumerable<ApiParameter> parameters)
    {
        var rows = parameters.Select(p => string.Create(CultureInfo.InvariantCulture, $"| `{p.Name}` | {p.Description} {ShowModel.Values(p)} |")).ToList();
        if (rows.Count > 0)
        {
            page.AppendLine("| parameter | meaning |\n|---|---|").AppendJoin('\n', rows).AppendLine("\n");
        }
    }

    private static string ParametersOf(string path)
    {
        var inPath = PathParameter().Matches(path).Select(m => $"`{m.Groups[1].Value}`");
        var isSearch = path.StartsWith(Features.Recommendations.SearchLink.Page, StringComparison.Ordinal) && !path.Contains('{', StringComparison.Ordinal);
        var isStatistic = path.StartsWith(Features.Statistics.StatisticsRequest.Page, StringComparison.Ordinal);
        return string.Join(", ", isStatistic ? inPath.Append("those of a search, `by`, `across`, `unit`") : isSearch ? inPath.Append("those of a search") : inPath);
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex PathParameter();
}
