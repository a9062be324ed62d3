using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace OpenUpr.App.Security;

/// <summary>
/// Refuses a method that a route does not declare. Without it a page would answer a POST that it has no handler for as if it were a GET.
/// A page takes a form only where an <see cref="AccessAttribute"/> of it says so.
/// </summary>
internal sealed class MethodCheck(RequestDelegate next, PageLoader loader)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is { } endpoint && !await IsAllowedAsync(endpoint, context.Request.Method))
        {
            context.SetEndpoint(null);
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "GET, HEAD";
            return;
        }

        await next(context);
    }

    private async ValueTask<bool> IsAllowedAsync(Endpoint endpoint, string method)
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page || HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
        {
            return true;
        }

        // A page's own attributes become metadata only when it is first asked for.
        var type = (await loader.LoadAsync(page, EndpointMetadataCollection.Empty)).HandlerTypeInfo;
        return type.GetCustomAttributes(false).OfType<AccessAttribute>().Any(a => a.Method == method);
    }
}
