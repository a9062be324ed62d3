namespace OpenUpr.App.Security;

/// <summary>
/// Answers an address with nothing but spaces where a name or number belongs ("/states/%20") as one that does not exist. Pages would get
/// null for it, although their routes promise a text.
/// </summary>
internal sealed class BlankCheck(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.RouteValues.Values.Any(v => v is string text && string.IsNullOrWhiteSpace(text)))
        {
            return next(context);
        }

        context.SetEndpoint(null);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
