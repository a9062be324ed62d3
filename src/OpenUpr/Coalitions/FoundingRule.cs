using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>Who may found a coalition in this installation: the operator says so. Every account, until then.</summary>
/// <param name="Who">One of <see cref="All"/>.</param>
/// <param name="AccountIds">For <see cref="Named"/>.</param>
public sealed record FoundingRule(string Who, IReadOnlyList<long> AccountIds)
{
    public const string Everyone = "everyone";
    public const string Operators = "operators";
    public const string Named = "named";

    /// <summary>Accounts that can be named; a longer list is better "everyone".</summary>
    public const int MostNamed = 500;

    private const string Key = "founding";

    public static IReadOnlyList<string> All { get; } = [Everyone, Operators, Named];

    public static async Task<FoundingRule> ReadAsync(Store store, CancellationToken cancel)
    {
        await using var db = store.Open();
        return await ReadAsync(db, cancel);
    }

    /// <summary>Changes the rule; the installation's log says who did.</summary>
    /// <param name="actorId">The operator's account; null for the operator at the machine.</param>
    /// <returns>Whether it could be: one of <see cref="All"/>, and accounts that exist.</returns>
    public async Task<bool> SaveAsync(Store store, Keyring keys, TimeProvider time, long? actorId, CancellationToken cancel)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var ids = Who == Named ? AccountIds.Distinct().Order().ToList() : [];
        if (!All.Contains(Who) || ids.Count > MostNamed || (Who == Named && ids.Count == 0) || await db.Accounts.CountAsync(a => ids.Contains(a.Id), cancel) != ids.Count)
        {
            return false;
        }

        await db.Settings.Where(s => s.Key == Key).ExecuteDeleteAsync(cancel);
        db.Settings.Add(new Setting { Key = Key, Value = string.Join(' ', ids.Select(i => i.ToString(CultureInfo.InvariantCulture)).Prepend(Who)) });
        await db.SaveChangesAsync(cancel);
        await Audit.AddAsync(db, keys, time, actorId, $"founding.{Who}", "installation", null, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Whether this account may found one.</summary>
    public static async Task<bool> AllowsAsync(Store store, long accountId, CancellationToken cancel)
    {
        await using var db = store.Open();
        return await AllowsAsync(db, accountId, cancel);
    }

    internal static async Task<bool> AllowsAsync(OpenUprDb db, long accountId, CancellationToken cancel)
    {
        var rule = await ReadAsync(db, cancel);
        return rule.Who == Everyone || (rule.Who == Named && rule.AccountIds.Contains(accountId)) || await db.Accounts.AnyAsync(a => a.Id == accountId && a.IsOperator, cancel);
    }

    private static async Task<FoundingRule> ReadAsync(OpenUprDb db, CancellationToken cancel)
    {
        var words = (await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Key == Key, cancel))?.Value.Split(' ') ?? [Everyone];
        return new FoundingRule(words[0], [.. words.Skip(1).Select(w => long.Parse(w, CultureInfo.InvariantCulture))]);
    }
}
