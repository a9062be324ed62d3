using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OpenUpr.Agenda;
using OpenUpr.Agenda.Mail;

namespace OpenUpr.App.Cli.Site;

/// <summary>The mail server by which reminders go out: --smtp, --smtp-from, --smtp-site, --smtp-password-file, --smtp-ca.</summary>
internal sealed class MailOptions(Terminal terminal)
{
    private readonly Option<string?> _server = new("--smtp") { Description = "Send reminders through this mail server, with STARTTLS. Without it the site sends no mail. The password stands in OPENUPR_SMTP_PASSWORD or in --smtp-password-file.", HelpName = "smtp://USER@HOST:587" };
    private readonly Option<string?> _from = new("--smtp-from") { Description = "The sender's address of these mails.", HelpName = "ADDRESS" };
    private readonly Option<string?> _site = new("--smtp-site") { Description = "Where readers find the site, for the links in mails.", HelpName = "URL" };
    private readonly Option<string?> _passwordFile = new("--smtp-password-file") { Description = "A file whose first line is the mail server's password.", HelpName = "FILE" };
    private readonly Option<string?> _roots = new("--smtp-ca") { Description = "Certificates (PEM) by which the mail server is believed, instead of the machine's own.", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        command.Add(_server);
        command.Add(_from);
        command.Add(_site);
        command.Add(_passwordFile);
        command.Add(_roots);
    }

    /// <summary>Null where no mail is to be sent.</summary>
    /// <exception cref="CliException">Something is missing or cannot be read.</exception>
    public SmtpServer? Server(ParseResult parsed)
    {
        if (parsed.GetValue(_server) is not { Length: > 0 } text)
        {
            return new[] { _from, _site, _passwordFile, _roots }.FirstOrDefault(o => parsed.GetValue(o) is not null) is { } alone ? throw new CliException($"{alone.Name} says nothing without --smtp, the mail server.") : null;
        }

        if (SmtpServer.Parse(text) is not var (host, port, user))
        {
            throw new CliException("--smtp looks like smtp://user@mail.example.org:587, without a password: that stands in OPENUPR_SMTP_PASSWORD or in a file (--smtp-password-file). The connection begins in the clear and goes on with STARTTLS.");
        }

        if (parsed.GetValue(_from) is not { } from || !AgendaChoices.IsAddress(from))
        {
            throw new CliException("--smtp needs --smtp-from, the sender's address, such as upr@example.org.");
        }

        if (!Uri.TryCreate(parsed.GetValue(_site), UriKind.Absolute, out var site) || site.Scheme is not ("http" or "https"))
        {
            throw new CliException("--smtp needs --smtp-site, where readers find the site, such as https://upr.example.org: the mails link there.");
        }

        return new SmtpServer(host, port, user, user is null ? null : Password(parsed), from, site, Roots(parsed));
    }

    private string Password(ParseResult parsed)
    {
        if (parsed.GetValue(_passwordFile) is { Length: > 0 } file)
        {
            return Read(file, f => File.ReadLines(f).FirstOrDefault()) is { Length: > 0 } line ? line : throw new CliException($"{file} has no password on its first line.");
        }

        return terminal.Environment(Settings.SmtpPassword.Name) is { Length: > 0 } given ? given : throw new CliException($"--smtp names a user, but there is no password. Set {Settings.SmtpPassword.Name}, or name a file with --smtp-password-file.");
    }

    private X509Certificate2Collection? Roots(ParseResult parsed)
    {
        if (parsed.GetValue(_roots) is not { Length: > 0 } file)
        {
            return null;
        }

        try
        {
            var roots = new X509Certificate2Collection();
            Read(file, f =>
            {
                roots.ImportFromPemFile(f);
                return true;
            });
            return roots.Count > 0 ? roots : throw new CliException($"{file} has no certificate. It is a text file with BEGIN CERTIFICATE in it.");
        }
        catch (CryptographicException e)
        {
            throw new CliException($"{file} cannot be read as certificates: {e.Message}", e);
        }
    }

    private static T Read<T>(string file, Func<string, T> read)
    {
        try
        {
            return read(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"{file} cannot be read: {e.Message}", e);
        }
    }
}
