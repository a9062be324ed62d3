using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Evidence;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Evidence;

/// <summary>What was sent in through drop boxes and waits, and what was put aside.</summary>
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/evidence/inbox")]
public sealed class InboxListModel(Rooms rooms, CaseReader cases) : EvidencePage(rooms)
{
    public IReadOnlyList<CaseRow> Waiting { get; private set; } = [];

    public IReadOnlyList<CaseRow> Aside { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Waiting = await cases.ListAsync(Access, new CaseFilter(EvidenceCase.Inbox), cancel);
        Aside = await cases.ListAsync(Access, new CaseFilter(EvidenceCase.Refused), cancel);
    }
}
