using System.Globalization;
using System.Net.Mime;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenUpr.App.Cli.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Export;
using OpenUpr.FollowUp.Outcomes;
using OpenUpr.FollowUp.Publications;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Implementation;

/// <summary>A judgement in the files for programs: who says it of what, and where it is shown.</summary>
internal sealed record ImplementationItem(
    string State, int Session, int? Cycle, string? Number, string Text, string? Position, IReadOnlyList<string> Issues, IReadOnlyList<string> States, string Publication, string Assessor, string? Judge, string Value, string Light, DateOnly On, string Explanation,
    string? Regression, string? Effect, IReadOnlyList<string> Evidence, string Address, string? Source);

/// <summary>Public judgements as CSV and JSON, and the signed file of one publication.</summary>
internal static class ImplementationFiles
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static void MapImplementation(this IEndpointRouteBuilder routes)
    {
        string[] read = [HttpMethods.Get, HttpMethods.Head];
        routes.MapMethods("/implementation.json", read, (RequestDelegate)JsonAsync).WithMetadata(new AccessAttribute(AccessAttribute.Public, "/implementation.json"));
        routes.MapMethods("/implementation.csv", read, (RequestDelegate)CsvAsync).WithMetadata(new AccessAttribute(AccessAttribute.Public, "/implementation.csv"));
        routes.MapMethods("/outcomes/{name:maxlength(60)}/signed.json", read, SignedAsync).WithMetadata(new AccessAttribute(AccessAttribute.Public, "/outcomes/islands-outcome/signed.json"));
    }

    public static PublicationFilter Read(IQueryCollection query)
    {
        string? Of(string name) => query[name].ToString() is { Length: > 0 and <= 200 } value ? value : null;
        return new PublicationFilter(Of("sur")?.ToUpperInvariant(), Of("issue"), int.TryParse(Of("cycle"), NumberStyles.None, CultureInfo.InvariantCulture, out var cycle) ? cycle : null, Of("light"));
    }

    public static string Write(string path, PublicationFilter filter)
    {
        var parts = new (string Name, string? Value)[] { ("sur", filter.State), ("issue", filter.Issue), ("cycle", filter.Cycle?.ToString(CultureInfo.InvariantCulture)), ("light", filter.Light) }
            .Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}");
        return string.Join('?', new[] { path, string.Join('&', parts) }.Where(p => p.Length > 0));
    }

    /// <summary>The publications that pass with their rows that do; those without any are left out.</summary>
    public static IReadOnlyList<(Publication Publication, IReadOnlyList<PublicRow> Rows)> Choose(IReadOnlyList<Publication> all, PublicationFilter filter) =>
        [.. all.Where(filter.Passes).Select(p => (p, (IReadOnlyList<PublicRow>)[.. p.Content.Rows.Where(filter.Passes)])).Where(p => p.Item2.Count > 0)];

    private static async Task JsonAsync(HttpContext context)
    {
        var items = await ItemsAsync(context);
        context.Response.ContentType = MediaTypeNames.Application.Json;
        await JsonSerializer.SerializeAsync(context.Response.Body, items, s_json, context.RequestAborted);
    }

    private static async Task CsvAsync(HttpContext context)
    {
        var items = await ItemsAsync(context);
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=implementation.csv";
        string[] columns = ["state", "session", "cycle", "number", "text", "position", "issues", "made_by", "publication", "assessor", "judge", "value", "light", "on", "explanation", "regression", "effect", "evidence", "address", "source"];
        await PlainRows.WriteAsync(
            context.Response.Body, columns,
            items.Select(i => (IReadOnlyList<object?>)[
                i.State, i.Session, i.Cycle, i.Number, i.Text, i.Position, string.Join("; ", i.Issues), string.Join("; ", i.States), i.Publication, i.Assessor, i.Judge, i.Value, i.Light,
                i.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), i.Explanation, i.Regression, i.Effect, string.Join("; ", i.Evidence), i.Address, i.Source]),
            ExportFormat.Csv, width: 0);
    }

    private static async Task<IReadOnlyList<ImplementationItem>> ItemsAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var store = context.RequestServices.GetRequiredService<Store>();
        var root = $"{context.Request.Scheme}://{context.Request.Host}";
        return [.. from found in Choose(await Publications.ReadAsync(store, context.RequestAborted), Read(context.Request.Query))
                   let p = found.Publication
                   from row in found.Rows
                   from said in row.Judgements
                   select new ImplementationItem(
                       p.Content.State, p.Content.Session, p.Cycle, row.Number, row.Text, row.Position, row.Issues, row.States, p.Content.Title, p.Content.Assessor!, said.By ?? (said.IsMember ? "member" : null), said.Value, said.Light, said.On,
                       said.Explanation, said.Regression, said.Effect, [.. said.Evidence.Select(e => string.Join(": ", new[] { e.Kind, e.Text, e.Address }.OfType<string>()))], root + ImplementationListModel.Address(p), p.Source)];
    }

    private static async Task SignedAsync(HttpContext context, string name, Rooms rooms)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (await Publications.WriteAsync(rooms, name, context.RequestAborted) is not { } file)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = MediaTypeNames.Application.Json;
        context.Response.Headers.ContentDisposition = $"attachment; filename={name}.openupr.json";
        await context.Response.Body.WriteAsync(file, context.RequestAborted);
    }
}
