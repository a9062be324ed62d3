using OpenUpr.App.Features.Recommendations;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Export;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Statistics;

/// <summary>A statistic as a file: the same address as the page with an ending.</summary>
public static class StatisticsExports
{
    public const string Page = "/statistics";

    public static void MapStatisticsExports(this IEndpointRouteBuilder routes)
    {
        foreach (var format in Enum.GetValues<ExportFormat>())
        {
            var path = Page + format.Extension();
            routes.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], (HttpContext context, Store store, LiveIndex live, TimeProvider time) => SendAsync(format, context, store, live, time))
                .WithMetadata(new AccessAttribute(AccessAttribute.Public, path + "?by=issue"));
        }
    }

    private static async Task SendAsync(ExportFormat format, HttpContext context, Store store, LiveIndex live, TimeProvider time)
    {
        var asked = StatisticsExportRequest.Read(context.Request.Query);
        var parsed = asked.Refusal is null ? QueryParser.Parse(asked.Search.Text, asked.Search.Filters, store.Reference) : null;
        if (parsed?.Query is not { } query)
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, asked.Refusal ?? string.Join(' ', parsed!.Problems.Select(p => p.Message)));
            return;
        }

        var now = time.GetUtcNow();
        context.Response.ContentType = format.MediaType();
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{FileName(store, asked, now, format)}\"";
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        var about = new ExportContext(
            SearchAddress.Typed(query), StatisticExport.Basis(asked.Unit), $"{context.Request.Scheme}://{context.Request.Host}{Address(query, asked)}", now,
            Bom: context.Request.Query["bom"] != "no");
        await (asked.Across is { } across
            ? StatisticExport.WriteAsync(context.Response.Body, store, StatisticMatrix.Read(live.Current, query, asked.By, across, asked.Unit), format, about, context.RequestAborted)
            : StatisticExport.WriteAsync(context.Response.Body, store, StatisticTable.Read(live.Current, query, asked.By, asked.Unit), format, about, context.RequestAborted));
    }

    /// <summary>The page's address; what is as by default is left out.</summary>
    private static string Address(SearchQuery query, StatisticsExportRequest asked) => SearchLink.ToFields(
        [
            .. SearchAddress.Fields(query),
            new("by", asked.By),
            new("across", asked.Across ?? ""),
            new("unit", asked.Unit == CountUnit.Pairs ? "" : StatisticsExportRequest.NameOf(asked.Unit)),
        ],
        Page);

    private static string FileName(Store store, StatisticsExportRequest asked, DateTimeOffset now, ExportFormat format) =>
        $"openupr{(store.World == Reviews.World.Demo ? "-fictional" : "")}-statistics-{asked.By}{(asked.Across is { } across ? $"-{across}" : "")}-{now.UtcDateTime:yyyy-MM-dd}{format.Extension()}";
}
