using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace OpenUpr.Agenda.Mail;

/// <summary>The operator's mail server and how the site signs its mails.</summary>
/// <param name="User">Null where the server asks for no name.</param>
/// <param name="From">The sender's address.</param>
/// <param name="Site">Where readers find the site, for the links in mails.</param>
/// <param name="Roots">Certificates that are believed instead of the machine's own; null for those.</param>
public sealed record SmtpServer(string Host, int Port, string? User, string? Password, string From, Uri Site, X509Certificate2Collection? Roots = null)
{
    /// <summary>The port for submitting mail (RFC 6409, section 3.1, 2011).</summary>
    public const int UsualPort = 587;

    /// <summary>Whether the server is this machine: then mail may go without TLS.</summary>
    public bool IsLoopback => Host is "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>The name by which the site greets (RFC 5321, section 4.1.4, 2008): its own, which its mails say anyway.</summary>
    public string Greeting => IPAddress.TryParse(Site.IdnHost, out var address)
        ? address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[IPv6:{address}]" : $"[{address}]"
        : Site.IdnHost;

    /// <summary>Reads smtp://user@host:587; null where the text is none. A password in it is refused: other users of the machine see command lines.</summary>
    public static (string Host, int Port, string? User)? Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "smtp", AbsolutePath: "" or "/", Query: "", Fragment: "", Host.Length: > 0 } && !uri.UserInfo.Contains(':', StringComparison.Ordinal)
            ? (uri.IdnHost.Trim('[', ']'), uri.Port > 0 && !uri.IsDefaultPort ? uri.Port : UsualPort, uri.UserInfo.Length == 0 ? null : Uri.UnescapeDataString(uri.UserInfo))
            : null;

    /// <summary>Without the password, wherever it is written down.</summary>
    public override string ToString() => $"{Host}:{Port}";
}

/// <summary>Why a mail was not taken.</summary>
public enum MailProblem
{
    /// <summary>The server cannot be reached, or stopped answering.</summary>
    NoServer,

    /// <summary>The server offers no TLS, and is not this machine.</summary>
    NoTls,

    /// <summary>The server's certificate is not one that is believed.</summary>
    BadCertificate,

    /// <summary>The server did not take name and password.</summary>
    NoSignIn,

    /// <summary>The server does not take mail from this site or sender.</summary>
    SenderRefused,

    /// <summary>The server refuses this reader or this mail for good (5xx).</summary>
    Refused,

    /// <summary>The server refuses for now (4xx).</summary>
    Later,

    /// <summary>The connection broke after the text was handed over: whether it was taken is not known.</summary>
    Unsure,
}

/// <summary>A mail was not taken. The server's own words are left out: they may hold the reader's address.</summary>
public sealed class MailException(MailProblem problem, Exception? inner = null) : Exception($"The mail was not taken: {problem}.", inner)
{
    public MailProblem Problem => problem;

    /// <summary>Whether every other mail would end like this one now.</summary>
    public bool IsForAll => problem is MailProblem.NoServer or MailProblem.NoTls or MailProblem.BadCertificate or MailProblem.NoSignIn or MailProblem.SenderRefused;
}
