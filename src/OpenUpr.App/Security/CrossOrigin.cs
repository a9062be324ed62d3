using System.Net;

namespace OpenUpr.App.Security;

/// <summary>
/// Which other sites' pages may read the open data in a reader's browser. Any, for a site that serves others; on a person's own
/// machine only pages of that machine, so that no page of the web can find out that OpenUPR runs there.
/// </summary>
public sealed record CrossOrigin(bool Any)
{
    public static CrossOrigin Of(ServeOptions options) => new(options.AnyOrigin ?? !HostCheck.OnlyLoopback(options.Urls).OnlyLoopback);

    /// <summary>The value of Access-Control-Allow-Origin; null where the page that asks may not read.</summary>
    public string? Allowed(string? origin) => Any ? "*"
        : Uri.TryCreate(origin, UriKind.Absolute, out var uri) && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address))) ? origin
        : null;
}
