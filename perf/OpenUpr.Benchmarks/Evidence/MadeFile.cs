using System.Text;

namespace OpenUpr.Benchmarks.Evidence;

/// <summary>A file of any size that is made as it is read, so that it takes no memory itself: a head with metadata, content, an end.</summary>
internal sealed class MadeFile : Stream
{
    private readonly byte[] _head;
    private readonly byte[] _end;
    private readonly long _size;
    private readonly byte[] _block = new byte[64 * 1024];
    private long _position;

    public MadeFile(string way, long size)
    {
        _size = size;
        (_head, _end) = way switch
        {
            "jpeg" => ([0xFF, 0xD8, 0xFF, 0xE1, 0, 16, .. "Exif\0\0somebody"u8, 0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0], (byte[])[0xFF, 0xD9]),
            "wav" => (Wav(size), []),
            _ => (Array.Empty<byte>(), Array.Empty<byte>()),
        };
        new Random(5).NextBytes(_block);
        for (var i = 0; i < _block.Length; i++)
        {
            _block[i] = (byte)('a' + (_block[i] % 26));
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => _size;

    public override long Position { get => _position; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, _size - _position);
        for (var i = 0; i < count; i += 0)
        {
            var source = _position < _head.Length ? _head.AsSpan((int)_position) : _position >= _size - _end.Length ? _end.AsSpan((int)(_position - _size + _end.Length)) : Middle();
            var take = Math.Min(source.Length, count - i);
            source[..take].CopyTo(buffer[i..]);
            (i, _position) = (i + take, _position + take);
        }

        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private Span<byte> Middle() => _block.AsSpan(0, (int)Math.Min(_block.Length, _size - _end.Length - _position));

    /// <summary>RIFF with a chunk that names its maker, and sound.</summary>
    private static byte[] Wav(long size)
    {
        using var head = new MemoryStream();
        using var writer = new BinaryWriter(head);
        writer.Write("RIFF"u8);
        writer.Write((uint)(size - 8));
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(8000);
        writer.Write(8000);
        writer.Write((short)1);
        writer.Write((short)8);
        writer.Write("LIST"u8);
        writer.Write(20);
        writer.Write(Encoding.ASCII.GetBytes("INFOIART\u0008\0\0\0somebody"));
        writer.Write("data"u8);
        writer.Write((uint)(size - head.Length - 4));
        return head.ToArray();
    }
}
