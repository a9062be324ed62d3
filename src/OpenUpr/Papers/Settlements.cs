using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Papers;

/// <summary>A person's answers to doubts.</summary>
public static class Settlements
{
    /// <summary>Notes an answer; an earlier one that holds is undone by it.</summary>
    public static async Task SettleAsync(Store store, long doubtId, string choice, string? value, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        await db.Settlements.Where(s => s.DoubtId == doubtId && s.UndoneAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.UndoneAt, now), cancel);
        var id = await db.TakeIdsAsync(Counters.Settlements, 1, cancel);
        db.Settlements.Add(new Settlement { Id = id, DoubtId = doubtId, Choice = choice, Value = value, SettledAt = now });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Takes the answer that holds back.</summary>
    public static async Task UndoAsync(Store store, long doubtId, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = store.Open();
        await db.Settlements.Where(s => s.DoubtId == doubtId && s.UndoneAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.UndoneAt, now), cancel);
    }
}
