using System.CommandLine;
using System.Globalization;
using OpenUpr.Storage;

namespace OpenUpr.App.Cli.Site;

/// <summary>Backups that a site makes by itself: --backup-to, --backup-every, --keep.</summary>
internal sealed class BackupPlanOptions
{
    private readonly Terminal _terminal;
    private readonly Option<string?> _folder = new("--backup-to") { Description = "Make backups by itself in this folder, each proved by restoring it. A store with accounts or coalitions needs OPENUPR_BACKUP_PASSPHRASE.", HelpName = "DIR" };
    private readonly Option<string> _every = new("--backup-every") { Description = "How often: 90m, 24h or 7d.", HelpName = "TIME", DefaultValueFactory = _ => "24h" };
    private readonly Option<int> _keep = new("--keep") { Description = "How many of the newest of them stay.", HelpName = "N", DefaultValueFactory = _ => 14 };

    public BackupPlanOptions(Terminal terminal)
    {
        _terminal = terminal;
        _every.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && Parse(result.Tokens[0].Value) is null)
            {
                result.AddError("--backup-every looks like 90m, 24h or 7d: from ten minutes to a year.");
            }
        });
        _keep.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var keep) && keep < 1)
            {
                result.AddError("--keep is 1 or more.");
            }
        });
    }

    public void AddTo(Command command)
    {
        command.Add(_folder);
        command.Add(_every);
        command.Add(_keep);
    }

    /// <summary>Null where no backups are to be made.</summary>
    /// <exception cref="CliException">The passphrase is too short.</exception>
    public BackupPlan? Plan(ParseResult parsed)
    {
        var passphrase = _terminal.Environment(Settings.BackupPassphrase.Name) is { Length: > 0 } given ? given : null;
        return parsed.GetValue(_folder) is not { Length: > 0 } folder ? null
            : passphrase?.Length < BackupPassphrase.Shortest ? throw new CliException($"{Settings.BackupPassphrase.Name} is too short: {BackupPassphrase.Shortest} characters or more.")
            : new BackupPlan(Path.GetFullPath(folder), Parse(parsed.GetRequiredValue(_every))!.Value, parsed.GetValue(_keep), passphrase);
    }

    private static TimeSpan? Parse(string text)
    {
        if (text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > 600_000)
        {
            return null;
        }

        TimeSpan? time = text[^1] switch { 'm' => TimeSpan.FromMinutes(number), 'h' => TimeSpan.FromHours(number), 'd' => TimeSpan.FromDays(number), _ => null };
        return time >= TimeSpan.FromMinutes(10) && time <= TimeSpan.FromDays(366) ? time : null;
    }
}
