using System.CommandLine;
using OpenUpr.App.Security;

namespace OpenUpr.App.Cli.Site;

/// <summary>Under which names a site answers and which proxies it believes: --hosts and --behind-proxy.</summary>
internal sealed class HostOptions
{
    private readonly Option<string?> _hosts = new("--hosts") { Description = "Names under which the site answers, separated by commas; any other is refused. Say them whenever others can reach the site.", HelpName = "NAMES" };

    private readonly Option<string?> _proxies = new("--behind-proxy")
    {
        Description = "Address or network of the proxy in front, several separated by commas: what it says of a reader's address and of TLS is believed, and nobody else's word.",
        HelpName = "ADDR",
    };

    public HostOptions()
    {
        _hosts.Validators.Add(result => Refuse(result, n => !HostRule.IsName(n), "'{0}' is not a name of a site. It looks like upr.example.org, without a scheme or port."));
        _proxies.Validators.Add(result => Refuse(result, p => HostRule.ParseProxy(p) is null, "'{0}' is not an address or network of a proxy. It looks like 127.0.0.1 or 10.0.0.0/24."));
    }

    public void AddTo(Command command)
    {
        command.Add(_hosts);
        command.Add(_proxies);
    }

    /// <summary>Null where nothing was said.</summary>
    public HostRule? Rule(ParseResult parsed)
    {
        var (names, proxies) = (Parts(parsed.GetValue(_hosts)), Parts(parsed.GetValue(_proxies)));
        return names.Length + proxies.Length == 0 ? null : new HostRule(names, [.. proxies.Select(p => HostRule.ParseProxy(p)!.Value)]);
    }

    private static void Refuse(System.CommandLine.Parsing.OptionResult result, Func<string, bool> isWrong, string sentence)
    {
        foreach (var wrong in result.Tokens.SelectMany(t => Parts(t.Value)).Where(isWrong))
        {
            result.AddError(string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, wrong));
        }
    }

    private static string[] Parts(string? text) => text?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
