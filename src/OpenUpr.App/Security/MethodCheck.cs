using Microsoft.AspNetCore.Mvc.RazorPages;

namespace OpenUpr.App.Security;

/// <summary>Refuses a method that a route does not declare. Without it a page would answer a POST that it has no handler for as if it were a GET.</summary>
internal sealed class MethodCheck(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is { } endpoint && !IsAllowed(endpoint, context.Request.Method))
        {
            context.SetEndpoint(null);
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "GET, HEAD";
            return Task.CompletedTask;
        }

        return next(context);
    }

    private static bool IsAllowed(Endpoint endpoint, string method) =>
        endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null || HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
}
