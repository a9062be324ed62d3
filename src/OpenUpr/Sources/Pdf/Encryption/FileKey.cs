using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using OpenUpr.Sources.Pdf.Objects;

namespace OpenUpr.Sources.Pdf.Encryption;

/// <summary>Derives a document's key from the empty password, and checks that it is the right one.</summary>
internal static class FileKey
{
    private const int PasswordBytes = 32;

    /// <summary>What stands for the characters that a password lacks (ISO 32000-1, 7.6.3.3).</summary>
    private static readonly byte[] _padding =
    [
        0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
        0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
    ];

    /// <returns>Null when the password is not the empty one.</returns>
    [SuppressMessage("Security", "CA5351", Justification = "The format prescribes MD5; nothing is kept secret with it here.")]
    public static byte[]? OfRc4(PdfDictionary encrypt, byte[] id)
    {
        var revision = encrypt["R"].Int;
        var length = encrypt["Length"] is { IsNumber: true } given ? Math.Clamp(given.Int / 8, 5, 16) : revision >= 4 ? 16 : 5;
        length = revision == 2 ? 5 : length;
        if (encrypt["O"].Bytes is not { Length: >= PasswordBytes } owner || encrypt["U"].Bytes is not { Length: >= 16 } user)
        {
            return null;
        }

        Span<byte> permissions = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(permissions, unchecked((uint)(long)Math.Clamp(encrypt["P"].Number, int.MinValue, uint.MaxValue)));
        var hidden = revision >= 4 && encrypt["EncryptMetadata"] is { Kind: PdfKind.Boolean, Number: 0 };
        byte[] seed = [.. _padding, .. owner.AsSpan(0, PasswordBytes), .. permissions, .. id, .. hidden ? [0xFF, 0xFF, 0xFF, 0xFF] : ReadOnlySpan<byte>.Empty];
        var key = MD5.HashData(seed)[..length];
        for (var i = 0; revision >= 3 && i < 50; i++)
        {
            key = MD5.HashData(key)[..length];
        }

        return Check(key, revision, id).AsSpan().SequenceEqual(user.AsSpan(0, revision == 2 ? Math.Min(PasswordBytes, user.Length) : 16)) ? key : null;
    }

    /// <returns>Null when the password is not the empty one.</returns>
    public static byte[]? OfAes256(PdfDictionary encrypt)
    {
        const int KeySalt = 40;
        const int CheckSalt = 32;
        if (encrypt["U"].Bytes is not { Length: >= 48 } user || encrypt["UE"].Bytes is not { Length: >= 32 } wrapped)
        {
            return null;
        }

        var revision = encrypt["R"].Int;
        if (!Hash(user.AsSpan(CheckSalt, 8), revision).AsSpan().SequenceEqual(user.AsSpan(0, 32)))
        {
            return null;
        }

        using var aes = Aes.Create();
        aes.Key = Hash(user.AsSpan(KeySalt, 8), revision);
        return aes.DecryptCbc(wrapped.AsSpan(0, 32), new byte[16], PaddingMode.None);
    }

    [SuppressMessage("Security", "CA5351", Justification = "The format prescribes MD5; nothing is kept secret with it here.")]
    private static byte[] Check(byte[] key, int revision, byte[] id)
    {
        if (revision == 2)
        {
            return Rc4.Apply(key, _padding);
        }

        var check = MD5.HashData([.. _padding, .. id]);
        for (var round = 0; round < 20; round++)
        {
            check = Rc4.Apply([.. key.Select(b => (byte)(b ^ round))], check);
        }

        return check;
    }

    /// <summary>The hash of the empty password with a salt: one round in revision 5, at least 64 in revision 6 (ISO 32000-2, algorithm 2.B).</summary>
    private static byte[] Hash(ReadOnlySpan<byte> salt, int revision)
    {
        var key = SHA256.HashData(salt);
        if (revision < 6)
        {
            return key;
        }

        const int Repeats = 64;
        const int MaxRounds = 1_000;
        using var aes = Aes.Create();
        for (var round = 0; round < MaxRounds; round++)
        {
            var block = new byte[key.Length * Repeats];
            for (var i = 0; i < Repeats; i++)
            {
                key.CopyTo(block, i * key.Length);
            }

            aes.Key = key[..16];
            var mixed = aes.EncryptCbc(block, key.AsSpan(16, 16), PaddingMode.None);
            var remainder = 0;
            foreach (var b in mixed.AsSpan(0, 16))
            {
                remainder += b;
            }

            key = (remainder % 3) switch { 0 => SHA256.HashData(mixed), 1 => SHA384.HashData(mixed), _ => SHA512.HashData(mixed) };
            if (round >= 63 && mixed[^1] <= round - 31)
            {
                break;
            }
        }

        return key[..32];
    }
}
