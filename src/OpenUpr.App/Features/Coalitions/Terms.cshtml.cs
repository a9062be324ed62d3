using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>The terms of reference: the one page that somebody who was invited sees; everybody in the room finds them here.</summary>
[Access(AccessAttribute.Invited, "/coalitions/{coalition}/terms")]
[Access(AccessAttribute.Invited, "/coalitions/{coalition}/terms", Method = "POST")]
public sealed class TermsModel(Rooms rooms) : CoalitionForm(rooms)
{
    public TermsView View { get; private set; } = null!;

    public TermsOfReference Shown { get; private set; } = null!;

    public IReadOnlyList<GuestRow> Guests { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int? version, CancellationToken cancel)
    {
        if (await TermsBook.ReadAsync(Store, Access, cancel) is not { } view || (version is null ? view.Newest : view.Versions.FirstOrDefault(t => t.Number == version)) is not { } shown)
        {
            return NotFound();
        }

        (View, Shown) = (view, shown);
        Guests = Access.Is(CoalitionRole.Editor) ? await Sharing.ListAsync(Store, Access, TermsBook.Thing, shown.Id, cancel) : [];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => Act switch
    {
        "accept" => await AnswerAsync(await TermsBook.AcceptAsync(Rooms, Access, Number("terms") ?? 0, cancel), "", "accepted", () => OnGetAsync(null, cancel)),
        "decline" => await DeclineAsync(cancel),
        "share" or "unshare" => await AnswerAsync(await Sharing.SetAsync(Rooms, Access, TermsBook.Thing, Number("thing") ?? 0, Number("guest") ?? 0, Act == "share", cancel), "/terms", Act, () => OnGetAsync(null, cancel)),
        _ => NotFound(),
    };

    private async Task<IActionResult> DeclineAsync(CancellationToken cancel) =>
        (await TermsBook.DeclineAsync(Rooms, Access, cancel)).IsDone ? SeeOther("/coalitions?done=declined") : NotFound();
}
