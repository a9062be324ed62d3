using System.Reflection;
using System.Security.Cryptography;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Evidence.Vault;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions.Moving;

/// <summary>
/// Makes a row of a file one of this store: its number and those it names rise by one shift, the same for every table, so that no reference can be taken for
/// another's; what is sealed is opened with the old keys under its old place and sealed with the new one under its new place.
/// </summary>
internal sealed class MovedRow(long shift, long coalitionId, MovingKeys old, MovingKeys anew, IReadOnlyDictionary<(string Table, long Id, string Column), TravellingReference> names, Func<TravellingReference, long?> find)
{
    /// <summary>Numbers above this were made up: nobody writes so many rows.</summary>
    public const long GreatestId = 1L << 48;

    private readonly Dictionary<long, (byte[] Key, long Size, long? CleanSize)> _files = [];

    /// <summary>Public things that are not here, with the row that names each.</summary>
    public List<WaitingReference> Waiting { get; } = [];

    /// <summary>Public things that were found.</summary>
    public int Found { get; private set; }

    /// <summary>Sealed values and pieces of files that did not open: they were damaged before. They stay as they are.</summary>
    public int Unopened { get; private set; }

    /// <exception cref="InvalidDataException">The row's number cannot be one.</exception>
    public void Apply(MovingColumns columns, object row)
    {
        var was = (long)columns.Key.GetValue(row)!;
        if (was is < 1 or > GreatestId)
        {
            throw new InvalidDataException($"a row of {columns.Table} has the number {was}.");
        }

        SealAnew(columns, row, was);
        foreach (var column in columns.References)
        {
            Refer(columns, row, was, column);
        }

        columns.Key.SetValue(row, was + shift);
        columns.Coalition.SetValue(row, coalitionId);
        columns.ForgetAccount(row);
    }

    private void Refer(MovingColumns columns, object row, long was, PropertyInfo column)
    {
        if (column.GetValue(row) is not long id || id <= 0 || columns.IsCount(column, row))
        {
            return;
        }

        if (columns.PublicKind(column, row) is not { } kind)
        {
            column.SetValue(row, id > GreatestId ? throw new InvalidDataException($"a row of {columns.Table} names the number {id}.") : id + shift);
        }
        else if (row is not AuditEntry)
        {
            var name = names.GetValueOrDefault((columns.Table, was, column.Name));
            var here = name is null || name.Kind != kind ? null : find(name);
            column.SetValue(row, here ?? (column.PropertyType == typeof(long) ? 0L : null));
            Found += here is null ? 0 : 1;
            if (here is null && name is not null)
            {
                Waiting.Add(new WaitingReference { CoalitionId = coalitionId, Thing = columns.Table, ThingId = was + shift, Column = column.Name, Kind = kind, Identity = name.Name });
            }
        }
    }

    private void SealAnew(MovingColumns columns, object row, long was)
    {
        foreach (var (column, place) in columns.Sealed)
        {
            if (column.GetValue(row) is not byte[] { Length: > 0 } bytes)
            {
                continue;
            }

            if (old.TryOpen(bytes, FormattableString.Invariant($"{place}.{was}")) is not { } plain)
            {
                Unopened++;
                continue;
            }

            column.SetValue(row, anew.Seal(plain, FormattableString.Invariant($"{place}.{was + shift}")));
            if (row is EvidenceFile file && column.Name == nameof(EvidenceFile.WrappedKey))
            {
                (_files[was], file.KeyNumber) = ((plain, file.Size, file.CleanSize), anew.Newest);
            }
            else
            {
                CryptographicOperations.ZeroMemory(plain);
            }
        }

        if (row is EvidencePiece piece)
        {
            SealAnew(piece);
        }
    }

    /// <summary>A piece is sealed under the file's own key, bound to the file's number.</summary>
    private void SealAnew(EvidencePiece piece)
    {
        try
        {
            if (_files.TryGetValue(piece.FileId, out var file) && (piece.Copy == EvidencePiece.Clean ? file.CleanSize : file.Size) is { } size)
            {
                var isLast = piece.Number == Pieces.Count(size) - 1;
                var plain = Pieces.Open(file.Key, piece.Bytes, piece.FileId, piece.Copy, piece.Number, isLast);
                piece.Bytes = Pieces.Seal(file.Key, plain, piece.FileId + shift, piece.Copy, piece.Number, isLast);
                CryptographicOperations.ZeroMemory(plain);
                return;
            }
        }
        catch (CryptographicException)
        {
            // Counted below; the rest of the coalition must not stay behind for it.
        }

        Unopened++;
    }
}
