using System.Security.Cryptography;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Evidence.Vault;

/// <summary>
/// Takes the bytes of a file and puts them into the store, sealed, a few pieces in a transaction: others can write meanwhile, and memory holds
/// these few. Nobody sees the pieces before the file's row is there.
/// </summary>
internal sealed class PieceWriter(Store store, CoalitionAccess access, long fileId, string copy, byte[] key, long maxBytes, CancellationToken cancel) : Stream
{
    /// <summary>Ids that are reserved at once.</summary>
    private const int IdBlock = 32;

    /// <summary>Pieces of one transaction: most of its time is waiting for the disk, once for all of them.</summary>
    private const int Together = 4;

    private readonly List<EvidencePiece> _sealed = [];
    private readonly byte[] _piece = new byte[Pieces.Bytes];
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private int _filled;
    private int _number;
    private long _nextId;
    private int _idsLeft;

    /// <summary>Bytes taken so far.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of all bytes, hex; after <see cref="FinishAsync"/>.</summary>
    public string Sha256 { get; private set; } = "";

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => Size;

    public override long Position
    {
        get => Size;
        set => throw new NotSupportedException();
    }

    /// <exception cref="FileTooLargeException">More bytes than a file may have.</exception>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (buffer.Length > 0)
        {
            if (_filled == _piece.Length)
            {
                await SealAsync(isLast: false);
            }

            var take = Math.Min(buffer.Length, _piece.Length - _filled);
            buffer[..take].Span.CopyTo(_piece.AsSpan(_filled));
            _hash.AppendData(buffer[..take].Span);
            (_filled, Size, buffer) = (_filled + take, Size + take, buffer[take..]);
            if (Size > maxBytes)
            {
                throw new FileTooLargeException();
            }
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // The cleaners are plain code on a thread of their own; they wait here for the store.
    public override void Write(byte[] buffer, int offset, int count) => WriteAsync(buffer.AsMemory(offset, count), cancel).AsTask().GetAwaiter().GetResult();

    public override void Write(ReadOnlySpan<byte> buffer) => Write(buffer.ToArray(), 0, buffer.Length);

    public override void Flush()
    {
    }

    /// <summary>Stores the last piece. A file without bytes has none.</summary>
    public async Task FinishAsync()
    {
        if (_filled > 0)
        {
            await SealAsync(isLast: true);
        }

        Sha256 = Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        CryptographicOperations.ZeroMemory(_piece);
        _hash.Dispose();
        base.Dispose(disposing);
    }

    private async Task SealAsync(bool isLast)
    {
        var bytes = Pieces.Seal(key, _piece.AsSpan(0, _filled), fileId, copy, _number, isLast);
        _sealed.Add(new EvidencePiece { CoalitionId = access.CoalitionId, FileId = fileId, Copy = copy, Number = _number, Bytes = bytes });
        (_number, _filled) = (_number + 1, 0);
        if (isLast || _sealed.Count == Together)
        {
            await StoreAsync();
        }
    }

    private async Task StoreAsync()
    {
        await using var db = store.Open(access);
        await using var transaction = await db.BeginWriteAsync(cancel);
        foreach (var piece in _sealed)
        {
            if (_idsLeft == 0)
            {
                _nextId = await db.TakeIdsAsync(Counters.EvidencePieces, IdBlock, cancel);
                _idsLeft = IdBlock;
            }

            (piece.Id, _nextId, _idsLeft) = (_nextId, _nextId + 1, _idsLeft - 1);
        }

        db.EvidencePieces.AddRange(_sealed);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        _sealed.Clear();
    }
}

/// <summary>More bytes came than a file may have.</summary>
public sealed class FileTooLargeException() : Exception("The file is larger than a file may be.");
