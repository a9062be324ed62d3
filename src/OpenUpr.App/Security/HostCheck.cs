using System.Net;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;

namespace OpenUpr.App.Security;

/// <summary>
/// Bound to loopback, the site answers only to a loopback name. A page of another site could otherwise let its own name point
/// here and read what the browser is given (DNS rebinding).
/// </summary>
internal sealed class HostCheck(RequestDelegate next, HostCheck.Rule rule)
{
    internal sealed record Rule(bool OnlyLoopback);

    public static Rule OnlyLoopback(string urls) => new(urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .All(url => IsLoopback(BindingAddress.Parse(url).Host)));

    public Task InvokeAsync(HttpContext context)
    {
        if (rule.OnlyLoopback && !IsLoopback(context.Request.Host.Host))
        {
            return Problem.WriteAsync(context, StatusCodes.Status400BadRequest, Words.Error_Host);
        }

        return next(context);
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
