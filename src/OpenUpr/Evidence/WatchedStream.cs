namespace OpenUpr.Evidence;

/// <summary>A stream that is read from its beginning to its end, and asks now and then whether it may go on.</summary>
/// <param name="check">Throws where it may not.</param>
internal sealed class WatchedStream(Stream inner, Func<Task> check) : Stream
{
    /// <summary>Bytes between two questions: some seconds of a slow line, and few questions on a fast one.</summary>
    public const int Between = 1024 * 1024;

    private long _read;
    private long _asked = -Between;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken);
        _read += count;
        if (count == 0 || _read - _asked >= Between)
        {
            _asked = _read;
            await check();
        }

        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
