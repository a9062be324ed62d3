using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Planning.ReviewDay;

namespace OpenUpr.App.Features.ReviewDay;

/// <summary>Changing hours, times to speak, links and what is known of the troika.</summary>
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/review-day/1/edit")]
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/review-day/1/edit", Method = "POST")]
public sealed class EditModel(Rooms rooms) : DayPage(rooms)
{
    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel) =>
        await AnswerAsync(await Boards.ChangeAsync(Rooms, Access, id, DayForm.Read(Text, Number), cancel), FormattableString.Invariant($"/review-day/{id}"), "saved", () => OnGetAsync(id, cancel));
}
