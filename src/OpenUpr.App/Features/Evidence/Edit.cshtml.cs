using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Evidence;

namespace OpenUpr.App.Features.Evidence;

/// <summary>Changing a case.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/evidence/2/edit")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/evidence/2/edit", Method = "POST")]
public sealed class EditModel(Rooms rooms, CaseReader cases, CaseWriter writer) : EvidencePage(rooms)
{
    private readonly Rooms _rooms = rooms;

    public CaseForm Form { get; private set; } = null!;

    public long Id { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await cases.OpenAsync(Access, id, cancel) is not { } open || !CaseRules.MayChange(Access, open.Case))
        {
            return NotFound();
        }

        (Id, Form) = (id, await CaseForm.OfAsync(_rooms, Access, open, cancel));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        var fields = CaseForm.Read(Request);
        return await AnswerAsync(await writer.ChangeAsync(Access, id, fields, cancel), Evidence($"/{id}"), async () =>
        {
            (Id, Form) = (id, await CaseForm.OfAsync(_rooms, Access, fields, cancel));
            return Page();
        });
    }
}
