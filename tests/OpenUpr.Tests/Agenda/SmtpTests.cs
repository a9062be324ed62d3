using System.Net;
using System.Net.Sockets;
using MimeKit;
using OpenUpr.Agenda.Mail;

namespace OpenUpr.Tests.Agenda;

/// <summary>The dialogue with a mail server, against a real one on a socket of this machine.</summary>
public sealed class SmtpTests
{
    private static readonly Uri s_site = new("https://upr.example.org");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_without_TLS_or_with_a_strange_certificate_or_password_gets_nothing()
    {
        await using var server = new MailListener();
        Assert.Equal(MailProblem.BadCertificate, await ProblemAsync(Server(server) with { Roots = null }));
        await using var other = new MailListener("other.example");
        Assert.Equal(MailProblem.BadCertificate, await ProblemAsync(Server(other)));
        Assert.Equal(MailProblem.NoSignIn, await ProblemAsync(Server(server) with { Password = "wrong" }));
        Assert.Empty(server.Taken);
        Assert.Empty(other.Taken);

        // Another address of this machine is as far as one of another: no TLS, no mail.
        await using var open = new MailListener(address: IPAddress.Any) { OffersTls = false };
        var own = (await Dns.GetHostAddressesAsync(Dns.GetHostName(), Cancel)).FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a));
        if (own is not null)
        {
            Assert.Equal(MailProblem.NoTls, await ProblemAsync(Server(open) with { Host = own.ToString() }));
            Assert.Empty(open.Taken);
        }
    }

    [Fact]
    public async Task A_mail_goes_over_TLS_whichever_way_the_server_asks_for_the_name()
    {
        await using var server = new MailListener();
        Assert.Null(await ProblemAsync(Server(server)));
        server.LoginOnly = true;
        Assert.Null(await ProblemAsync(Server(server)));
        Assert.Equal([(true, "me"), (true, "me")], server.Taken.Select(t => (t.Tls, t.User)));

        // This machine itself needs neither.
        server.OffersTls = false;
        Assert.Null(await ProblemAsync(Server(server) with { User = null }));
        Assert.Equal((false, (string?)null, "RCPT TO:<a@example.org>"), (server.Taken.Last().Tls, server.Taken.Last().User, server.Taken.Last().To));
    }

    [Fact]
    public async Task A_refusal_for_now_one_for_good_and_silence_are_told_apart()
    {
        await using var server = new MailListener { Recipient = "450 later" };
        Assert.Equal(MailProblem.Later, await ProblemAsync(Server(server)));
        server.Recipient = "550 nobody";
        Assert.Equal(MailProblem.Refused, await ProblemAsync(Server(server)));
        (server.Recipient, server.HangsUpAfterText) = ("250 ok", true);
        Assert.Equal(MailProblem.Unsure, await ProblemAsync(Server(server)));
        var handed = false;
        Assert.False(await new SmtpSender(Server(server), TimeProvider.System).SendAsync(Mail("S", "B"), () => Task.FromResult(handed), Cancel));
        Assert.Single(server.Taken);

        // A server that says nothing, or what no mail server says.
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var mute = Server(server) with { Port = ((IPEndPoint)silent.LocalEndpoint).Port };
        Assert.Equal(MailProblem.NoServer, await ProblemAsync(mute, TimeSpan.FromMilliseconds(300)));
        silent.Stop();
        Assert.Equal(MailProblem.NoServer, await ProblemAsync(mute));
    }

    [Fact]
    public async Task A_mail_is_lines_that_no_text_breaks_and_that_are_read_as_they_were_written()
    {
        await using var server = new MailListener();
        var subject = "Ünïcode\r\nBcc: x@example.org " + string.Concat(Enumerable.Repeat("ключ ", 40));
        const string body = "One\n.\n.Two\n..Three\nänd a line that is much longer than the seventy-eight letters that RFC 5322 asks for, so that it must be folded";
        Assert.Null(await ProblemAsync(Server(server), mail: Mail(subject, body)));
        var letter = Assert.Single(server.Taken);
        Assert.All(letter.Whole.Split("\r\n"), l => Assert.True(l.Length <= 78 && l.All(char.IsAscii), l));
        Assert.DoesNotContain("=0A", letter.Whole, StringComparison.Ordinal);
        var message = letter.Message;
        Assert.Equal(body, letter.Body.ReplaceLineEndings("\n").TrimEnd('\n'));
        Assert.DoesNotContain(message.Headers, h => h.Id == HeaderId.Bcc);
        Assert.Equal("<https://upr.example.org/unsubscribe/x>", message.Headers[HeaderId.ListUnsubscribe]);
        Assert.Equal(("List-Unsubscribe=One-Click", "auto-generated", "id@example.org"), (message.Headers[HeaderId.ListUnsubscribePost], message.Headers[HeaderId.AutoSubmitted], message.MessageId));
        Assert.Equal(("upr@example.org", "a@example.org"), (message.From.Mailboxes.Single().Address, message.To.Mailboxes.Single().Address));
    }

    [Fact]
    public void An_address_of_a_server_has_no_password_in_it()
    {
        var server = new SmtpServer("mail.example.org", 587, "me", "secret", "a@example.org", s_site);
        Assert.DoesNotContain("secret", server.ToString(), StringComparison.Ordinal);
        Assert.Equal((false, "upr.example.org"), (server.IsLoopback, server.Greeting));
        Assert.Equal((true, "[127.0.0.1]"), ((server with { Host = "127.0.0.1" }).IsLoopback, (server with { Site = new Uri("http://127.0.0.1:5080") }).Greeting));
        Assert.Equal(("mail.example.org", 587, "me"), SmtpServer.Parse("smtp://me@mail.example.org"));
        Assert.Equal(("mail.example.org", 2525, null), SmtpServer.Parse("smtp://mail.example.org:2525"));
        Assert.Null(SmtpServer.Parse("smtp://me:secret@mail.example.org:587"));
        Assert.Null(SmtpServer.Parse("https://mail.example.org"));
    }

    internal static SmtpServer Server(MailListener listener) => new("localhost", listener.Port, "me", "secret", "upr@example.org", s_site, listener.Roots);

    private static PlainMail Mail(string subject, string body) => new("a@example.org", subject, body, "id", new Uri(s_site, "/unsubscribe/x"));

    private static async Task<MailProblem?> ProblemAsync(SmtpServer server, TimeSpan? patience = null, PlainMail? mail = null)
    {
        try
        {
            Assert.True(await new SmtpSender(server, TimeProvider.System, patience).SendAsync(mail ?? Mail("S", "B"), () => Task.FromResult(true), Cancel));
            return null;
        }
        catch (MailException e)
        {
            return e.Problem;
        }
    }
}
