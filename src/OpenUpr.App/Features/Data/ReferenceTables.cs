using System.Text;
using Microsoft.Net.Http.Headers;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Data;

/// <summary>The reference data as files: what the site knows about States, sessions and deadlines, to check and to reuse.</summary>
public static class ReferenceTables
{
    public static string Address(string table) => $"/data/{table}.csv";

    public static void MapReferenceTables(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/data/{table}.csv", [HttpMethods.Get, HttpMethods.Head], SendAsync).WithMetadata(new AccessAttribute(AccessAttribute.Public, Address("states")));

    private static async Task SendAsync(string table, HttpContext context, Store store)
    {
        if (ReferenceFiles.Read(store.World, table) is not { } content)
        {
            await Problem.WriteAsync(context, StatusCodes.Status404NotFound, Numbers.Fill(GuideWords.Table_Unknown, table, string.Join(", ", ReferenceFiles.Names)));
            return;
        }

        // The mark by which Excel knows UTF-8, as in the other .csv files of the site.
        var body = context.Request.Query["bom"] == "no" ? content : [.. Encoding.UTF8.Preamble, .. content];
        var name = $"openupr{(store.World == World.Demo ? "-fictional" : "")}-{table}.csv";
        await Results.Bytes(body, "text/csv; charset=utf-8", name, entityTag: new EntityTagHeaderValue($"\"{Assets.Fingerprint(body)}\"", isWeak: true)).ExecuteAsync(context);
    }
}
