using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Evidence;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Evidence;

/// <summary>Asks before a case goes into the trash, and before it is destroyed.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/evidence/2/delete")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/evidence/2/delete", Method = "POST")]
public sealed class DeleteModel(Rooms rooms, CaseReader cases, CaseWriter writer, Shredding shredding) : EvidencePage(rooms)
{
    public EvidenceCase Case { get; private set; } = null!;

    public bool IsInTrash => Case.TrashedAt is not null;

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await cases.FindAsync(Access, id, cancel) is not { } found || !CaseRules.MayChange(Access, found))
        {
            return NotFound();
        }

        Case = found;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, string? act, CancellationToken cancel)
    {
        if (await OnGetAsync(id, cancel) is NotFoundResult absent)
        {
            return absent;
        }

        return act switch
        {
            "trash" => await AnswerAsync(await writer.TrashAsync(Access, id, cancel), Evidence("?view=trash"), () => OnGetAsync(id, cancel)),
            "shred" when !IsFresh => AskForProof(),
            "shred" => await AnswerAsync(await shredding.ShredCaseAsync(Access, id, cancel), Evidence("?view=trash"), () => OnGetAsync(id, cancel)),
            _ => NotFound(),
        };
    }
}
