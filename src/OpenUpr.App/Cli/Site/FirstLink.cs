using OpenUpr.Accounts;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli.Site;

/// <summary>The way to the first account: a link that works once, printed where only who runs the installation sees it.</summary>
internal static class FirstLink
{
    /// <summary>Prints it while there is no account; each start makes a new one, and the one before stops to work.</summary>
    public static async Task PrintAsync(WebApplication site, Terminal terminal, CancellationToken cancel)
    {
        var installation = new Installation(site.Services.GetRequiredService<Store>(), site.Services.GetRequiredService<Keyring>(), terminal.Time, actorId: null);
        if (await installation.InviteOwnerAsync(cancel) is { } made)
        {
            terminal.Talk.WriteLine($"Nobody has an account here yet. This link makes the first one, which runs the installation; it works once, until {made.ExpiresAt.UtcDateTime:yyyy-MM-dd}:");
            terminal.Talk.WriteLine($"  {Reachable(site.Urls.First())}/join/{made.Token}");
        }
    }

    /// <summary>An address that a browser on this machine can open, where the site listens on every network.</summary>
    private static string Reachable(string url)
    {
        var address = BindingAddress.Parse(url);
        return address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? $"{address.Scheme}://localhost:{address.Port}" : url.TrimEnd('/');
    }
}
