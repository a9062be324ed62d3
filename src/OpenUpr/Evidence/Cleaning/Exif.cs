using System.Buffers.Binary;

namespace OpenUpr.Evidence.Cleaning;

/// <summary>The only thing kept of a picture's EXIF data: which way is up (TIFF 6.0 tag 274; Exif 2.32, 4.6.4).</summary>
internal static class Exif
{
    private const ushort OrientationTag = 0x0112;
    private const int MaxEntries = 512;

    /// <summary>1 to 8; 1, upright, where none is said or the data make no sense.</summary>
    public static ushort OrientationOf(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 14)
        {
            return 1;
        }

        var little = tiff[0] == 'I';
        var start = U32(tiff[4..], little);
        if (start > tiff.Length - 2)
        {
            return 1;
        }

        var entries = tiff[(int)start..];
        var count = Math.Min(U16(entries, little), (ushort)MaxEntries);
        for (var (i, at) = (0, 2); i < count && at + 12 <= entries.Length; i++, at += 12)
        {
            if (U16(entries[at..], little) == OrientationTag)
            {
                return U16(entries[(at + 8)..], little) is var turned and >= 1 and <= 8 ? turned : (ushort)1;
            }
        }

        return 1;
    }

    /// <summary>Data that say which way is up and nothing else.</summary>
    public static byte[] OnlyOrientation(ushort turned) =>
        [(byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turned, 0, 0, 0, 0, 0, 0];

    private static ushort U16(ReadOnlySpan<byte> at, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint U32(ReadOnlySpan<byte> at, bool little) => little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
