using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace OpenUpr.Agenda.Mail;

/// <summary>Lines to and from a mail server (RFC 5321, section 4.2, 2008), in the clear until <see cref="SecureAsync"/>.</summary>
internal sealed class SmtpTalk(Stream plain) : IAsyncDisposable
{
    /// <summary>Letters of one line of an answer, and lines of it: a server that says more is none.</summary>
    private const int MostLetters = 2_000;
    private const int MostLines = 100;

    private readonly byte[] _one = new byte[1];
    private Stream _stream = plain;

    /// <summary>Goes on over TLS (RFC 3207, 2002).</summary>
    /// <param name="host">The name that the certificate must have.</param>
    /// <param name="roots">Believed instead of the machine's own; null for those.</param>
    /// <exception cref="System.Security.Authentication.AuthenticationException">The certificate is not believed.</exception>
    public async Task SecureAsync(string host, X509Certificate2Collection? roots, CancellationToken cancel)
    {
        var tls = new SslStream(_stream);
        _stream = tls;
        var options = new SslClientAuthenticationOptions { TargetHost = host };
        if (roots is not null)
        {
            options.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(roots);
        }

        await tls.AuthenticateAsClientAsync(options, cancel);
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        await _stream.WriteAsync(bytes, cancel);
        await _stream.FlushAsync(cancel);
    }

    /// <summary>Sends a line and returns the lines of the answer.</summary>
    public async Task<IReadOnlyList<string>> SayAsync(string line, int kind, MailProblem refused, CancellationToken cancel)
    {
        await WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), cancel);
        return await ExpectAsync(kind, refused, cancel);
    }

    /// <summary>The lines of an answer without their codes.</summary>
    /// <param name="kind">First digit that it must have.</param>
    /// <param name="refused">What a refusal for good means here.</param>
    /// <exception cref="MailException">The server refuses.</exception>
    /// <exception cref="InvalidDataException">That is no answer of a mail server.</exception>
    public async Task<IReadOnlyList<string>> ExpectAsync(int kind, MailProblem refused, CancellationToken cancel)
    {
        var lines = new List<string>();
        while (lines.Count < MostLines)
        {
            var line = await LineAsync(cancel);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            {
                throw new InvalidDataException("That is no answer of a mail server.");
            }

            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] == ' ')
            {
                return code / 100 == kind ? lines : throw new MailException(code / 100 == 4 ? MailProblem.Later : refused);
            }
        }

        throw new InvalidDataException("The mail server's answer has no end.");
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    // Octet by octet: nothing that came in the clear may wait in a buffer when TLS begins.
    private async Task<string> LineAsync(CancellationToken cancel)
    {
        var line = new StringBuilder();
        while (line.Length < MostLetters)
        {
            if (await _stream.ReadAsync(_one, cancel) == 0)
            {
                throw new EndOfStreamException();
            }

            if (_one[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)_one[0]);
        }

        throw new InvalidDataException("A line of the mail server has no end.");
    }
}
