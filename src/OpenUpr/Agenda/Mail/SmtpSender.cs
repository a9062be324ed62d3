using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace OpenUpr.Agenda.Mail;

/// <summary>
/// Hands one mail to a server (RFC 5321) after STARTTLS. Written out because the moment at which the text is handed over must be known: before it
/// a mail may be tried again, after it never.
/// </summary>
/// <param name="server">The operator's.</param>
/// <param name="time">Stamps the mail.</param>
/// <param name="patience">How long one mail may take; 30 seconds where it is not given.</param>
public sealed class SmtpSender(SmtpServer server, TimeProvider time, TimeSpan? patience = null)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    /// <param name="handing">Called just before the text is handed over; false where it must not be any more.</param>
    /// <returns>Whether the server has it; false where <paramref name="handing"/> said no.</returns>
    /// <exception cref="MailException">The server did not take it, or it is not known whether it did.</exception>
    public async Task<bool> SendAsync(PlainMail mail, Func<Task<bool>> handing, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(patience ?? s_patience);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        var handed = false;
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(server.Host, server.Port, both.Token);
            await using var talk = new SmtpTalk(socket.GetStream());
            await BeginAsync(talk, mail.To, both.Token);
            if (!await handing())
            {
                return false;
            }

            handed = true;
            await talk.WriteAsync(Text(mail.Write(server.From, time.GetUtcNow())), both.Token);
            await talk.ExpectAsync(2, MailProblem.Refused, both.Token);
            await LeaveAsync(talk, both.Token);
            return true;
        }
        catch (AuthenticationException e)
        {
            throw new MailException(MailProblem.BadCertificate, e);
        }
        catch (Exception e) when (IsBroken(e, cancel))
        {
            throw new MailException(handed ? MailProblem.Unsure : MailProblem.NoServer, e);
        }
    }

    private async Task BeginAsync(SmtpTalk talk, string to, CancellationToken cancel)
    {
        await talk.ExpectAsync(2, MailProblem.SenderRefused, cancel);
        var offers = await talk.SayAsync($"EHLO {server.Greeting}", 2, MailProblem.SenderRefused, cancel);
        if (offers.Any(o => o.Equals("STARTTLS", StringComparison.OrdinalIgnoreCase)))
        {
            await talk.SayAsync("STARTTLS", 2, MailProblem.NoTls, cancel);
            await talk.SecureAsync(server.Host, server.Roots, cancel);
            offers = await talk.SayAsync($"EHLO {server.Greeting}", 2, MailProblem.SenderRefused, cancel);
        }
        else if (!server.IsLoopback)
        {
            throw new MailException(MailProblem.NoTls);
        }

        if (server is { User: { } user, Password: { } password })
        {
            await SignInAsync(talk, offers, user, password, cancel);
        }

        await talk.SayAsync($"MAIL FROM:<{server.From}>", 2, MailProblem.SenderRefused, cancel);
        await talk.SayAsync($"RCPT TO:<{to}>", 2, MailProblem.Refused, cancel);
        await talk.SayAsync("DATA", 3, MailProblem.Refused, cancel);
    }

    private static async Task SignInAsync(SmtpTalk talk, IReadOnlyList<string> offers, string user, string password, CancellationToken cancel)
    {
        var ways = offers.Where(o => o.StartsWith("AUTH ", StringComparison.OrdinalIgnoreCase)).SelectMany(o => o.Split(' ')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        if (ways.Contains("PLAIN"))
        {
            await talk.SayAsync($"AUTH PLAIN {Base64($"\0{user}\0{password}")}", 2, MailProblem.NoSignIn, cancel);
            return;
        }

        await talk.SayAsync("AUTH LOGIN", 3, MailProblem.NoSignIn, cancel);
        await talk.SayAsync(Base64(user), 3, MailProblem.NoSignIn, cancel);
        await talk.SayAsync(Base64(password), 2, MailProblem.NoSignIn, cancel);
    }

    /// <summary>The server has the mail: whatever happens now changes nothing.</summary>
    private static async Task LeaveAsync(SmtpTalk talk, CancellationToken cancel)
    {
        try
        {
            await talk.WriteAsync("QUIT\r\n"u8.ToArray(), cancel);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            // It closed first.
        }
    }

    /// <summary>Lines that begin with a dot have one more, and a dot alone ends the text (RFC 5321, section 4.5.2, 2008).</summary>
    private static byte[] Text(byte[] message)
    {
        var text = Encoding.ASCII.GetString(message).Replace("\r\n.", "\r\n..", StringComparison.Ordinal);
        return Encoding.ASCII.GetBytes((text.StartsWith('.') ? "." : "") + text + ".\r\n");
    }

    private static bool IsBroken(Exception e, CancellationToken cancel) => e is IOException or SocketException or InvalidDataException || (e is OperationCanceledException && !cancel.IsCancellationRequested);
}
