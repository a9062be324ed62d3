using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OpenUpr.Accounts;

/// <summary>One-time codes by the clock (RFC 6238, 2011): six digits of HMAC-SHA-1, a new one every 30 seconds, as every code program makes them.</summary>
public static class Totp
{
    public const int Digits = 6;

    /// <summary>Seconds.</summary>
    public const int Step = 30;

    private const int SecretBytes = 20;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    public static long StepAt(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / Step;

    /// <summary>The code of a time step (RFC 4226, section 5.3).</summary>
    public static string CodeAt(ReadOnlySpan<byte> secret, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238 names SHA-1, and code programs know nothing else; HMAC does not need it to be free of collisions.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        var modulus = 1;
        for (var i = 0; i < digits; i++)
        {
            modulus *= 10;
        }

        return (number % modulus).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>The time step of a code that was typed: now, the one before or the one after, later than the last one that was taken. Null where it fits none.</summary>
    /// <param name="lastStep">No code is taken twice (RFC 6238, section 5.2).</param>
    public static long? FindStep(ReadOnlySpan<byte> secret, string? typed, DateTimeOffset now, long lastStep)
    {
        var plain = new string([.. (typed ?? "").Where(char.IsAsciiDigit)]);
        if (plain.Length != Digits)
        {
            return null;
        }

        long? found = null;
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
        {
            // Every step is compared, whichever fits.
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeAt(secret, step)), Encoding.ASCII.GetBytes(plain)) && step > lastStep)
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>The secret for typing into a code program: base32 (RFC 4648) in groups of four.</summary>
    public static string Spell(ReadOnlySpan<byte> secret)
    {
        var text = new StringBuilder();
        var (bits, count) = (0, 0);
        foreach (var part in secret)
        {
            bits = (bits << 8) | part;
            for (count += 8; count >= 5; count -= 5)
            {
                text.Append(Base32[(bits >> (count - 5)) & 31]);
            }

            bits &= (1 << count) - 1;
        }

        return string.Join(' ', text.ToString().Chunk(4).Select(c => new string(c)));
    }

    /// <summary>The address that a code program on the same device opens.</summary>
    public static string Link(ReadOnlySpan<byte> secret, string issuer, string name) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(name)}?secret={Spell(secret).Replace(" ", "", StringComparison.Ordinal)}&issuer={Uri.EscapeDataString(issuer)}";
}
