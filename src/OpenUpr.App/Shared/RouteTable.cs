using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using OpenUpr.App.Security;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.App.Shared;

/// <summary>One route of the site: how to ask for it and who may.</summary>
/// <param name="Sample">An address that can be asked for as it stands; the path itself where it has no parameters.</param>
/// <param name="Access">public, signed-in, operator, curator or a coalition role; empty where the route fails to say, which a test refuses.</param>
public sealed record RouteRow(string Method, string Path, string Sample, string Access);

/// <summary>Every route, read from what the site itself uses to answer, so that the table cannot be out of date.</summary>
public static class RouteTable
{
    /// <summary>The coalition that the demonstration has (its samples are then answered by 'serve --demo').</summary>
    private const string DemonstrationCoalition = "tovell-rights";

    public static IReadOnlyList<RouteRow> Read(WebApplication app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var reference = app.Services.GetRequiredService<Store>().Reference;
        var state = reference.States.First(s => s.Status == StateStatus.Member).Iso3;
        var session = reference.ReviewSlots.First(s => s.Iso3 == state).Session.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(e => Rows(e, loader, sample => sample.Replace("{state}", state, StringComparison.Ordinal).Replace("{session}", session, StringComparison.Ordinal).Replace("{coalition}", DemonstrationCoalition, StringComparison.Ordinal))).Distinct().OrderBy(r => r.Path, StringComparer.Ordinal).ThenBy(r => r.Method, StringComparer.Ordinal)];
    }

    private static IEnumerable<RouteRow> Rows(RouteEndpoint endpoint, PageLoader loader, Func<string, string> fill)
    {
        var path = "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
        var own = endpoint.Metadata.GetOrderedMetadata<AccessAttribute>();
        return (own.Count > 0 ? own : OfPage(endpoint, loader)).Select(a => new RouteRow(a.Method, path, fill(a.Sample), a.Who)).DefaultIfEmpty(new RouteRow("", path, "", ""));
    }

    // A page's own attributes become metadata only when it is first asked for.
    private static IEnumerable<AccessAttribute> OfPage(RouteEndpoint endpoint, PageLoader loader) =>
        endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
            ? loader.LoadAsync(page, EndpointMetadataCollection.Empty).GetAwaiter().GetResult().HandlerTypeInfo.GetCustomAttributes(false).OfType<AccessAttribute>()
            : [];
}
