using System.Text;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Sheets;
using OpenUpr.Export;
using OpenUpr.FollowUp.Actions.Sheets;
using Sheets = OpenUpr.FollowUp.Actions.Sheets.ActionSheets;

namespace OpenUpr.App.Features.ActionSheets;

/// <summary>The cells of a sheet that were not taken, each with its place and reason, as a file.</summary>
internal static class LeftCells
{
    public static void MapActionSheets(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/coalitions/{coalition}/follow-up/{id:long:min(1)}/actions/sheet/left.csv", [HttpMethods.Get, HttpMethods.Head], (long id, long? number, HttpContext context, Rooms rooms) => SendAsync(id, number, context, rooms))
            .WithMetadata(new AccessAttribute(AccessAttribute.Contributor, "/coalitions/{coalition}/follow-up/1/actions/sheet/left.csv"));

    public static byte[] Write(IEnumerable<CellLine> cells)
    {
        var text = new StringBuilder("\uFEFF");
        Add(text, ActionSheetWords.Col_Sheet, ActionSheetWords.Col_Cell, ActionSheetWords.Col_Text, ActionSheetWords.Col_Why);
        foreach (var cell in cells)
        {
            Add(text, cell.Sheet, cell.Address, cell.Text, ActionSheetForm.Why(cell));
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Add(StringBuilder text, params IEnumerable<string> cells)
    {
        foreach (var (i, cell) in cells.Index())
        {
            RecommendationCsv.AppendCell(i > 0 ? text.Append(',') : text, cell);
        }

        text.Append("\r\n");
    }

    private static async Task SendAsync(long id, long? number, HttpContext context, Rooms rooms)
    {
        // Without a number it is the list of no sheet.
        if ((number is null ? [] : await SheetUploads.FindOwnAsync<List<CellLine>>(rooms, context.Access(), Sheets.LeftOf(id), number.Value, context.RequestAborted)) is not { } cells)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{context.Access().Slug}-sheet-left.csv\"";
        await context.Response.Body.WriteAsync(Write(cells), context.RequestAborted);
    }
}
