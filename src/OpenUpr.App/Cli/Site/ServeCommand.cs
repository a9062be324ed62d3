using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli.Site;

/// <summary>openupr serve: the web site.</summary>
internal sealed class ServeCommand : Verb
{
    private readonly StoreOptions _store;
    private readonly KeyOptions _key;
    private readonly Option<string> _urls = new("--urls")
    {
        Description = "Addresses to listen on, separated by semicolons.",
        HelpName = "URLS",
        DefaultValueFactory = _ => "http://localhost:5080",
    };

    private readonly Option<bool> _demo = new("--demo")
    {
        Description = "Serve a fictional world to try things on. Without --data it lives in a temporary folder and is gone at the end.",
    };

    private readonly Option<bool> _curate = new("--curate") { Description = "Show the pages that add papers and settle doubts, under /curate. Only on a site that nobody else can reach (--urls must be loopback), and only until the first account is made; curators then sign in." };

    private readonly Option<int> _apiRate = new("--api-rate")
    {
        Description = "Requests to the API that one address may make in a minute; 0 for any number. Behind a proxy all readers are one address: let the proxy count, and say 0 here.",
        HelpName = "N",
        DefaultValueFactory = _ => ServeOptions.DefaultApiRate,
    };

    private readonly Option<bool> _metricsOpen = new("--metrics-open") { Description = "Let others than this machine read /metrics." };

    private readonly Option<string?> _apiOrigins = new("--api-origins")
    {
        Description = "Whose web pages may read the API in a reader's browser: any site's, or only this machine's. Default: any, and local where --urls is loopback alone. Behind a proxy on the same machine, say any.",
        HelpName = "any|local",
    };

    private readonly HostOptions _hosts = new();
    private readonly BackupPlanOptions _backups;
    private readonly MailOptions _mail;

    public ServeCommand(Terminal terminal, StoreOptions store)
        : base(terminal, "serve", "Run the web site.", "openupr serve --demo", "openupr serve --data upr --urls http://localhost:8080")
    {
        _store = store;
        _key = new KeyOptions(terminal);
        _urls.Validators.Add(result =>
        {
            if (result.Tokens.Any(t => t.Value.Split(';', StringSplitOptions.RemoveEmptyEntries).Length == 0))
            {
                result.AddError("There is no address to listen on. It looks like http://localhost:5080.");
            }

            foreach (var url in result.Tokens.SelectMany(t => t.Value.Split(';', StringSplitOptions.RemoveEmptyEntries)).Where(u => !IsAddress(u)))
            {
                result.AddError($"'{url}' is not an address to listen on. It looks like http://localhost:5080.");
            }
        });
        Add(_urls);
        Add(_demo);
        Add(_curate);
        _apiRate.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var rate) && rate < 0)
            {
                result.AddError("--api-rate is a number of requests in a minute, or 0 for any number.");
            }
        });
        Add(_apiRate);
        Add(_metricsOpen);
        _apiOrigins.AcceptOnlyFromAmong("any", "local");
        Add(_apiOrigins);
        _hosts.AddTo(this);
        _backups = new BackupPlanOptions(terminal);
        _backups.AddTo(this);
        _mail = new MailOptions(terminal);
        _mail.AddTo(this);
        _key.AddTo(this);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var demo = parsed.GetValue(_demo);
        if (!demo || _store.AreGiven(parsed))
        {
            return await ServeAsync(_store.Location(parsed), parsed, demo, cancel);
        }

        using var folder = new TemporaryFolder("openupr-demo-");
        return await ServeAsync(StoreLocation.Parse(folder.Path, null), parsed, demo, cancel);
    }

    private async Task<int> ServeAsync(StoreLocation location, ParseResult parsed, bool demo, CancellationToken cancel)
    {
        var mail = _mail.Server(parsed);
        var store = await Store.OpenAsync(location, demo ? World.Demo : World.UnitedNations, cancel);
        if (demo && store.World != World.Demo)
        {
            throw new CliException("This store is about the real world; the demonstration is never mixed into it. Leave --data (and OPENUPR_DATA) out, or name a new folder for the demonstration.");
        }

        var urls = parsed.GetRequiredValue(_urls);
        if (parsed.GetValue(_curate) && !Security.HostCheck.OnlyLoopback(urls).OnlyLoopback)
        {
            throw new CliException($"--curate shows pages that write to anyone who can reach the site, and {urls} can be reached from other machines. Leave --urls out, or name a loopback address such as http://localhost:5080.");
        }

        if (Ports.Taken(urls) is { } taken)
        {
            throw InUse(taken);
        }

        var options = new ServeOptions(
            location, urls, demo, parsed.GetValue(_curate), parsed.GetValue(_apiRate), parsed.GetValue(_metricsOpen), parsed.GetValue(_apiOrigins) is { } origins ? origins == "any" : null,
            Keys: await _key.SourceAsync(parsed, store, cancel), Backups: _backups.Plan(parsed), Hosts: _hosts.Rule(parsed), Mail: mail);
        if (store.Warning is { } warning)
        {
            Terminal.Talk.WriteLine($"Note: {warning}");
        }

        await using var site = await AppBuilder.BuildAsync(options, cancel);
        try
        {
            await site.StartAsync(cancel);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw InUse(urls, e);
        }
        catch (Exception e) when (e is SocketException or IOException or InvalidOperationException)
        {
            // Not an address of this machine, a port that only the administrator may use, or https without a certificate.
            throw new CliException($"{urls} cannot be listened on: {e.Message}", e);
        }

        Terminal.Talk.WriteLine($"OpenUPR is at {string.Join(" and ", site.Urls)}{(demo ? ", with a fictional world" : string.Empty)}. Ctrl+C stops it.");
        if (store.World != World.Demo)
        {
            await FirstLink.PrintAsync(site, Terminal, cancel);
        }

        await site.WaitForShutdownAsync(cancel);
        return Exit.Done;
    }

    private static CliException InUse(string urls, Exception? inner = null) =>
        new($"{urls} is taken by another program. Name another port with --urls, such as --urls http://localhost:5081.", inner);

    private static bool IsAddress(string url)
    {
        try
        {
            // The web server takes a host that it cannot read, such as "127.0.0.1:80a", for all networks of the machine.
            return BindingAddress.Parse(url) is { Scheme: "http" or "https", Port: >= 0 and <= IPEndPoint.MaxPort } address
                && (address.IsUnixPipe || address.Host is "*" or "+" || Uri.CheckHostName(address.Host) != UriHostNameType.Unknown);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
