using System.Net;

namespace OpenUpr.App.Security;

/// <summary>Under which names the site answers, and which proxies it believes what they say of a request.</summary>
/// <param name="Names">Host names, lower case, without a port; empty for any.</param>
/// <param name="Proxies">Networks of proxies; empty for none: then forwarded headers are read from nobody.</param>
public sealed record HostRule(IReadOnlyList<string> Names, IReadOnlyList<IPNetwork> Proxies)
{
    public bool Allows(string host) => Names.Count == 0 || Names.Contains(host, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads "10.0.0.5" or "10.0.0.0/24"; null where the text is neither.</summary>
    public static IPNetwork? ParseProxy(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;

    /// <summary>A name without scheme, port or path.</summary>
    public static bool IsName(string text) => Uri.CheckHostName(text) is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6;
}
