using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Evidence;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Evidence;

/// <summary>Taking out an original, with everything that it tells; the log keeps why.</summary>
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/evidence/1/files/1/original")]
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/evidence/1/files/1/original", Method = "POST")]
public sealed class OriginalModel(Rooms rooms, CaseReader cases) : EvidencePage(rooms)
{
    public EvidenceCase Case { get; private set; } = null!;

    public FileRow Row { get; private set; } = null!;

    public bool LacksReason { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, [FromRoute] long file, CancellationToken cancel)
    {
        if (await cases.OpenAsync(Access, id, cancel) is not { } open || open.Files.FirstOrDefault(f => f.File.Id == file && f.File.ShreddedAt is null) is not { } row)
        {
            return NotFound();
        }

        (Case, Row) = (open.Case, row);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, [FromRoute] long file, string? reason, CancellationToken cancel)
    {
        if (!IsFresh)
        {
            return AskForProof();
        }

        if (reason is null || !OriginalReasons.All.Contains(reason))
        {
            (LacksReason, Response.StatusCode) = (true, StatusCodes.Status400BadRequest);
            return await OnGetAsync(id, file, cancel);
        }

        if (await cases.DownloadAsync(Access, id, file, reason, cancel) is not { } opened)
        {
            return NotFound();
        }

        await Download.SendAsync(HttpContext, opened);
        return new EmptyResult();
    }
}
