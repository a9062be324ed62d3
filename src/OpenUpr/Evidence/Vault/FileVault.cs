using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Evidence.Cleaning;
using OpenUpr.Storage;

namespace OpenUpr.Evidence.Vault;

/// <summary>What became of a file that came in.</summary>
/// <param name="FileId">0 where it was not taken.</param>
/// <param name="Refused">Why it was not taken: empty, too-large, gone, or a kind that is never taken (program, archive, macros); null where it was.</param>
public sealed record FileOutcome(long FileId, string? Refused, CleaningResult? Cleaning);

/// <summary>A file to read out.</summary>
public sealed record OpenedFile(Stream Content, string Name, string ContentType, long Size);

/// <summary>
/// Keeps files: the original sealed as it came and, where the kind allows, a clean copy, each in sealed pieces under the file's own key. A file is
/// there from the moment its row is, which is written last; pieces without a row are swept away (<see cref="EvidenceUpkeep"/>).
/// </summary>
public sealed class FileVault(Rooms rooms, EvidenceLimits limits)
{
    public const string TooLarge = "too-large";
    public const string Empty = "empty";

    /// <summary>The case went, or the person's right to change it, while the file came in.</summary>
    public const string Gone = "gone";

    private const int MaxName = 200;

    /// <summary>A PDF (64 MB at most) is cleaned in memory as a whole, and a processor cleans one file at a time anyway.</summary>
    private static readonly SemaphoreSlim s_turns = new(Environment.ProcessorCount);

    public EvidenceLimits Limits => limits;

    /// <summary>Seals and cleans a file and adds its row to the case.</summary>
    /// <param name="access">The member's, or the sender's of a drop box.</param>
    /// <param name="keepSealed">Whether a kind that cannot be cleaned is kept without asking: senders have no account to be asked.</param>
    /// <param name="addedAt">When, as the row is to say: to the day for senders.</param>
    public async Task<FileOutcome> AddAsync(CoalitionAccess access, long caseId, string name, Stream content, bool keepSealed, DateTimeOffset addedAt, CancellationToken cancel)
    {
        var key = RandomNumberGenerator.GetBytes(Sealing.KeyBytes);
        var id = await TakeIdAsync(access, cancel);
        try
        {
            await using var original = new PieceWriter(rooms.Store, access, id, EvidencePiece.Original, key, limits.MaxFileBytes, cancel);
            await content.CopyToAsync(original, cancel);
            await original.FinishAsync();
            var (clean, result) = original.Size == 0 ? (null, null) : await CleanAsync(access, id, key, original.Size, cancel);
            var refused = original.Size == 0 ? Empty : result!.Kind.IsRefused() ? KindCode(result.Kind) : null;
            if (refused is not null)
            {
                await SweepAsync(access, id, cancel);
                return new FileOutcome(0, refused, result);
            }

            var row = new EvidenceFile
            {
                Id = id, CoalitionId = access.CoalitionId, CaseId = caseId, SealedName = [], ContentType = result!.Kind.MediaType(), Size = original.Size, Sha256 = original.Sha256,
                CleanSha256 = clean?.Sha256, CleanSize = clean?.Size, Removed = JsonSerializer.Serialize(new RemovalNote(result.Blocked, result.Removed)),
                IsHeld = !result.IsClean && !keepSealed, AuthorId = access.MemberId, AddedAt = addedAt,
            };
            if (await FinishAsync(access, row, CleanName(name), key, cancel))
            {
                return new FileOutcome(id, null, result);
            }

            await SweepAsync(access, id, cancel);
            return new FileOutcome(0, Gone, result);
        }
        catch (FileTooLargeException)
        {
            await SweepAsync(access, id, cancel);
            return new FileOutcome(0, TooLarge, null);
        }
        catch
        {
            await TrySweepAsync(access, id);
            throw;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Opens a copy of a file; null where the file was shredded or there is no such copy. The caller checked that the person may see it.</summary>
    internal async Task<OpenedFile?> OpenAsync(CoalitionAccess access, EvidenceFile file, string copy, CancellationToken cancel)
    {
        if (file.WrappedKey is null || (copy == EvidencePiece.Clean && file.CleanSize is null))
        {
            return null;
        }

        var key = await rooms.Keys.OpenAsync(access, file.WrappedKey, PlaceOfKey(file.Id), cancel);
        var size = copy == EvidencePiece.Clean ? file.CleanSize!.Value : file.Size;
        return new OpenedFile(new PieceReader(rooms.Store, access, file.Id, copy, key, size), await NameAsync(access, file, cancel), file.ContentType, size);
    }

    /// <summary>The name as it came; a shredded file has none.</summary>
    internal async Task<string> NameAsync(CoalitionAccess access, EvidenceFile file, CancellationToken cancel) =>
        file.SealedName.Length == 0 ? "" : await rooms.Keys.OpenTextAsync(access, file.SealedName, PlaceOfName(file.Id), cancel);

    private static string PlaceOfKey(long id) => FormattableString.Invariant($"evidence_files.wrapped_key.{id}");

    private static string PlaceOfName(long id) => FormattableString.Invariant($"evidence_files.sealed_name.{id}");

    private static string KindCode(FileKind kind) => kind switch { FileKind.MacroDocument => "macros", FileKind.Program => "program", _ => "archive" };

    private async Task<(PieceWriter? Clean, CleaningResult Result)> CleanAsync(CoalitionAccess access, long id, byte[] key, long size, CancellationToken cancel)
    {
        // Cleaning may add a little: an empty comment where there was none.
        await using var input = new PieceReader(rooms.Store, access, id, EvidencePiece.Original, [.. key], size);
        await using var output = new PieceWriter(rooms.Store, access, id, EvidencePiece.Clean, key, (limits.MaxFileBytes * 2) + EvidenceLimits.Mega, cancel);
        var result = await CleanInTurnAsync(input, output, cancel);
        if (result.IsClean)
        {
            await output.FinishAsync();
            return (output, result);
        }

        await SweepAsync(access, id, cancel, EvidencePiece.Clean);
        return (null, result);
    }

    private async Task<CleaningResult> CleanInTurnAsync(Stream input, Stream output, CancellationToken cancel)
    {
        await s_turns.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => FileCleaner.Clean(input, output, rooms.Time, cancel), cancel);
        }
        finally
        {
            s_turns.Release();
        }
    }

    private async Task<long> TakeIdAsync(CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        await using var transaction = await db.BeginWriteAsync(cancel);
        var id = await db.TakeIdsAsync(Counters.EvidenceFiles, 1, cancel);
        await transaction.CommitAsync(cancel);
        return id;
    }

    // Sealed inside the transaction: a rotation of the coalition's key waits for it.
    private async Task<bool> FinishAsync(CoalitionAccess access, EvidenceFile row, string name, byte[] key, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        await using var transaction = await db.BeginWriteAsync(cancel);
        if (access.MemberId is not null && !await MayAddAsync(db, access, row.CaseId, cancel))
        {
            return false;
        }

        row.SealedName = await rooms.Keys.SealAsync(access, name, PlaceOfName(row.Id), cancel);
        row.WrappedKey = await rooms.Keys.SealAsync(access, key, PlaceOfKey(row.Id), cancel);
        row.KeyNumber = Sealing.KeyNumberOf(row.WrappedKey);
        db.EvidenceFiles.Add(row);
        await db.SaveChangesAsync(cancel);
        if (access.MemberId is not null)
        {
            await Audit.AddAsync(db, rooms.Keys, rooms.Time, access, "evidence-file.add", "evidence-file", row.Id, cancel);
        }

        await transaction.CommitAsync(cancel);
        return true;
    }

    private static async Task<bool> MayAddAsync(OpenUprDb db, CoalitionAccess access, long caseId, CancellationToken cancel) => await access.StillHoldsAsync(db, cancel)
        && await CaseRules.Visible(db, access).AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId && c.TrashedAt == null, cancel) is { } found && CaseRules.MayChange(access, found);

    private async Task SweepAsync(CoalitionAccess access, long id, CancellationToken cancel, string? copy = null)
    {
        await using var db = rooms.Store.Open(access);
        await SweepPieces.OfAsync(db, id, copy, cancel);
    }

    /// <summary>After a failure the store may be away too; then the upkeep sweeps later.</summary>
    private async Task TrySweepAsync(CoalitionAccess access, long id)
    {
        try
        {
            await SweepAsync(access, id, CancellationToken.None);
        }
        catch (Exception e) when (e is IOException || StoreException.DatabaseFailure(e) is not null)
        {
            // Nothing points at the pieces, and the failure itself is what the caller must hear of.
        }
    }

    /// <summary>The last part of a path, without what would end a header or a line.</summary>
    private static string CleanName(string name)
    {
        var last = name.Replace('\\', '/').Split('/')[^1];
        var plain = string.Concat(last.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) is not (System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Surrogate))).Trim();
        return plain.Length == 0 ? "file" : plain.Length > MaxName ? plain[..MaxName] : plain;
    }
}

/// <summary>What the row of a file says about its cleaning.</summary>
/// <param name="Blocked">Why there is no clean copy; null where there is one.</param>
public sealed record RemovalNote(string? Blocked, IReadOnlyDictionary<string, int> Removed)
{
    public static RemovalNote Parse(string json) => JsonSerializer.Deserialize<RemovalNote>(json) ?? new RemovalNote(null, new Dictionary<string, int>());
}

/// <summary>Takes pieces out of the store.</summary>
internal static class SweepPieces
{
    /// <param name="copy">Null for all copies.</param>
    public static Task OfAsync(OpenUprDb db, long fileId, string? copy, CancellationToken cancel) =>
        db.EvidencePieces.Where(p => p.FileId == fileId && (copy == null || p.Copy == copy)).ExecuteDeleteAsync(cancel);
}
