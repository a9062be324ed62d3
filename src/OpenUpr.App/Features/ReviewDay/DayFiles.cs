using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Planning.ReviewDay;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.ReviewDay;

/// <summary>The day's report as files.</summary>
internal static class DayFiles
{
    private const string Path = "/coalitions/{coalition}/review-day/{id:long:min(1)}/report.";
    private const string Sample = "/coalitions/{coalition}/review-day/1/report.";

    public static void MapDayFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path + "csv", CsvAsync).WithMetadata(new AccessAttribute(AccessAttribute.Observer, Sample + "csv"));
        routes.MapGet(Path + "txt", TextAsync).WithMetadata(new AccessAttribute(AccessAttribute.Observer, Sample + "txt"));
        routes.MapGet(Path + "xlsx", WorkbookAsync).WithMetadata(new AccessAttribute(AccessAttribute.Observer, Sample + "xlsx"));
    }

    private static Task<IResult> CsvAsync(long id, HttpContext context, Store store, Labels labels) => SendAsync(id, context, store, labels, "csv", "text/csv; charset=utf-8", (_, tables) => Task.FromResult(DayFile.Csv(tables[0])));

    private static Task<IResult> TextAsync(long id, HttpContext context, Store store, Labels labels) => SendAsync(id, context, store, labels, "txt", "text/plain; charset=utf-8", (outcome, tables) =>
        Task.FromResult(DayFile.Text(Numbers.Fill(DayWords.Report_Heading, DayText.Title(outcome.Board, labels)), [DayReport.Basis(outcome)], tables)));

    private static Task<IResult> WorkbookAsync(long id, HttpContext context, Store store, Labels labels, TimeProvider time) =>
        SendAsync(id, context, store, labels, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", async (_, tables) =>
        {
            using var file = new MemoryStream();
            await DayFile.WriteWorkbookAsync(file, tables, time.GetUtcNow(), context.RequestAborted);
            return file.ToArray();
        });

    private static async Task<IResult> SendAsync(long id, HttpContext context, Store store, Labels labels, string ending, string type, Func<DayOutcome, IReadOnlyList<DayTable>, Task<byte[]>> write)
    {
        if (await DayOutcomes.ReadAsync(store, context.Access(), id, context.RequestAborted) is not { } outcome)
        {
            return Results.NotFound();
        }

        var content = await write(outcome, DayReport.Tables(outcome, labels));
        context.Response.Headers.ContentDisposition = FormattableString.Invariant($"attachment; filename=\"review-day-{outcome.Board.State.ToLowerInvariant()}-{outcome.Board.Session}.{ending}\"");
        return Results.Bytes(content, type);
    }
}
