using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using OpenUpr.Sources.Pdf.Objects;

namespace OpenUpr.Sources.Pdf.Encryption;

/// <summary>
/// Opens documents that are protected against changes but not against reading: their user password is empty (ISO 32000-1, 7.6;
/// ISO 32000-2, 7.6.4 for AES with 256 bits).
/// </summary>
internal sealed class Decryptor
{
    private const int SaltBytes = 5;
    private const int MaxObjectKey = 16;

    private readonly byte[] _key;
    private readonly Method _method;

    private Decryptor(byte[] key, Method method)
    {
        _key = key;
        _method = method;
    }

    private enum Method
    {
        None,
        Rc4,
        Aes128,
        Aes256,
    }

    /// <param name="encrypt">The document's encryption dictionary.</param>
    /// <param name="id">The first part of the document's identifier.</param>
    /// <exception cref="SourceException">It needs a password, or is protected in a way that is not read.</exception>
    public static Decryptor Open(PdfDictionary encrypt, byte[] id)
    {
        if (encrypt["Filter"].Name is not (null or "Standard"))
        {
            throw PdfError.Encrypted("it is encrypted with a certificate or in another way of its own");
        }

        var method = MethodOf(encrypt);
        var key = method == Method.Aes256 ? FileKey.OfAes256(encrypt) : FileKey.OfRc4(encrypt, id);
        return new Decryptor(key ?? throw PdfError.Encrypted("it opens only with a password"), method);
    }

    /// <param name="content">The bytes of a stream.</param>
    /// <param name="number">Of the object that it is.</param>
    public ArraySegment<byte> Decrypt(ArraySegment<byte> content, int number, int generation) => _method switch
    {
        Method.Rc4 => Rc4.Apply(ObjectKey(number, generation), content),
        Method.Aes128 => Aes(ObjectKey(number, generation), content),
        Method.Aes256 => Aes(_key, content),
        _ => content,
    };

    private static Method MethodOf(PdfDictionary encrypt)
    {
        var version = encrypt["V"].Int;
        if (version is 1 or 2)
        {
            return Method.Rc4;
        }

        if (version is not (4 or 5))
        {
            throw PdfError.Encrypted("it is encrypted in a way that is not known");
        }

        return encrypt["StmF"].Name is not { } filter || filter == "Identity" ? Method.None : encrypt["CF"].Dictionary?[filter].Dictionary?["CFM"].Name switch
        {
            "V2" => Method.Rc4,
            "AESV2" => Method.Aes128,
            "AESV3" => Method.Aes256,
            _ => Method.None,
        };
    }

    [SuppressMessage("Security", "CA5351", Justification = "The format prescribes MD5; nothing is kept secret with it here.")]
    private byte[] ObjectKey(int number, int generation)
    {
        Span<byte> salted = stackalloc byte[_key.Length + SaltBytes + 4];
        _key.CopyTo(salted);
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(four, number);
        four[..3].CopyTo(salted[_key.Length..]);
        BinaryPrimitives.WriteInt32LittleEndian(four, generation);
        four[..2].CopyTo(salted[(_key.Length + 3)..]);
        "sAlT"u8.CopyTo(salted[(_key.Length + SaltBytes)..]);
        var used = _method == Method.Aes128 ? salted : salted[..(_key.Length + SaltBytes)];
        return MD5.HashData(used)[..Math.Min(_key.Length + SaltBytes, MaxObjectKey)];
    }

    private static ArraySegment<byte> Aes(byte[] key, ArraySegment<byte> content)
    {
        const int Block = 16;
        var whole = (content.Count / Block) * Block;
        if (whole < 2 * Block)
        {
            return ArraySegment<byte>.Empty;
        }

        using var aes = System.Security.Cryptography.Aes.Create();
        aes.Key = key;
        var plain = aes.DecryptCbc(content.AsSpan(Block, whole - Block), content.AsSpan(0, Block), PaddingMode.None);

        // The last byte says how many were added; a damaged one costs nothing.
        var added = plain[^1];
        return new(plain, 0, added is >= 1 and <= Block ? plain.Length - added : plain.Length);
    }
}
