using System.Buffers.Binary;
using OpenUpr.Sources.Workbooks;

namespace OpenUpr.Sources.Doc;

/// <summary>
/// When an old Office file was last saved, by its property set "SummaryInformation" ([MS-OLEPS] 2.21, [MS-OSHARED] 2.3.3.2.1). Only a hint: what is damaged
/// or missing there is no reason to refuse the document.
/// </summary>
internal static class DocDates
{
    private const string StreamName = "\u0005SummaryInformation";
    private const int MaxBytes = 1024 * 1024;

    /// <summary>Byte at which the place of the first set of properties stands.</summary>
    private const int SetPlace = 44;
    private const int MaxProperties = 500;
    private const uint LastSaved = 13;
    private const uint FileTime = 0x40;

    /// <summary>The day in UTC; null where the file does not say.</summary>
    public static DateOnly? Read(CompoundFile file)
    {
        try
        {
            return file.ReadStream(StreamName, MaxBytes) is { } bytes ? Find(bytes) : null;
        }
        catch (SourceException)
        {
            return null;
        }
    }

    private static DateOnly? Find(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < SetPlace + 4 || BinaryPrimitives.ReadUInt32LittleEndian(bytes[SetPlace..]) is var start && start + 8L > bytes.Length)
        {
            return null;
        }

        var set = bytes[(int)start..];
        var count = BinaryPrimitives.ReadUInt32LittleEndian(set[4..]);
        for (var i = 0; i < Math.Min(count, MaxProperties) && 16 + (8 * i) <= set.Length; i++)
        {
            var at = BinaryPrimitives.ReadUInt32LittleEndian(set[(12 + (8 * i))..]);
            if (BinaryPrimitives.ReadUInt32LittleEndian(set[(8 + (8 * i))..]) == LastSaved)
            {
                return at + 12L <= set.Length && BinaryPrimitives.ReadUInt32LittleEndian(set[(int)at..]) == FileTime ? DayOf(BinaryPrimitives.ReadInt64LittleEndian(set[((int)at + 4)..])) : null;
            }
        }

        return null;
    }

    /// <param name="ticks">Tenths of a microsecond since the year 1601.</param>
    private static DateOnly? DayOf(long ticks) => ticks > 0 && ticks < DateTime.MaxValue.Ticks - DateTime.FromFileTimeUtc(0).Ticks ? DateOnly.FromDateTime(DateTime.FromFileTimeUtc(ticks)) : null;
}
