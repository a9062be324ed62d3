using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Papers;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Papers.Curate;

/// <summary>One doubt beside the page that it came from. "next" in place of a number is the first one that waits.</summary>
[Access(AccessAttribute.Curator, "/curate/doubts/next")]
[Access(AccessAttribute.Curator, "/curate/doubts/next", Method = "POST")]
public sealed class DoubtModel(Store store, Labels labels, TimeProvider time) : PageModel
{
    public InboxRequest Asked { get; private set; } = null!;

    /// <summary>Null when nothing waits.</summary>
    public DoubtRow? Row { get; private set; }

    /// <summary>The paper's page with the place marked; null where it cannot be shown.</summary>
    public PaperPage? PageText { get; private set; }

    /// <summary>The recommendation's text as readers see it now; null where the doubt is about none.</summary>
    public string? Text { get; private set; }

    public (long? Before, long? After, int Waiting) Around { get; private set; }

    public DoubtRow? Done { get; private set; }

    public string? Error { get; private set; }

    /// <summary>What was typed and could not be taken; nothing typed is lost.</summary>
    public string? Typed { get; private set; }

    public Labels Labels => labels;

    public string? Address => PaperLabels.Address(store, Row?.Document);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        Asked = InboxRequest.Read(Request.Query);
        Row = await FindAsync(id, cancel);
        if (Row is null)
        {
            return id == "next" ? await ShowDoneAsync(cancel) : Absent(id);
        }

        await ReadAsync(cancel);
        return await ShowDoneAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(string id, string? act, string? typed, CancellationToken cancel)
    {
        Asked = InboxRequest.Read(Request.Query);
        Row = await FindAsync(id, cancel);
        if (Row is null)
        {
            return Absent(id);
        }

        await ReadAsync(cancel);
        Error = await Answering.DoAsync(store, time, Row, act, typed, cancel);
        if (Error is null)
        {
            return Redirect(act == "undo" ? Asked.One(Row.Doubt.Id) : Around.After is { } after ? Asked.One(after, Row.Doubt.Id) : Around.Before is { } before ? Asked.One(before, Row.Doubt.Id) : "/curate/doubts/next?done=" + Row.Doubt.Id.ToString(CultureInfo.InvariantCulture));
        }

        Typed = typed;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<DoubtRow?> FindAsync(string id, CancellationToken cancel) =>
        id == "next" ? (await DoubtInbox.ReadAsync(store, Asked.Filter, 1, cancel)).Rows is [var first, ..] ? first : null
        : long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? await DoubtInbox.FindAsync(store, number, cancel)
        : null;

    private async Task ReadAsync(CancellationToken cancel)
    {
        PageText = await PaperPage.ReadAsync(store, Row!.Doubt, cancel);
        Around = await DoubtInbox.AroundAsync(store, Row.Doubt.Id, Asked.Filter, cancel);
        Text = await DoubtInbox.TextOfAsync(store, Row.Doubt, cancel);
    }

    private async Task<IActionResult> ShowDoneAsync(CancellationToken cancel)
    {
        Done = long.TryParse(Request.Query["done"], NumberStyles.None, CultureInfo.InvariantCulture, out var done) ? await DoubtInbox.FindAsync(store, done, cancel) : null;
        return Page();
    }

    private NotFoundResult Absent(string id)
    {
        HttpContext.Features.Set(new Problem(Numbers.Fill(PapersWords.Error_NoDoubt, id)));
        return NotFound();
    }
}
