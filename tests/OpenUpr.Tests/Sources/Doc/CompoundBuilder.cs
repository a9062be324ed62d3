using System.Buffers.Binary;
using System.Text;

namespace OpenUpr.Tests.Sources.Doc;

/// <summary>Builds compound files ([MS-CFB]) of sectors of 512 bytes: table of sectors, directory, then each stream, all one behind the other.</summary>
internal static class CompoundBuilder
{
    private const int Sector = 512;
    private const uint End = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;

    /// <param name="streams">Each longer than 4,096 bytes, else it would belong in the pool of small ones.</param>
    public static byte[] Build(params (string Name, byte[] Content)[] streams)
    {
        var sectors = 2 + streams.Sum(s => s.Content.Length / Sector);
        var file = new byte[(sectors + 1) * Sector];
        WriteHeader(file);
        var table = file.AsSpan(Sector, Sector);
        table.Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(table, 0xFFFFFFFD);
        BinaryPrimitives.WriteUInt32LittleEndian(table[4..], End);
        WriteEntry(file, 0, "Root Entry", 5, End, 0, 1);
        var next = 2;
        for (var i = 0; i < streams.Length; i++)
        {
            var (name, content) = streams[i];
            WriteEntry(file, i + 1, name, 2, (uint)next, (uint)content.Length, Free, i + 1 < streams.Length ? (uint)(i + 2) : Free);
            content.CopyTo(file, (next + 1) * Sector);
            for (var last = next + (content.Length / Sector) - 1; next <= last; next++)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(table[(4 * next)..], next == last ? End : (uint)next + 1);
            }
        }

        return file;
    }

    private static void WriteHeader(byte[] file)
    {
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        (int At, uint Value)[] fields = [(44, 1), (48, 1), (56, 4096), (60, End), (68, End), (76, 0)];
        foreach (var (at, value) in fields)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);
        }

        for (var i = 1; i < 109; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(76 + (4 * i)), Free);
        }

        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(26), 3);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(28), 0xFFFE);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(30), 9);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(32), 6);
    }

    private static void WriteEntry(byte[] file, int index, string name, byte type, uint first, uint size, uint child, uint right = Free)
    {
        var entry = file.AsSpan((2 * Sector) + (128 * index), 128);
        Encoding.Unicode.GetBytes(name).CopyTo(entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)((name.Length + 1) * 2));
        entry[66] = type;
        BinaryPrimitives.WriteUInt32LittleEndian(entry[68..], Free);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[72..], right);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[76..], child);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], first);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[120..], size);
    }
}
