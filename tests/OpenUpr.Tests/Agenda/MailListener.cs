using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MimeKit;

namespace OpenUpr.Tests.Agenda;

/// <summary>A mail that the listener took: over TLS or not, from whom, to whom.</summary>
internal sealed record Letter(byte[] Bytes, string To, bool Tls, string? User)
{
    public MimeMessage Message { get; } = MimeMessage.Load(new MemoryStream(Bytes));

    public string Body => Message.TextBody ?? "";

    public bool IsDigest => Message.MessageId is { } id && id.StartsWith("digest-", StringComparison.Ordinal);

    /// <summary>Header and text as they came.</summary>
    public string Whole => Encoding.ASCII.GetString(Bytes);
}

/// <summary>A mail server on a socket of this machine: EHLO, STARTTLS with a certificate of its own, AUTH, DATA.</summary>
internal sealed class MailListener : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly X509Certificate2 _certificate;
    private readonly Task _serving;

    public MailListener(string name = "localhost", IPAddress? address = null)
    {
        _listener = new TcpListener(address ?? IPAddress.Loopback, 0);
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
        _certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        Roots = [X509CertificateLoader.LoadCertificate(made.RawData)];
        _listener.Start();
        _serving = ServeAsync();
    }

    public X509Certificate2Collection Roots { get; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Whole messages that were taken, with whether they came over TLS and who signed in.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<Letter> Taken { get; } = [];

    /// <summary>What RCPT is answered with.</summary>
    public string Recipient { get; set; } = "250 ok";

    public bool OffersTls { get; set; } = true;

    /// <summary>Goes away when it has the whole text, without a word.</summary>
    public bool HangsUpAfterText { get; set; }

    /// <summary>Signs in by LOGIN alone.</summary>
    public bool LoginOnly { get; set; }

    /// <summary>Connections so far.</summary>
    public int Connections { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _certificate.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Connections++;
                await TalkAsync(client.GetStream());
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or AuthenticationException)
            {
                // The other side went away, or did not believe the certificate: the next one comes.
            }
        }
    }

    private async Task TalkAsync(Stream plain)
    {
        var (stream, tls, user, to) = (plain, false, (string?)null, "");
        await SayAsync(stream, "220 here");
        while (await LineAsync(stream) is { } line)
        {
            switch (line.Split(' ')[0])
            {
                case "EHLO":
                    await SayAsync(stream, tls ? $"250-here\r\n250 AUTH {(LoginOnly ? "LOGIN" : "PLAIN LOGIN")}" : OffersTls ? "250-here\r\n250 STARTTLS" : "250 here");
                    break;
                case "STARTTLS":
                    await SayAsync(stream, "220 go");
                    var secure = new SslStream(stream);
                    await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
                    (stream, tls) = (secure, true);
                    break;
                case "AUTH":
                    user = await SignInAsync(stream, line);
                    break;
                case "RCPT":
                    to = line;
                    await SayAsync(stream, Recipient);
                    break;
                case "DATA":
                    await SayAsync(stream, "354 go on");
                    if (await TextAsync(stream) is not { } text)
                    {
                        return;
                    }

                    Taken.Enqueue(new Letter(text, to, tls, user));
                    if (HangsUpAfterText)
                    {
                        return;
                    }

                    await SayAsync(stream, "250 taken");
                    break;
                case "QUIT":
                    return;
                default:
                    await SayAsync(stream, "250 ok");
                    break;
            }
        }
    }

    /// <summary>Who signed in; null for nobody.</summary>
    private async Task<string?> SignInAsync(Stream stream, string line)
    {
        string[] given;
        if (line.Split(' ') is [_, "PLAIN", var all])
        {
            given = Text(all).Split('\0')[1..];
        }
        else
        {
            await SayAsync(stream, "334 VXNlcm5hbWU6");
            var name = Text(await LineAsync(stream) ?? "");
            await SayAsync(stream, "334 UGFzc3dvcmQ6");
            given = [name, Text(await LineAsync(stream) ?? "")];
        }

        var isRight = given is ["me", "secret"];
        await SayAsync(stream, isRight ? "235 ok" : "535 no");
        return isRight ? given[0] : null;

        static string Text(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));
    }

    /// <summary>A text until its dot, lines as they were before dots were doubled; null where the other side went away before.</summary>
    private async Task<byte[]?> TextAsync(Stream stream)
    {
        var text = new StringBuilder();
        while (await LineAsync(stream) is { } part)
        {
            if (part == ".")
            {
                return Encoding.ASCII.GetBytes(text.ToString());
            }

            text.Append(part.StartsWith('.') ? part[1..] : part).Append("\r\n");
        }

        return null;
    }

    private async Task SayAsync(Stream stream, string line)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), _stop.Token);
        await stream.FlushAsync(_stop.Token);
    }

    private async Task<string?> LineAsync(Stream stream)
    {
        var (line, one) = (new StringBuilder(), new byte[1]);
        while (await stream.ReadAsync(one, _stop.Token) == 1)
        {
            if (one[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)one[0]);
        }

        return null;
    }
}
