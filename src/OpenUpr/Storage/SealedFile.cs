using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OpenUpr.Storage;

/// <summary>
/// The form of a file that a passphrase opens: a head of 48 bytes (OPUPRSL1, kind, three zeros, iterations, salt, check), then pieces of
/// 64 KiB under AES-256-GCM with 16 bytes of tag each. A piece's number is its nonce, and the head and whether it is the last are bound in:
/// pieces cannot be changed, moved, left out or cut off, nor a head put before other pieces. docs/formats.md describes it for others.
/// </summary>
public sealed class SealedFile
{
    public const byte Backup = (byte)'B';
    public const byte Coalition = (byte)'C';

    internal const int HeadBytes = 48;
    internal const int PieceBytes = 64 * 1024;
    internal const int TagBytes = 16;

    /// <summary>Of PBKDF2-HMAC-SHA-256 (OWASP Password Storage Cheat Sheet, 2023).</summary>
    private const int Iterations = 600_000;

    /// <summary>A file from elsewhere must not make the machine count for hours, nor have been made weaker than we make them.</summary>
    private const int MostIterations = 10_000_000;

    private const int NonceBytes = 12;
    private const int KeyBytes = 32;
    private const int IterationsAt = 12;
    private const int SaltAt = 16;
    private const int CheckAt = 32;

    private static readonly byte[] s_magic = "OPUPRSL1"u8.ToArray();

    private readonly byte[] _master;

    private SealedFile(byte[] head, byte[] master)
    {
        (Head, _master) = (head, master);
        Key = Derive("pieces");
    }

    internal byte[] Head { get; }

    internal byte[] Key { get; }

    /// <summary>The head and keys of a new file.</summary>
    public static SealedFile Create(string passphrase, byte kind)
    {
        var head = new byte[HeadBytes];
        s_magic.CopyTo(head, 0);
        head[s_magic.Length] = kind;
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(IterationsAt), Iterations);
        RandomNumberGenerator.Fill(head.AsSpan(SaltAt, CheckAt - SaltAt));
        var master = Stretch(passphrase, head);
        CheckOf(master).CopyTo(head.AsSpan(CheckAt));
        return new SealedFile(head, master);
    }

    /// <summary>Reads the head at the beginning of <paramref name="input"/>.</summary>
    /// <exception cref="InvalidDataException">The file is of another form.</exception>
    /// <exception cref="StoreException">The passphrase is another.</exception>
    public static SealedFile Open(Stream input, string passphrase, byte kind)
    {
        input.Position = 0;
        var head = new byte[HeadBytes];
        if (input.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false) < HeadBytes || !IsHead(head, kind))
        {
            throw new InvalidDataException("it does not begin as a sealed file of this kind.");
        }

        var master = Stretch(passphrase, head);
        return CryptographicOperations.FixedTimeEquals(CheckOf(master), head.AsSpan(CheckAt)) ? new SealedFile(head, master)
            : throw new StoreException("The passphrase does not open this file. Nothing was changed. Mind capital letters and spaces; without the right passphrase nobody can read the file.");
    }

    /// <summary>Whether a stream begins as a sealed file of this kind; its position stays.</summary>
    public static bool IsIn(Stream input, byte kind)
    {
        var head = new byte[HeadBytes];
        var position = input.Position;
        var read = input.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false);
        input.Position = position;
        return read == HeadBytes && IsHead(head, kind);
    }

    /// <summary>Another key from the same passphrase, for one purpose.</summary>
    internal byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _master, KeyBytes, info: Encoding.UTF8.GetBytes(purpose));

    internal void Seal(AesGcm aes, long number, bool isLast, ReadOnlySpan<byte> plain, Span<byte> cipher) =>
        aes.Encrypt(Nonce(number), plain, cipher[..plain.Length], cipher.Slice(plain.Length, TagBytes), Bound(isLast));

    /// <exception cref="InvalidDataException">The piece is not what was sealed.</exception>
    internal void Unseal(AesGcm aes, long number, bool isLast, ReadOnlySpan<byte> cipher, Span<byte> plain)
    {
        try
        {
            aes.Decrypt(Nonce(number), cipher[..^TagBytes], cipher[^TagBytes..], plain, Bound(isLast));
        }
        catch (CryptographicException e)
        {
            throw new InvalidDataException($"piece {number + 1} was changed, or what follows it was cut off.", e);
        }
    }

    private static bool IsHead(ReadOnlySpan<byte> head, byte kind) => head.StartsWith(s_magic) && head[s_magic.Length] == kind
        && BinaryPrimitives.ReadInt32BigEndian(head[IterationsAt..]) is >= Iterations and <= MostIterations;

    private static byte[] Stretch(string passphrase, byte[] head) => Rfc2898DeriveBytes.Pbkdf2(
        Encoding.UTF8.GetBytes(passphrase.Normalize(NormalizationForm.FormKC)), head.AsSpan(SaltAt, CheckAt - SaltAt), BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(IterationsAt)), HashAlgorithmName.SHA256, KeyBytes);

    private static byte[] CheckOf(byte[] master) => HKDF.DeriveKey(HashAlgorithmName.SHA256, master, HeadBytes - CheckAt, info: "check"u8.ToArray());

    private static byte[] Nonce(long number)
    {
        var nonce = new byte[NonceBytes];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(NonceBytes - sizeof(long)), number);
        return nonce;
    }

    private byte[] Bound(bool isLast) => [.. Head, isLast ? (byte)1 : (byte)0];
}
