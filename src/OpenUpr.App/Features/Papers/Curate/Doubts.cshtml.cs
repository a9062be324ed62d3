using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Papers;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Papers.Curate;

[Access(AccessAttribute.Curator, "/curate/doubts")]
[Access(AccessAttribute.Curator, "/curate/doubts", Method = "POST")]
public sealed class DoubtsModel(Store store, Labels labels, TimeProvider time) : PageModel
{
    public InboxRequest Asked { get; private set; } = null!;

    public DoubtPage Inbox { get; private set; } = null!;

    /// <summary>The one that was just answered, to take the answer back.</summary>
    public DoubtRow? Done { get; private set; }

    /// <summary>The answers that were just given together; null where there are none that hold.</summary>
    public AnswersTogether? Many { get; private set; }

    public bool CanBeMany => !Asked.Filter.Settled && Inbox.Total > 1 && DoubtLabels.CanBeMany(Asked.Filter.Code);

    public string? Error { get; private set; }

    public Labels Labels => labels;

    public int Pages => Math.Max(1, (Inbox.Total + DoubtInbox.PageSize - 1) / DoubtInbox.PageSize);

    /// <summary>The name of the paper that is filtered by; null without one.</summary>
    public string? Document { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    public async Task<IActionResult> OnPostAsync([FromForm] long id, string? act, CancellationToken cancel)
    {
        if (await DoubtInbox.FindAsync(store, id, cancel) is not { } row)
        {
            return NotFound();
        }

        Error = await Answering.DoAsync(store, time, row, act, null, cancel);
        if (Error is null)
        {
            var asked = InboxRequest.Read(Request.Query);
            return Redirect(act == "undo" ? asked.List(asked.Page) : asked.List(asked.Page, id));
        }

        await ReadAsync(cancel);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        Asked = InboxRequest.Read(Request.Query);
        Inbox = await DoubtInbox.ReadAsync(store, Asked.Filter, Asked.Page, cancel);
        if (Inbox.Rows.Count == 0 && Asked.Page > 1)
        {
            // The last one of the last page was answered.
            Asked = Asked with { Page = Pages };
            Inbox = await DoubtInbox.ReadAsync(store, Asked.Filter, Asked.Page, cancel);
        }

        Document = Asked.Filter.DocumentId is { } document ? (await PaperDocument.ReadAsync(store, document, 1, cancel))?.Document is { } d ? d.Symbol ?? d.FileName : document.ToString(CultureInfo.InvariantCulture) : null;
        Many = long.TryParse(Request.Query["many"], NumberStyles.None, CultureInfo.InvariantCulture, out var many) ? await CurationLog.TogetherAsync(store, many, cancel) : null;
        Done = long.TryParse(Request.Query["done"], NumberStyles.None, CultureInfo.InvariantCulture, out var done) ? await DoubtInbox.FindAsync(store, done, cancel) : null;
    }
}
