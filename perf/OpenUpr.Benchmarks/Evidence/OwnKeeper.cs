using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Demo;
using OpenUpr.Evidence;
using OpenUpr.Evidence.Vault;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Benchmarks.Evidence;

/// <summary>The program's own way: the original sealed, a clean copy made and sealed, both hashed, the deed logged.</summary>
internal sealed class OwnKeeper : IFileKeeper
{
    private readonly Rooms _rooms;
    private readonly FileVault _vault;
    private readonly CoalitionAccess _access;
    private readonly long _case;

    private OwnKeeper(Rooms rooms, CoalitionAccess access, long caseId) => (_rooms, _vault, _access, _case) = (rooms, new FileVault(rooms, new EvidenceLimits()), access, caseId);

    public static async Task<OwnKeeper> OpenAsync(string folder)
    {
        var store = await Store.OpenAsync(StoreLocation.Parse(folder, null), World.Demo);
        var keys = await KeyringDoor.OpenAsync(store, new KeySource(Path.Combine(folder, "bench.key")), TimeProvider.System, default);
        await DemoCoalition.LoadAsync(store, keys, TimeProvider.System, default);
        var rooms = new Rooms(store, keys, TimeProvider.System);
        await using var db = store.Open();
        var access = (await CoalitionAccess.FindAsync(store, db.Accounts.Single(a => a.NormalisedName == "lucas").Id, DemoCoalition.Slug, default))!;
        var made = await new CaseWriter(rooms).AddAsync(access, new CaseFields("Bench", [], null, null, Consents.Unknown, null, false, [], new CaseSecrets()), default);
        return new OwnKeeper(rooms, access, made.Id);
    }

    public async Task<long> TakeAsync(Stream content)
    {
        var outcome = await _vault.AddAsync(_access, _case, "file", content, false, TimeProvider.System.GetUtcNow(), default);
        return outcome is { Refused: null, Cleaning.IsClean: true } ? outcome.FileId : throw new InvalidOperationException($"The file was not taken: {outcome}");
    }

    /// <summary>Of all files that are there, as they came.</summary>
    public async Task<long> BytesAsync()
    {
        await using var db = _rooms.Store.Open(_access);
        return await db.EvidenceFiles.SumAsync(f => f.Size);
    }

    public async Task<long> ServeAsync(long file)
    {
        var opened = (await new CaseReader(_rooms, _vault).DownloadAsync(_access, _case, file, null, default))!;
        await using var content = opened.Content;
        await content.CopyToAsync(Stream.Null, 64 * 1024);
        return opened.Size;
    }

    public ValueTask DisposeAsync()
    {
        _rooms.Keys.Dispose();
        return ValueTask.CompletedTask;
    }
}
