using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Papers;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Papers;

[Access(AccessAttribute.Public, "/documents/1")]
public sealed class ShowModel(Store store, Labels labels) : PageModel
{
    /// <summary>Beyond any paper, and small enough to count its paragraphs.</summary>
    private const int LastPart = 1_000_000;

    public PaperDocument Paper { get; private set; } = null!;

    public Labels Labels => labels;

    /// <summary>Of its paragraphs, from 1.</summary>
    public int Part { get; private set; }

    public int Parts => Math.Max(1, (Paper.Total + PaperDocument.PageSize - 1) / PaperDocument.PageSize);

    public string Name => Paper.Document.Symbol ?? Paper.Document.FileName;

    public string? Address => PaperLabels.Address(store, Paper.Document.Symbol);

    public string LinkTo(int part) => part == 1 ? $"/documents/{Paper.Document.Id}" : $"/documents/{Paper.Document.Id}?page={part}";

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        // Not a parameter: "page" is also the name under which the router keeps the page itself.
        var page = Request.Query["page"].ToString() is { Length: > 0 } asked ? asked : null;
        var part = page is null ? 1 : int.TryParse(page, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (await PaperDocument.ReadAsync(store, id, Math.Clamp(part, 1, LastPart), cancel) is not { } paper)
        {
            return Absent(Numbers.Fill(PapersWords.Error_NoDocument, id));
        }

        (Paper, Part) = (paper, part);
        return part < 1 || part > Parts ? Absent(Numbers.Fill(PapersWords.Error_NoPart, page, Parts)) : Page();
    }

    private NotFoundResult Absent(string why)
    {
        HttpContext.Features.Set(new Problem(why));
        return NotFound();
    }
}
