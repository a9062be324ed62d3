namespace OpenUpr.App.Cli;

/// <summary>An environment variable that the program reads.</summary>
internal sealed record Setting(string Name, string Option, string Description);

/// <summary>Every environment variable that the program reads. An option on the command line comes before its variable.</summary>
internal static class Settings
{
    public static Setting Data { get; } = new("OPENUPR_DATA", "--data", "Folder of the SQLite database and of everything else that is kept.");

    public static Setting Database { get; } = new("OPENUPR_DATABASE", "--database", "Address of a PostgreSQL database. A password in it is better kept here than on a command line, which other users can see.");

    public static Setting DatabaseOwner { get; } = new("OPENUPR_DATABASE_OWNER", "", "The same database's address with the login that owns its tables, where the program works with a login that does not: used for the schema, for backups and for restoring.");

    public static Setting Documents { get; } = new("OPENUPR_DOCUMENTS", "--from", "Address of the document service from which fetch takes documents.");

    public static Setting KeyFile { get; } = new("OPENUPR_KEY_FILE", "--key-file", "The file that unlocks what accounts and coalitions keep.");

    public static Setting Passphrase { get; } = new("OPENUPR_PASSPHRASE", "", "Words that unlock what accounts and coalitions keep, instead of a key file.");

    public static Setting BackupPassphrase { get; } = new("OPENUPR_BACKUP_PASSPHRASE", "", "Words that seal and open backups and coalition files.");

    public static Setting MaxEvidence { get; } = new("OPENUPR_MAX_EVIDENCE_MB", "", "Megabytes that one file of evidence may have, 1 to 4000; 200 where it is not set.");

    public static Setting SmtpPassword { get; } = new("OPENUPR_SMTP_PASSWORD", "", "Password of the mail server that serve --smtp names.");

    public static IReadOnlyList<Setting> All { get; } = [Data, Database, DatabaseOwner, Documents, KeyFile, Passphrase, BackupPassphrase, MaxEvidence, SmtpPassword];
}
