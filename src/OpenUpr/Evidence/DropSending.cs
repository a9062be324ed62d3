using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Evidence.Vault;
using OpenUpr.Storage;

namespace OpenUpr.Evidence;

/// <summary>
/// Takes in what somebody without an account sends: first the files, then, all at once, the words with the receipt. Nothing is kept of the sender but
/// that, no address, no browser, and of the time only the day. The log has no line for it, as its neighbours would tell the hour.
/// </summary>
public sealed class DropSending(Rooms rooms, FileVault vault, OpenDropBox box)
{
    private readonly List<FileOutcome> _files = [];
    private CoalitionAccess? _access;
    private long _caseId;

    public IReadOnlyList<FileOutcome> Files => _files;

    private DateTimeOffset Day => new(rooms.Today.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    public async Task AddFileAsync(string name, Stream content, CancellationToken cancel)
    {
        await BeginAsync(cancel);
        await using var watched = new WatchedStream(content, async () =>
        {
            await using var db = rooms.Store.Open();
            await CheckOpenAsync(db, cancel);
        });
        _files.Add(await vault.AddAsync(_access!, _caseId, name, watched, keepSealed: true, Day, cancel));
    }

    /// <summary>Takes out what a sending that broke off has left. Where that fails too, the upkeep does it later.</summary>
    public async Task UndoAsync()
    {
        if (_access is not null)
        {
            try
            {
                await using var db = rooms.Store.Open(_access);
                await StraySendings.UndoAsync(db, _access, _caseId, CancellationToken.None);
            }
            catch (Exception e) when (e is IOException || StoreException.DatabaseFailure(e) is not null)
            {
                // The failure that the sender must hear of is the first one.
            }
        }
    }

    /// <summary>Ends the sending; the receipt with which the sender can ask and add later, or null where there is nothing to send.</summary>
    /// <param name="text">What happened, in the sender's words.</param>
    /// <param name="contact">How to reach them, if they wish.</param>
    /// <param name="earlier">The receipt of something sent before, to which this belongs.</param>
    /// <exception cref="DropBoxClosedException">The box was closed meanwhile; nothing of the sending is kept.</exception>
    /// <exception cref="InvalidDataException">The sending took so long that its first files were given up.</exception>
    public async Task<string?> FinishAsync(string? text, string? contact, string? earlier, CancellationToken cancel)
    {
        var read = new Fields();
        var secrets = new CaseSecrets(Notes: read.Optional("text", text, Fields.Long), Contact: read.Optional("contact", contact, Fields.Note));
        if (read.Wrong is not null || (secrets.Notes is null && !_files.Exists(f => f.FileId > 0)))
        {
            return null;
        }

        await BeginAsync(cancel);
        var code = DropBoxes.NewCode();
        var boxes = new DropBoxes(rooms);
        await using var db = rooms.Store.Open(_access);
        await using var transaction = await db.BeginWriteAsync(cancel);
        await CheckOpenAsync(db, cancel);
        if (await StraySendings.Of(db, _access!, _caseId).CountAsync(cancel) != _files.Count(f => f.FileId > 0))
        {
            throw new InvalidDataException("Files of this sending are not there any more.");
        }

        var before = earlier is null ? null : boxes.HashOf("drop-receipt", DropBoxes.Plain(earlier));
        var addsTo = before is null ? null : await db.DropReceipts.Where(r => r.ReceiptHash == before && r.CoalitionId == _access!.CoalitionId).Select(r => (long?)r.Id).SingleOrDefaultAsync(cancel);
        db.EvidenceCases.Add(new EvidenceCase
        {
            Id = _caseId, CoalitionId = box.Door.CoalitionId, State = EvidenceCase.Inbox, Alias = $"#{_caseId}", Issues = "", Consent = Consents.Unknown, DropBoxId = box.Id, AddsToId = addsTo, EnteredAt = Day,
            Sealed = await rooms.Keys.SealAsync(_access!, secrets.ToJson(), CaseSecrets.PlaceOf(_caseId), cancel),
        });
        db.DropReceipts.Add(new DropReceipt { Id = _caseId, CoalitionId = box.Door.CoalitionId, DropBoxId = box.Id, ReceiptHash = boxes.HashOf("drop-receipt", DropBoxes.Plain(code)), State = DropReceipt.Received });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return code;
    }

    /// <summary>What became of what was sent: one of the states of <see cref="DropReceipt"/>; null for a receipt that is none.</summary>
    public static async Task<string?> StateAsync(Rooms rooms, string? receipt, CancellationToken cancel)
    {
        if (receipt is null or { Length: > 100 })
        {
            return null;
        }

        var hash = new DropBoxes(rooms).HashOf("drop-receipt", DropBoxes.Plain(receipt));
        await using var db = rooms.Store.Open();
        return await db.DropReceipts.AsNoTracking().Where(r => r.ReceiptHash == hash).Select(r => r.State).SingleOrDefaultAsync(cancel);
    }

    /// <summary>The door of a box goes when it is closed. The day on which it ends stops nobody who began before.</summary>
    private async Task CheckOpenAsync(OpenUprDb db, CancellationToken cancel)
    {
        if (!await db.DropBoxDoors.AnyAsync(d => d.Id == box.Id, cancel))
        {
            throw new DropBoxClosedException();
        }
    }

    private async Task BeginAsync(CancellationToken cancel)
    {
        if (_access is not null)
        {
            return;
        }

        _access = await CoalitionAccess.ForSenderAsync(rooms.Store, box.Door, cancel);
        await using var db = rooms.Store.Open(_access);
        await using var transaction = await db.BeginWriteAsync(cancel);
        _caseId = await db.TakeIdsAsync(Counters.EvidenceCases, 1, cancel);
        await transaction.CommitAsync(cancel);
    }
}

/// <summary>The drop box was closed while something was on its way in.</summary>
public sealed class DropBoxClosedException() : Exception("The drop box was closed.");
