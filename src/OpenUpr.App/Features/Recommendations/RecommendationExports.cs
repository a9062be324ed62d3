using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Export;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Recommendations;

/// <summary>The current search as a file, every row of it: the same address as the page with an ending.</summary>
public static class RecommendationExports
{
    public static void MapRecommendationExports(this IEndpointRouteBuilder routes)
    {
        foreach (var format in Enum.GetValues<ExportFormat>())
        {
            var path = SearchLink.Page + format.Extension();
            routes.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], (HttpContext context, Store store, LiveIndex live, TimeProvider time) => SendAsync(format, context, store, live, time))
                .WithMetadata(new AccessAttribute(AccessAttribute.Public, path + "?q=detention"));
        }
    }

    private static async Task SendAsync(ExportFormat format, HttpContext context, Store store, LiveIndex live, TimeProvider time)
    {
        var asked = SearchRequest.Read(context.Request.Query);
        var parsed = asked.Refusal is null ? QueryParser.Parse(asked.Text, asked.Filters, store.Reference) : null;
        if (parsed?.Query is not { } query)
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, asked.Refusal ?? string.Join(' ', parsed!.Problems.Select(p => p.Message)));
            return;
        }

        var address = SearchLink.To(query, asked.Sort);
        var now = time.GetUtcNow();
        context.Response.ContentType = format.MediaType();
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{FileName(store, now, format)}\"";
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        var about = new ExportContext(
            SearchAddress.Typed(query), ExportContext.Pairs, $"{context.Request.Scheme}://{context.Request.Host}{address}", now, Bom: context.Request.Query["bom"] != "no") { Labels = query.Labels };
        await RecommendationExport.WriteAsync(context.Response.Body, store, live.Current.AllIds(query, asked.Sort), format, about, context.RequestAborted);
    }

    private static string FileName(Store store, DateTimeOffset now, ExportFormat format) =>
        $"openupr{(store.World == Reviews.World.Demo ? "-fictional" : "")}-recommendations-{now.UtcDateTime:yyyy-MM-dd}{format.Extension()}";
}
