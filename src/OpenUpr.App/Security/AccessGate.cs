using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using OpenUpr.App.Features.Papers;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Security;

/// <summary>
/// Lets a request in or not, by what its route says of itself (<see cref="AccessAttribute"/>). To anyone not signed in every private address,
/// existing or not, gives the same way to sign in; to anyone signed in what they may not see is not there. A route that says nothing is refused.
/// </summary>
internal sealed class AccessGate(RequestDelegate next, PageLoader loader, Store store, Curation curation, LocalOperator local)
{
    private static readonly string[] s_private = ["/coalitions", "/account", "/operator", "/curate"];
    private readonly ConcurrentDictionary<Endpoint, IReadOnlyList<AccessAttribute>> _attributes = [];

    public static bool IsPrivate(PathString path) => s_private.Any(p => path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase));

    public async Task InvokeAsync(HttpContext context)
    {
        var isPrivate = IsPrivate(context.Request.Path);
        if (isPrivate)
        {
            context.Response.Headers.CacheControl = "no-store";
        }

        if (isPrivate && context.SignedIn() is null && !await IsOpenCurationAsync(context))
        {
            Lead(context, SignInAddress(context.Request));
            return;
        }

        if (isPrivate && context.SignedIn() is { MustFinish: true } && !context.Request.Path.StartsWithSegments("/account"))
        {
            Lead(context, "/account/code");
            return;
        }

        if (context.GetEndpoint() is { } endpoint && !await MayAsync(context, endpoint, isPrivate))
        {
            context.SetEndpoint(null);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await next(context);
    }

    private static void Lead(HttpContext context, string address)
    {
        context.SetEndpoint(null);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
    }

    /// <summary>Where a person signs in and comes back from; what a form sent is not carried along.</summary>
    public static string SignInAddress(HttpRequest request) =>
        "/sign-in?return=" + Uri.EscapeDataString(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) ? request.Path + request.QueryString : request.Path);

    private async ValueTask<bool> MayAsync(HttpContext context, Endpoint endpoint, bool isPrivate)
    {
        var attributes = await AttributesAsync(endpoint);
        if (attributes.Count == 0)
        {
            // The router's own answer to a method that a public route does not take.
            return !isPrivate && endpoint is not RouteEndpoint;
        }

        var method = HttpMethods.IsHead(context.Request.Method) ? HttpMethods.Get : context.Request.Method;
        var who = (attributes.FirstOrDefault(a => a.Method == method) ?? attributes[0]).Who;
        return who switch
        {
            AccessAttribute.Public => true,
            AccessAttribute.SignedIn => context.SignedIn() is not null,
            AccessAttribute.Operator => context.SignedIn() is { IsOperator: true } || (!isPrivate && local.Is(context)),
            AccessAttribute.Curator => await curation.MayAsync(context),
            _ => await MayEnterAsync(context, CoalitionRoles.Parse(who)),
        };
    }

    /// <summary>Guests and people who have not accepted the terms see the pages that are made for them and no other.</summary>
    private async Task<bool> MayEnterAsync(HttpContext context, CoalitionRole least)
    {
        if (context.SignedIn() is not { } person || context.GetRouteValue("coalition") is not string slug
            || await CoalitionAccess.FindAsync(store, person.AccountId, slug, context.RequestAborted) is not { } access || !access.Is(least))
        {
            return false;
        }

        context.Features.Set(access);
        return true;
    }

    private async ValueTask<bool> IsOpenCurationAsync(HttpContext context) => context.Request.Path.StartsWithSegments("/curate", StringComparison.OrdinalIgnoreCase) && await curation.MayAsync(context);

    // A page's own attributes become metadata only when it is first asked for.
    private async ValueTask<IReadOnlyList<AccessAttribute>> AttributesAsync(Endpoint endpoint)
    {
        if (_attributes.TryGetValue(endpoint, out var known))
        {
            return known;
        }

        var own = endpoint.Metadata.GetOrderedMetadata<AccessAttribute>();
        if (own.Count == 0 && endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
        {
            own = [.. (await loader.LoadAsync(page, EndpointMetadataCollection.Empty)).HandlerTypeInfo.GetCustomAttributes(false).OfType<AccessAttribute>()];
        }

        return _attributes[endpoint] = own;
    }
}
