using System.Runtime.InteropServices;
using System.Text;

namespace OpenUpr.Search.Index;

/// <summary>Adds up everything that passes through, so that a changed byte is noticed.</summary>
internal struct RunningChecksum
{
    private ulong _sum;

    public RunningChecksum() => _sum = 0xCBF29CE484222325;

    public readonly ulong Value => _sum;

    /// <summary>Eight bytes at a time (FNV's step with a rotation): quick enough not to matter beside the disk.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        var sum = _sum;
        foreach (var word in words)
        {
            sum = ulong.RotateLeft((sum ^ word) * 0x9E3779B97F4A7C15, 29);
        }

        foreach (var single in bytes[(words.Length * sizeof(ulong))..])
        {
            sum = ulong.RotateLeft((sum ^ single) * 0x9E3779B97F4A7C15, 29);
        }

        _sum = sum;
    }
}

/// <summary>Writes columns in the machine's own byte order: a snapshot never travels.</summary>
internal sealed class ColumnWriter(Stream to)
{
    private RunningChecksum _sum = new();

    public ulong Checksum => _sum.Value;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        _sum.Add(bytes);
        to.Write(bytes);
    }

    public void WriteNumber(long number) => Write(MemoryMarshal.AsBytes(new ReadOnlySpan<long>(in number)));

    public void WriteArray<T>(T[] items)
        where T : unmanaged
    {
        WriteNumber(items.Length);
        Write(MemoryMarshal.AsBytes(items.AsSpan()));
    }

    public void WriteStrings(string[] items)
    {
        WriteArray(Array.ConvertAll(items, i => i.Length));
        WriteArray(string.Concat(items).ToCharArray());
    }
}

/// <summary>Reads what <see cref="ColumnWriter"/> wrote. Lengths are checked against what is left of the file before anything is made.</summary>
/// <remarks>Throws <see cref="EndOfStreamException"/> or <see cref="InvalidDataException"/>.</remarks>
internal sealed class ColumnReader(Stream from)
{
    private RunningChecksum _sum = new();

    public ulong Checksum => _sum.Value;

    public void ReadExactly(Span<byte> bytes)
    {
        from.ReadExactly(bytes);
        _sum.Add(bytes);
    }

    public long ReadNumber()
    {
        var number = 0L;
        ReadExactly(MemoryMarshal.AsBytes(new Span<long>(ref number)));
        return number;
    }

    public T[] ReadArray<T>()
        where T : unmanaged
    {
        var length = ReadNumber();
        if (length < 0 || length > (from.Length - from.Position) / Marshal.SizeOf<T>())
        {
            throw new InvalidDataException("The snapshot is shorter than it says.");
        }

        var items = new T[length];
        ReadExactly(MemoryMarshal.AsBytes(items.AsSpan()));
        return items;
    }

    public string[] ReadStrings()
    {
        var lengths = ReadArray<int>();
        // Not char: its marshalled size is one byte.
        var text = MemoryMarshal.Cast<ushort, char>(ReadArray<ushort>());
        var (items, at) = (new string[lengths.Length], 0);
        for (var i = 0; i < items.Length; i++)
        {
            if (lengths[i] < 0 || lengths[i] > text.Length - at)
            {
                throw new InvalidDataException("The snapshot's texts do not fit their lengths.");
            }

            items[i] = new string(text.Slice(at, lengths[i]));
            at += lengths[i];
        }

        return items;
    }
}
