using System.Net;

namespace OpenUpr.App.Security;

/// <summary>Whether a request comes from a program on this very machine, such as the one that collects the metrics.</summary>
internal sealed class LocalOperator(ServeOptions options)
{
    private static readonly string[] s_proxyHeaderStarts = ["Forwarded", "X-Forwarded", "X-Real-IP", "X-Client-IP", "True-Client-IP", "CF-Connecting-IP", "CDN-Loop", "Via"];

    /// <summary>Whether what is for the operator's programs is for this request.</summary>
    public bool Is(HttpContext context) => options.MetricsOpen || IsOfThisMachine(context);

    /// <summary>A proxy on this machine asks from loopback too, for whom it will: what it adds to a request gives it away.</summary>
    public static bool IsOfThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !context.Request.Headers.Keys.Any(h => s_proxyHeaderStarts.Any(p => h.StartsWith(p, StringComparison.OrdinalIgnoreCase)));
}
