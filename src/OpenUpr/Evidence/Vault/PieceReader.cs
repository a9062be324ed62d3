using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Evidence.Vault;

/// <summary>
/// A sealed file as a stream that can be read from any place; memory holds one piece in the clear and, for who reads on from the beginning, a few
/// sealed ones that come next. Nothing of it touches the disk in the clear.
/// </summary>
internal sealed class PieceReader(Store store, CoalitionAccess access, long fileId, string copy, byte[] key, long size) : Stream
{
    /// <summary>Pieces that are asked for at once while somebody reads one after the other: a question costs more than a piece.</summary>
    private const int Ahead = 4;

    private readonly Dictionary<int, byte[]> _fetched = [];
    private byte[]? _piece;
    private int _number = -1;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => size;

    public override long Position
    {
        get => _position;
        set => _position = value is >= 0 && value <= size ? value : throw new EndOfStreamException();
    }

    /// <exception cref="CryptographicException">A piece was changed, moved or taken away, or the file was shredded.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_position >= size || buffer.Length == 0)
        {
            return 0;
        }

        var number = (int)(_position / Pieces.Bytes);
        if (number != _number)
        {
            if (!_fetched.ContainsKey(number))
            {
                using var db = store.Open(access);
                Fetched([.. Next(db, number)]);
            }

            Keep(number);
        }

        return Take(buffer);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= size || buffer.Length == 0)
        {
            return 0;
        }

        var number = (int)(_position / Pieces.Bytes);
        if (number != _number)
        {
            if (!_fetched.ContainsKey(number))
            {
                await using var db = store.Open(access);
                Fetched(await Next(db, number).ToListAsync(cancellationToken));
            }

            Keep(number);
        }

        return Take(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch { SeekOrigin.Begin => offset, SeekOrigin.Current => _position + offset, _ => size + offset };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        CryptographicOperations.ZeroMemory(_piece);
        CryptographicOperations.ZeroMemory(key);
        base.Dispose(disposing);
    }

    private IQueryable<EvidencePiece> Next(OpenUprDb db, int number)
    {
        var end = number + (number == _number + 1 ? Ahead : 1);
        return db.EvidencePieces.AsNoTracking().Where(p => p.FileId == fileId && p.Copy == copy && p.Number >= number && p.Number < end);
    }

    private void Fetched(List<EvidencePiece> pieces)
    {
        _fetched.Clear();
        foreach (var piece in pieces)
        {
            _fetched[piece.Number] = piece.Bytes;
        }
    }

    private void Keep(int number)
    {
        if (!_fetched.Remove(number, out var sealedBytes))
        {
            throw new CryptographicException("A piece of the file is not there.");
        }

        CryptographicOperations.ZeroMemory(_piece);
        var isLast = number == Pieces.Count(size) - 1;
        _piece = Pieces.Open(key, sealedBytes, fileId, copy, number, isLast);
        _number = number;
        if (_piece.Length != (isLast ? (int)(size - ((long)number * Pieces.Bytes)) : Pieces.Bytes))
        {
            throw new CryptographicException("A piece of the file has another length than it had.");
        }
    }

    private int Take(Span<byte> buffer)
    {
        var at = (int)(_position - ((long)_number * Pieces.Bytes));
        var take = Math.Min(buffer.Length, _piece!.Length - at);
        _piece.AsSpan(at, take).CopyTo(buffer);
        _position += take;
        return take;
    }
}
