using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Classification;
using OpenUpr.Taxonomy.Readings;

namespace OpenUpr.App.Features.Papers.Curate;

/// <summary>One text with its labels, the coder's beside the machine's. "next" in place of a number is the one most in doubt.</summary>
[Access(AccessAttribute.Curator, "/curate/labels/next")]
[Access(AccessAttribute.Curator, "/curate/labels/next", Method = "POST")]
public sealed class LabelTextModel(Store store, Labels labels, TimeProvider time) : PageModel
{
    public QueueRequest Asked { get; private set; } = null!;

    /// <summary>Null when nothing waits.</summary>
    public TextLabels? Text { get; private set; }

    public (long? Before, long? After) Around { get; private set; }

    /// <summary>How many wait and how many are settled under the filters.</summary>
    public QueuePage Queue { get; private set; } = null!;

    public TextLabels? Done { get; private set; }

    public IReadOnlyList<Reason> Reasons { get; private set; } = [];

    public string? Error { get; private set; }

    public Labels Labels => labels;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel) => await ReadAsync(id, cancel) ? Page() : Absent(id);

    /// <param name="from">"page" where the form stood on the recommendation's own page.</param>
    public async Task<IActionResult> OnPostAsync(string id, string? act, string? action, string? schemes, string[] value, string? from, CancellationToken cancel)
    {
        if (!await ReadAsync(id, cancel) || Text is null)
        {
            return Absent(id);
        }

        var isOwnPage = from == "page";
        var about = act == "undo" ? QueueRequest.Schemes(schemes) : isOwnPage ? SchemeLabels.Schemes : Asked.Asked;
        (var done, Error) = await new Correcting(act, action, value).DoAsync(store, time, Text, about, cancel);
        if (Error is not null)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        return Redirect(isOwnPage ? $"/recommendations/{Text.RecommendationId.ToString(CultureInfo.InvariantCulture)}#labels"
            : act == "undo" ? Asked.One(Text.TextId)
            : (Around.After ?? Around.Before) is { } next ? Asked.One(next, Text.TextId, done)
            : Asked.Next(Text.TextId, done));
    }

    private async Task<bool> ReadAsync(string id, CancellationToken cancel)
    {
        Asked = QueueRequest.Read(Request.Query, store);
        Queue = await LabelInbox.ReadAsync(store, Asked.Filter, 1, cancel);
        Done = Asked.Done is { } done ? await TextLabels.ReadAsync(store, done, cancel) : null;
        Text = id == "next" ? Queue.Rows is [var first, ..] ? first : null
            : long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? await TextLabels.ReadAsync(store, number, cancel) : null;
        if (Text is not null)
        {
            Around = await LabelInbox.AroundAsync(store, Asked.Filter, Text.TextId, cancel);
            Reasons = Reading.Why(Text.Text, Text.Model);
        }

        return Text is not null || id == "next";
    }

    private NotFoundResult Absent(string id)
    {
        HttpContext.Features.Set(new Problem(Numbers.Fill(WordingWords.Error_NoText, id)));
        return NotFound();
    }
}
