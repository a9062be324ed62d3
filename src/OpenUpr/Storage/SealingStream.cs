using System.Security.Cryptography;

namespace OpenUpr.Storage;

/// <summary>Seals what is written to it, piece by piece (<see cref="SealedFile"/>). Only <see cref="FinishAsync"/> makes the file whole: one that broke off does not open.</summary>
public sealed class SealingStream(SealedFile file, Stream output) : Stream
{
    private readonly AesGcm _aes = new(file.Key, SealedFile.TagBytes);
    private readonly byte[] _plain = new byte[SealedFile.PieceBytes];
    private readonly byte[] _cipher = new byte[SealedFile.PieceBytes + SealedFile.TagBytes];
    private int _held;
    private long _number;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Writes the last piece. The output stays open.</summary>
    public async Task FinishAsync(CancellationToken cancel) => await WritePieceAsync(isLast: true, cancel);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (buffer.Length > 0)
        {
            if (_held == SealedFile.PieceBytes)
            {
                await WritePieceAsync(isLast: false, cancellationToken);
            }

            var taken = Math.Min(buffer.Length, SealedFile.PieceBytes - _held);
            buffer[..taken].CopyTo(_plain.AsMemory(_held));
            _held += taken;
            buffer = buffer[taken..];
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // The compressor writes its last bytes without waiting.
    public override void Write(byte[] buffer, int offset, int count) => WriteAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    /// <summary>Does nothing: a piece is written when it is full.</summary>
    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _aes.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask WritePieceAsync(bool isLast, CancellationToken cancel)
    {
        if (_number == 0)
        {
            await output.WriteAsync(file.Head, cancel);
        }

        file.Seal(_aes, _number++, isLast, _plain.AsSpan(0, _held), _cipher);
        await output.WriteAsync(_cipher.AsMemory(0, _held + SealedFile.TagBytes), cancel);
        _held = 0;
    }
}
