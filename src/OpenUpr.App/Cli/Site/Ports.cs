using System.Net;
using System.Net.NetworkInformation;

namespace OpenUpr.App.Cli.Site;

/// <summary>Asks before the site starts whether its address is free: the web server's own answer is a page of stack trace in the log.</summary>
internal static class Ports
{
    /// <summary>The first of the addresses on whose port another program listens, or null.</summary>
    public static string? Taken(string urls)
    {
        var listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners();
        return urls.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(url => BindingAddress.Parse(url) is { Port: > 0 } address && listening.Any(l => l.Port == address.Port && Clash(l.Address, address.Host)));
    }

    private static bool Clash(IPAddress used, string wanted)
    {
        var any = used.Equals(IPAddress.Any) || used.Equals(IPAddress.IPv6Any);
        return IPAddress.TryParse(wanted.Trim('[', ']'), out var ip) ? any || used.Equals(ip) : any || wanted != "localhost" || IPAddress.IsLoopback(used);
    }
}
