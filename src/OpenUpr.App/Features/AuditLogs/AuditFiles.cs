using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.AuditLogs;

/// <summary>The log as a file, by the same filters as its page.</summary>
internal static class AuditFiles
{
    public static void MapAuditFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/coalitions/{coalition}/audit.csv", WriteCsvAsync).WithMetadata(new AccessAttribute(AccessAttribute.Secretariat, "/coalitions/{coalition}/audit.csv"));
        routes.MapGet("/coalitions/{coalition}/audit.jsonl", WriteJsonAsync).WithMetadata(new AccessAttribute(AccessAttribute.Secretariat, "/coalitions/{coalition}/audit.jsonl"));
    }

    private static Task WriteCsvAsync(HttpContext context, Store store) => WriteAsync(context, store, "text/csv; charset=utf-8", "csv");

    private static Task WriteJsonAsync(HttpContext context, Store store) => WriteAsync(context, store, "application/jsonl", "jsonl");

    private static async Task WriteAsync(HttpContext context, Store store, string type, string ending)
    {
        var access = context.Access();
        context.Response.ContentType = type;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{access.Slug}-log.{ending}\"";
        await AuditLog.WriteAsync(store, access, AuditRequest.Read(context.Request.Query), ending == "csv", context.Response.Body, context.RequestAborted);
    }
}
