using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Security;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Operator;

/// <summary>Whether the backups are in order.</summary>
[Access(AccessAttribute.Operator, "/operator/backups")]
public sealed class BackupsModel(Store store, TimeProvider time) : PageModel
{
    public BackupStatus Status { get; private set; } = null!;

    public bool IsOld { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Status = await ScheduledBackup.StatusAsync(store, cancel);
        IsOld = Status.IsOldAt(time.GetUtcNow());
    }
}
