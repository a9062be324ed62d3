using OpenUpr.App.Features.Recommendations;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Statistics;

/// <summary>The chart of a statistic as a file that stands alone: title, basis and source are written in the picture.</summary>
public static class StatisticsPicture
{
    public const string Path = StatisticsRequest.Page + ".svg";

    public static void MapStatisticsPicture(this IEndpointRouteBuilder routes) => routes
        .MapMethods(Path, [HttpMethods.Get, HttpMethods.Head], SendAsync)
        .WithMetadata(new AccessAttribute(AccessAttribute.Public, Path + "?by=issue"));

    private static async Task SendAsync(HttpContext context, Store store, LiveIndex live, Labels labels, DataNote note, TimeProvider time)
    {
        var asked = StatisticsRequest.Read(context.Request.Query);
        var parsed = asked.Refusal is null ? QueryParser.Parse(asked.Search.Text, asked.Search.Filters, store.Reference) : null;
        if (parsed?.Query is not { } query)
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, asked.Refusal ?? string.Join(' ', parsed!.Problems.Select(p => p.Message)));
            return;
        }

        var view = StatisticsView.Read(asked, query, live.Current, store, labels, await note.ReadAsync(context.RequestAborted));
        if (view.Matrix is not null && !view.MatrixFits)
        {
            await Problem.WriteAsync(context, StatusCodes.Status400BadRequest, Numbers.Fill(StatisticsWords.Matrix_TooLarge, view.Matrix.Rows.Count, view.Matrix.Columns.Count));
            return;
        }

        var figure = view.Chart();
        var demo = store.World == World.Demo;
        var address = $"{context.Request.Scheme}://{context.Request.Host}{asked.To(query)}";
        context.Response.ContentType = "image/svg+xml; charset=utf-8";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{StatisticsExports.FileName(store, asked, time.GetUtcNow(), ".svg")}\"";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.WriteAsync(figure.Picture.Standalone(figure.Text, demo ? StatisticsWords.Source_Demo : Numbers.Fill(StatisticsWords.Source, address)), context.RequestAborted);
        }
    }
}
