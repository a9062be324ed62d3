using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Reviews;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Readings;

namespace OpenUpr.App.Features.Papers.Curate;

/// <summary>The texts whose labels are in doubt, as a list.</summary>
[Access(AccessAttribute.Curator, "/curate/labels")]
[Access(AccessAttribute.Curator, "/curate/labels", Method = "POST")]
public sealed class LabelQueueModel(Store store, Labels labels, TimeProvider time) : PageModel
{
    public QueueRequest Asked { get; private set; } = null!;

    public QueuePage Queue { get; private set; } = null!;

    /// <summary>The one that was just answered, to take the answer back; null for none.</summary>
    public TextLabels? Done { get; private set; }

    public string? Error { get; private set; }

    public Labels Labels => labels;

    public int Pages => Math.Max(1, (Queue.Total + LabelInbox.PageSize - 1) / LabelInbox.PageSize);

    public IEnumerable<State> States => store.Reference.States.OrderBy(s => labels.State(s.Iso3), StringComparer.CurrentCulture);

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    public async Task<IActionResult> OnPostAsync([FromForm] long id, string? act, string? action, string? schemes, CancellationToken cancel)
    {
        if (await TextLabels.ReadAsync(store, id, cancel) is not { } text)
        {
            return NotFound();
        }

        var asked = QueueRequest.Read(Request.Query, store);
        (var done, Error) = await new Correcting(act, action, []).DoAsync(store, time, text, act == "undo" ? QueueRequest.Schemes(schemes) : asked.Asked, cancel);
        if (Error is null)
        {
            return Redirect(done.Count == 0 ? asked.List(asked.Page) : asked.List(asked.Page, id, done));
        }

        await ReadAsync(cancel);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        Asked = QueueRequest.Read(Request.Query, store);
        Queue = await LabelInbox.ReadAsync(store, Asked.Filter, Asked.Page, cancel);
        if (Queue.Rows.Count == 0 && Asked.Page > 1)
        {
            // The last one of the last page was answered.
            Asked = Asked with { Page = Pages };
            Queue = await LabelInbox.ReadAsync(store, Asked.Filter, Asked.Page, cancel);
        }

        Done = Asked.Done is { } done ? await TextLabels.ReadAsync(store, done, cancel) : null;
    }
}
