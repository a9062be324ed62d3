using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Accounts;

/// <summary>How an account is shown to others.</summary>
public static class AccountNaming
{
    /// <summary>Changes the name that others see; returns a code of <see cref="AccountNames.FindDisplayFault"/>, or null.</summary>
    public static async Task<string?> SetDisplayNameAsync(Store store, long accountId, string? name, CancellationToken cancel)
    {
        if (AccountNames.FindDisplayFault(name) is { } fault)
        {
            return fault;
        }

        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var shown = name!.Trim();
        await db.Accounts.Where(a => a.Id == accountId).ExecuteUpdateAsync(a => a.SetProperty(x => x.DisplayName, shown), cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}
