using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OpenUpr.Coalitions.Keys;

/// <summary>
/// One way to seal bytes: AES-256-GCM with a random nonce. The form is version (1 byte), number of the key (4, big-endian), nonce (12),
/// tag (16), cipher. The place where the bytes are kept is bound in, so that a sealed value moved to another row or column does not open.
/// </summary>
public static class Sealing
{
    public const int KeyBytes = 32;

    private const byte Version = 1;
    private const int Head = 1 + sizeof(int);
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>Bytes that sealing adds.</summary>
    public const int Overhead = Head + NonceBytes + TagBytes;

    public static byte[] Seal(ReadOnlySpan<byte> key, int keyNumber, ReadOnlySpan<byte> plain, string place)
    {
        var sealedBytes = new byte[Overhead + plain.Length];
        sealedBytes[0] = Version;
        BinaryPrimitives.WriteInt32BigEndian(sealedBytes.AsSpan(1), keyNumber);
        var nonce = sealedBytes.AsSpan(Head, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(Overhead), sealedBytes.AsSpan(Head + NonceBytes, TagBytes), Bound(sealedBytes.AsSpan(0, Head), place));
        return sealedBytes;
    }

    /// <summary>The number of the key that opens the bytes.</summary>
    /// <exception cref="CryptographicException">The bytes are not of this form.</exception>
    public static int KeyNumberOf(ReadOnlySpan<byte> sealedBytes) => sealedBytes.Length >= Overhead && sealedBytes[0] == Version
        ? BinaryPrimitives.ReadInt32BigEndian(sealedBytes[1..])
        : throw new CryptographicException("The sealed bytes are cut short or of another form.");

    /// <exception cref="CryptographicException">The bytes were changed, belong to another place, or the key is another.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> sealedBytes, string place)
    {
        using var opener = Opener(key);
        return Open(opener, sealedBytes, place);
    }

    /// <summary>A key made ready to open many values: making it ready takes longer than opening a short one.</summary>
    internal static AesGcm Opener(ReadOnlySpan<byte> key) => new(key, TagBytes);

    /// <exception cref="CryptographicException">The bytes were changed, belong to another place, or the key is another.</exception>
    internal static byte[] Open(AesGcm opener, ReadOnlySpan<byte> sealedBytes, string place)
    {
        KeyNumberOf(sealedBytes);
        var plain = new byte[sealedBytes.Length - Overhead];
        opener.Decrypt(sealedBytes.Slice(Head, NonceBytes), sealedBytes[Overhead..], sealedBytes.Slice(Head + NonceBytes, TagBytes), plain, Bound(sealedBytes[..Head], place));
        return plain;
    }

    private static byte[] Bound(ReadOnlySpan<byte> head, string place) => [.. head, .. Encoding.UTF8.GetBytes(place)];
}
