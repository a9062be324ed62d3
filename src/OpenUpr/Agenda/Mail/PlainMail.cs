using MimeKit;
using MimeKit.Text;

namespace OpenUpr.Agenda.Mail;

/// <summary>A mail of plain text. Nothing in it is fetched from anywhere.</summary>
/// <param name="Id">The same for the same mail however often it is tried.</param>
/// <param name="Unsubscribe">The address that ends such mails without signing in (RFC 2369, 1998; RFC 8058, 2017).</param>
public sealed record PlainMail(string To, string Subject, string Body, string Id, Uri Unsubscribe)
{
    private static readonly FormatOptions s_lines = Lines();

    /// <summary>The message as it goes over the wire: ASCII, CR LF at the end of each line.</summary>
    public byte[] Write(string from, DateTimeOffset at)
    {
        using var message = new MimeMessage { Subject = Subject, Date = at.ToUniversalTime(), MessageId = $"{Id}@{from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}" };
        message.From.Add(new MailboxAddress("OpenUPR", from));
        message.To.Add(new MailboxAddress(null, To));
        message.Headers.Add(HeaderId.ListUnsubscribe, $"<{Unsubscribe.AbsoluteUri}>");
        message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");

        // So that answering machines do not answer (RFC 3834, section 5, 2004).
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Body = new TextPart(TextFormat.Plain) { Text = Body, ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        using var stream = new MemoryStream();
        message.WriteTo(s_lines, stream);
        return stream.ToArray();
    }

    private static FormatOptions Lines()
    {
        var lines = FormatOptions.Default.Clone();
        lines.NewLineFormat = NewLineFormat.Dos;
        lines.EnsureNewLine = true;
        return lines;
    }
}
