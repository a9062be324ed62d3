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
    public static void MapStatisticsExports(this IEndpointRouteBuilder routes)
    {
        foreach (var format in Enum.GetValues<ExportFormat>())
        {
            var path = StatisticsRequest.Page + format.Extension();
            routes.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], (HttpContext context, Store store, LiveIndex live, TimeProvider time) => SendAsync(format, context, store, live, time))
                .WithMetadata(new AccessAttribute(AccessAttribute.Public, path + "?by=issue"));
        }
    }

    private static async Task SendAsync(ExportFormat format, HttpContext context, Store store, LiveIndex live, TimeProvider time)
    {
        var asked = StatisticsRequest.Read(context.Request.Query);
        var parsed = asked.Refusal is null ? QueryParser.Parse(asked.Search.Text, asked.Search.Filters, store.Reference) : null;
        if (parsed?.Query is not { } query)
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, asked.Refusal ?? string.Join(' ', parsed!.Problems.Select(p => p.Message)));
            return;
        }

        var now = time.GetUtcNow();
        context.Response.ContentType = format.MediaType();
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{FileName(store, asked, now, format.Extension())}\"";
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        var matrix = asked.MatrixFields is var (rows, columns) ? StatisticMatrix.Read(live.Current, query, rows, columns, asked.Unit) : null;
        var table = matrix is null ? StatisticTable.Read(live.Current, query, asked.Field, asked.Unit) : null;
        var about = new ExportContext(
            SearchAddress.Typed(query), StatisticExport.Basis(asked.Unit, matrix?.ByMachine ?? table!.ByMachine), $"{context.Request.Scheme}://{context.Request.Host}{asked.To(query)}", now,
            Bom: context.Request.Query["bom"] != "no");
        await (matrix is not null
            ? StatisticExport.WriteAsync(context.Response.Body, store, matrix, format, about, context.RequestAborted)
            : StatisticExport.WriteAsync(context.Response.Body, store, table!, format, about, context.RequestAborted));
    }

    /// <summary>The name under which a browser keeps the file; the fields are words of the site's own lists, never as typed.</summary>
    public static string FileName(Store store, StatisticsRequest asked, DateTimeOffset now, string extension) =>
        $"openupr{(store.World == Reviews.World.Demo ? "-fictional" : "")}-statistics-{asked.By}{(asked.Across is { } across ? $"-{across}" : "")}-{now.UtcDateTime:yyyy-MM-dd}{extension}";
}
