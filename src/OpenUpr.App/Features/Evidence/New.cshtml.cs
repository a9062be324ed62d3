using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Evidence;

namespace OpenUpr.App.Features.Evidence;

/// <summary>Adding a case; its files come after.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/evidence/new")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/evidence/new", Method = "POST")]
public sealed class NewModel(Rooms rooms, CaseWriter writer) : EvidencePage(rooms)
{
    private readonly Rooms _rooms = rooms;

    public CaseForm Form { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Form = await CaseForm.NewAsync(_rooms, Access, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var fields = CaseForm.Read(Request);
        var outcome = await writer.AddAsync(Access, fields, cancel);
        return await AnswerAsync(outcome, Evidence($"/{outcome.Id}"), async () =>
        {
            Form = await CaseForm.OfAsync(_rooms, Access, fields, cancel);
            return Page();
        });
    }
}
