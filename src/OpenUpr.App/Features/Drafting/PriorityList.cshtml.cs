using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;

namespace OpenUpr.App.Features.Drafting;

/// <summary>The issues that the coalition chose, in its order.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/priorities")]
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/priorities", Method = "POST")]
public sealed class PriorityListModel(Rooms rooms) : CoalitionForm(rooms)
{
    public IReadOnlyList<PriorityRow> Rows { get; private set; } = [];

    public bool MayChange => Access.Is(CoalitionRole.Editor);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Rows = await Priorities.ListAsync(Store, Access, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => Act is not ("up" or "down") || Number("priority") is not { } id ? NotFound()
        : await AnswerAsync(await Priorities.MoveAsync(Rooms, Access, id, Act == "up", cancel), "/priorities", "saved", () => OnGetAsync(cancel));
}
