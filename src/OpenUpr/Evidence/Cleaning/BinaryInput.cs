using System.Buffers.Binary;

namespace OpenUpr.Evidence.Cleaning;

/// <summary>Reads numbers and runs of bytes off a file that may end anywhere.</summary>
internal sealed class BinaryInput(Stream stream, CleaningJob job)
{
    private readonly byte[] _buffer = new byte[64 * 1024];

    public Stream Stream => stream;

    public long Position
    {
        get => stream.Position;
        set => stream.Position = value <= stream.Length ? value : throw new CleaningException(Blocks.Damaged);
    }

    public long Length => stream.Length;

    public long Left => stream.Length - stream.Position;

    /// <summary>The next byte, or -1 at the end.</summary>
    public int TryByte()
    {
        return stream.Read(_buffer, 0, 1) == 0 ? -1 : _buffer[0];
    }

    public byte Byte() => TryByte() is var b and >= 0 ? (byte)b : throw new CleaningException(Blocks.Damaged);

    public byte[] Bytes(long count)
    {
        job.Step();
        if (count < 0 || count > Left || count > 64 * 1024 * 1024)
        {
            throw new CleaningException(Blocks.Damaged);
        }

        var bytes = new byte[count];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public ushort U16() => BinaryPrimitives.ReadUInt16BigEndian(Bytes(2));

    public uint U32() => BinaryPrimitives.ReadUInt32BigEndian(Bytes(4));

    public uint U32Little() => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4));

    public ulong U64() => BinaryPrimitives.ReadUInt64BigEndian(Bytes(8));

    public void Skip(long count)
    {
        if (count < 0 || count > Left)
        {
            throw new CleaningException(Blocks.Damaged);
        }

        stream.Position += count;
    }

    public void CopyTo(Stream output, long count)
    {
        if (count < 0 || count > Left)
        {
            throw new CleaningException(Blocks.Damaged);
        }

        while (count > 0)
        {
            job.Step();
            var read = stream.Read(_buffer, 0, (int)Math.Min(count, _buffer.Length));
            if (read == 0)
            {
                throw new CleaningException(Blocks.Damaged);
            }

            output.Write(_buffer, 0, read);
            count -= read;
        }
    }
}
