using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace OpenUpr.App.Security;

/// <summary>Under which names the site answers, and which proxies it believes what they say of a request.</summary>
/// <param name="Names">Host names without a port; empty for any.</param>
/// <param name="Proxies">Networks of proxies; empty for none: then forwarded headers are read from nobody.</param>
public sealed record HostRule(IReadOnlyList<string> Names, IReadOnlyList<System.Net.IPNetwork> Proxies)
{
    /// <summary>Reads "10.0.0.5" or "10.0.0.0/24"; null where the text is neither.</summary>
    public static System.Net.IPNetwork? ParseProxy(string text) =>
        System.Net.IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;

    /// <summary>A name without scheme, port or path.</summary>
    public static bool IsName(string text) => Uri.CheckHostName(text) is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6;

    /// <summary>Address and scheme of the reader, from the proxies that are named and from nobody else. The host name is the proxy's to pass on as Host.</summary>
    internal ForwardedHeadersOptions ForwardedHeaders()
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = Microsoft.AspNetCore.HttpOverrides.ForwardedHeaders.XForwardedFor | Microsoft.AspNetCore.HttpOverrides.ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in Proxies)
        {
            options.KnownIPNetworks.Add(proxy);
        }

        return options;
    }
}
