using System.Net;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;

namespace OpenUpr.App.Security;

/// <summary>
/// Under which names the site answers. Bound to loopback, only to a loopback name: a page of another site could otherwise let its own name
/// point here and read what the browser is given (DNS rebinding). With a list of names (--hosts), to those and no other, so that no link or
/// cookie is ever made for a name that somebody else put into a request.
/// </summary>
internal sealed class HostCheck(RequestDelegate next, HostCheck.Rule rule)
{
    internal sealed record Rule(bool OnlyLoopback, IReadOnlyList<string>? Names = null)
    {
        public bool Allows(string host) =>
            Names is { Count: > 0 } ? Names.Contains(host, StringComparer.OrdinalIgnoreCase) || (OnlyLoopback && IsLoopback(host))
            : !OnlyLoopback || IsLoopback(host);
    }

    public static Rule Of(ServeOptions options) => OnlyLoopback(options.Urls) with { Names = options.Hosts?.Names };

    public static Rule OnlyLoopback(string urls) => new(urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .All(url => IsLoopback(BindingAddress.Parse(url).Host)));

    public Task InvokeAsync(HttpContext context) => rule.Allows(context.Request.Host.Host) ? next(context)
        : Problem.WriteAsync(context, StatusCodes.Status400BadRequest, rule.Names is { Count: > 0 } ? WallsWords.Error_HostName : Words.Error_Host);

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
