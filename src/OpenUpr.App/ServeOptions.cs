using OpenUpr.Agenda.Mail;
using OpenUpr.App.Security;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.App;

/// <summary>How the web site is to run.</summary>
/// <param name="Urls">Addresses to listen on, separated by semicolons. Port 0 takes a free one.</param>
/// <param name="Demo">A store that does not exist yet is filled with the fictional world.</param>
/// <param name="Curate">Pages that write are there; only on loopback, and only until accounts exist.</param>
/// <param name="ApiRate">Requests to the API that one address may make in a minute; 0 for any number.</param>
/// <param name="MetricsOpen">Whether /metrics answers others than this machine.</param>
/// <param name="AnyOrigin">Whether pages of any other site may read the open data; null for yes, except where the site listens on loopback alone.</param>
/// <param name="Backups">Where backups go by themselves; null for nowhere.</param>
/// <param name="Hosts">Under which names the site answers and which proxies it believes; null for any name, and none.</param>
/// <param name="Mail">The mail server by which reminders go out; null: no mail is sent.</param>
/// <param name="Keys">What unlocks the private side; null for a key file beside the store, which only a demonstration or a test may have.</param>
public sealed record ServeOptions(StoreLocation Location, string Urls, bool Demo, bool Curate, int ApiRate = ServeOptions.DefaultApiRate, bool MetricsOpen = false, bool? AnyOrigin = null, KeySource? Keys = null, BackupPlan? Backups = null, HostRule? Hosts = null, SmtpServer? Mail = null)
{
    public const int DefaultApiRate = 600;

    /// <summary>The key file of a demonstration, which lies beside its store: it protects nothing.</summary>
    public const string DemoKey = "demo.key";

    public KeySource KeySource => Keys ?? new KeySource(Path.Combine(Location.DataFolder, DemoKey));
}
