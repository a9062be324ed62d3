using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.App.Security;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Operator;

/// <summary>What /health says.</summary>
/// <param name="Status">"ok" or "unavailable".</param>
/// <param name="Reason">In words, when it is not ok; never what the database itself said, which may name hosts and users.</param>
internal sealed record Health(string Status, string? Reason, string Database, long Generation, int Rows);

[JsonSerializable(typeof(Health))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class HealthJson : JsonSerializerContext
{
}

/// <summary>What the operator's own programs ask for: whether the site works, and its counts.</summary>
internal static class OperatorRoutes
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    public static void MapOperator(this IEndpointRouteBuilder routes)
    {
        string[] read = [HttpMethods.Get, HttpMethods.Head];
        routes.MapMethods("/health", read, (RequestDelegate)SendHealthAsync).WithMetadata(new AccessAttribute(AccessAttribute.Public, "/health"));
        routes.MapMethods("/metrics", read, (RequestDelegate)SendMetricsAsync).WithMetadata(new AccessAttribute(AccessAttribute.Operator, "/metrics"));
    }

    private static async Task SendHealthAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var (store, index) = (services.GetRequiredService<Store>(), services.GetRequiredService<LiveIndex>().Current);
        var reason = await ReasonAsync(store, context.RequestAborted);
        var kind = store.Location.PostgresConnection is null ? "sqlite" : "postgresql";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.StatusCode = reason is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        await context.Response.WriteAsJsonAsync(
            new Health(reason is null ? "ok" : "unavailable", reason, kind, index.Generation, index.Count), HealthJson.Default.Health, null, context.RequestAborted);
    }

    /// <summary>Why the store does not answer, or null when it does.</summary>
    private static async Task<string?> ReasonAsync(Store store, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(_patience);
        try
        {
            await using var db = store.Open();
            await db.Settings.AsNoTracking().AnyAsync(patience.Token);
            return null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return $"The database did not answer within {_patience.TotalSeconds} seconds.";
        }
        catch (Exception e) when (e is IOException || StoreException.DatabaseFailure(e) is not null)
        {
            return "The database cannot be reached. Searches are answered from memory; the texts of recommendations are not there.";
        }
    }

    private static Task SendMetricsAsync(HttpContext context)
    {
        var services = context.RequestServices;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = MetricsText.MediaType;
        var text = MetricsText.Write(services.GetRequiredService<Metrics>(), services.GetRequiredService<LiveIndex>().Current, services.GetRequiredService<RateLimits>());
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
