using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Papers;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Papers.Curate;

[Access(AccessAttribute.Curator, "/curate")]
public sealed class HomeModel(Store store, Labels labels) : PageModel
{
    private const int Shown = 8;

    public Labels Labels => labels;

    public IReadOnlyList<UploadBatch> Batches { get; private set; } = [];

    public IReadOnlyList<DoubtCount> Codes { get; private set; } = [];

    public IReadOnlyList<DoubtCount> Reviews { get; private set; } = [];

    public IReadOnlyList<LogLine> Log { get; private set; } = [];

    public int Waiting => Codes.Sum(c => c.Count);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Batches = await UploadRows.RecentAsync(store, Shown, cancel);
        Codes = await DoubtInbox.ByCodeAsync(store, cancel);
        Reviews = await DoubtInbox.ByReviewAsync(store, cancel);
        Log = await CurationLog.ReadAsync(store, null, null, Shown, cancel);
    }
}
