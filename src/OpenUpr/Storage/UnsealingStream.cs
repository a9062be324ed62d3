using System.Security.Cryptography;

namespace OpenUpr.Storage;

/// <summary>Reads a sealed file (<see cref="SealedFile"/>) at any place. That its end is the end is checked before the first byte is given out.</summary>
public sealed class UnsealingStream : Stream
{
    private const int SealedPiece = SealedFile.PieceBytes + SealedFile.TagBytes;

    private readonly SealedFile _file;
    private readonly Stream _input;
    private readonly AesGcm _aes;
    private readonly byte[] _cipher = new byte[SealedPiece];
    private readonly byte[] _plain = new byte[SealedFile.PieceBytes];
    private readonly long _pieces;
    private readonly int _lastBytes;
    private long _held = -1;
    private long _position;

    /// <param name="input">The sealed file; it must be seekable and stays open.</param>
    /// <exception cref="InvalidDataException">The file was cut or changed.</exception>
    public UnsealingStream(SealedFile file, Stream input)
    {
        (_file, _input, _aes) = (file, input, new AesGcm(file.Key, SealedFile.TagBytes));
        var body = input.Length - SealedFile.HeadBytes;
        _pieces = (body + SealedPiece - 1) / SealedPiece;
        _lastBytes = (int)(body - ((_pieces - 1) * SealedPiece) - SealedFile.TagBytes);
        if (_pieces < 1 || _lastBytes < 0)
        {
            throw new InvalidDataException("its end is missing.");
        }

        Length = ((_pieces - 1) * SealedFile.PieceBytes) + _lastBytes;
        Hold(_pieces - 1);
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position { get => _position; set => _position = value >= 0 ? value : throw new IOException("Before the beginning of the file."); }

    public override int Read(Span<byte> buffer)
    {
        if (_position >= Length || buffer.IsEmpty)
        {
            return 0;
        }

        var piece = _position / SealedFile.PieceBytes;
        Hold(piece);
        var at = (int)(_position % SealedFile.PieceBytes);
        var bytes = Math.Min(buffer.Length, BytesOf(piece) - at);
        _plain.AsSpan(at, bytes).CopyTo(buffer);
        _position += bytes;
        return bytes;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + (origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => _position,
        _ => Length,
    });

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _aes.Dispose();
            CryptographicOperations.ZeroMemory(_plain);
        }

        base.Dispose(disposing);
    }

    private int BytesOf(long piece) => piece == _pieces - 1 ? _lastBytes : SealedFile.PieceBytes;

    private void Hold(long piece)
    {
        if (_held == piece)
        {
            return;
        }

        _held = -1;
        var bytes = BytesOf(piece);
        _input.Position = SealedFile.HeadBytes + (piece * SealedPiece);
        _input.ReadExactly(_cipher, 0, bytes + SealedFile.TagBytes);
        _file.Unseal(_aes, piece, piece == _pieces - 1, _cipher.AsSpan(0, bytes + SealedFile.TagBytes), _plain.AsSpan(0, bytes));
        _held = piece;
    }
}
