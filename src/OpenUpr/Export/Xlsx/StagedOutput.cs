using System.Buffers;

namespace OpenUpr.Export.Xlsx;

/// <summary>
/// Stands between a ZipArchive and the output: ZipArchive closes its entries with synchronous writes, which a web server refuses.
/// They land here, in memory, and are passed on asynchronously whenever <see cref="DrainAsync"/> is called.
/// </summary>
internal sealed class StagedOutput(Stream output) : Stream
{
    private readonly ArrayBufferWriter<byte> _staged = new(128 * 1024);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public async ValueTask DrainAsync(CancellationToken cancel)
    {
        if (_staged.WrittenCount > 0)
        {
            await output.WriteAsync(_staged.WrittenMemory, cancel);
            _staged.ResetWrittenCount();
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => _staged.Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => _staged.Write(buffer);

    public override void WriteByte(byte value) => _staged.Write([value]);

    public override void Flush()
    {
        // Draining is asked for, never implied.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
