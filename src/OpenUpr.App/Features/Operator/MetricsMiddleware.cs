namespace OpenUpr.App.Features.Operator;

/// <summary>Counts every answer under the route that gave it. It stands outside everything else, so that refusals and failures are counted as they were sent.</summary>
internal sealed class MetricsMiddleware(RequestDelegate next, Metrics metrics, TimeProvider time)
{
    private const string NoRoute = "none";

    public async Task InvokeAsync(HttpContext context)
    {
        var start = time.GetTimestamp();
        var status = StatusCodes.Status500InternalServerError;
        try
        {
            await next(context);
            status = context.Response.StatusCode;
        }
        finally
        {
            metrics.Answered(context.Features.Get<AnsweredRoute>()?.Template ?? NoRoute, status, time.GetElapsedTime(start).TotalSeconds);
        }
    }
}

/// <summary>The route that a request was sent to; error pages forget the endpoint, this stays.</summary>
internal sealed record AnsweredRoute(string Template);

/// <summary>Notes the route right after it was chosen.</summary>
internal sealed class RouteNote(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } template })
        {
            context.Features.Set(new AnsweredRoute("/" + template.TrimStart('/')));
        }

        return next(context);
    }
}
