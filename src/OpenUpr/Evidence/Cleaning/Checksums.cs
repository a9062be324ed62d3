namespace OpenUpr.Evidence.Cleaning;

/// <summary>The sums that PNG (its annex D) and Ogg (RFC 3533, 6) put over their parts.</summary>
internal static class Checksums
{
    private static readonly uint[] s_png = Table(n => Step(n, 8, v => (v & 1) != 0 ? 0xEDB88320 ^ (v >> 1) : v >> 1));
    private static readonly uint[] s_ogg = Table(n => Step(n << 24, 8, v => (v & 0x80000000) != 0 ? (v << 1) ^ 0x04C11DB7 : v << 1));

    public static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var sum = 0xFFFFFFFF;
        foreach (var b in bytes)
        {
            sum = s_png[(sum ^ b) & 0xFF] ^ (sum >> 8);
        }

        return sum ^ 0xFFFFFFFF;
    }

    public static uint Ogg(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        foreach (var b in bytes)
        {
            sum = (sum << 8) ^ s_ogg[(byte)(sum >> 24) ^ b];
        }

        return sum;
    }

    private static uint[] Table(Func<uint, uint> entry) => [.. Enumerable.Range(0, 256).Select(n => entry((uint)n))];

    private static uint Step(uint value, int times, Func<uint, uint> step) => times == 0 ? value : Step(step(value), times - 1, step);
}
