using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Planning.ReviewDay;

namespace OpenUpr.App.Features.ReviewDay;

/// <summary>Asks before a board is deleted with all that was noted.</summary>
[Access(AccessAttribute.Secretariat, "/coalitions/{coalition}/review-day/1/delete")]
[Access(AccessAttribute.Secretariat, "/coalitions/{coalition}/review-day/1/delete", Method = "POST")]
public sealed class DeleteModel(Rooms rooms) : DayPage(rooms)
{
    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel) =>
        Act == "delete" ? await AnswerAsync(await Boards.DeleteAsync(Rooms, Access, id, cancel), "/review-day", "removed", () => OnGetAsync(id, cancel)) : NotFound();
}
