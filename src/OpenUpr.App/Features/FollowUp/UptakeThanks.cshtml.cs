using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Uptake;
using OpenUpr.Planning.Outreach;

namespace OpenUpr.App.Features.FollowUp;

/// <summary>Every State that used our words, with whom to thank and the letter to them (requirement J3).</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/uptake/thanks")]
public sealed class UptakeThanksModel(Rooms rooms, UptakeMatcher matcher, ContactIndex contacts) : UptakePage(rooms, matcher)
{
    public IReadOnlyList<ThankedState> States { get; private set; } = [];

    /// <summary>Whom we can write to, by the State's code.</summary>
    public ILookup<string?, ContactLine> Contacts { get; private set; } = null!;

    public bool MayWriteLetters => Access.Is(CoalitionRole.Contributor);

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await ReadAsync(id, null, cancel))
        {
            return NotFound();
        }

        States = await UptakeOutcomes.ThanksAsync(Store, Uptake, cancel);
        Contacts = (await contacts.ReadAsync(Access, cancel)).Where(c => c.IsReachable).ToLookup(c => c.State);
        return Page();
    }

    /// <summary>The letter of thanks with the recommendations that took up ours.</summary>
    public string Letter(ContactLine contact, ThankedState state) => Link(FormattableString.Invariant($"/contacts/{contact.Id}/letter?kind={Letters.Thanks}{string.Concat(state.Pairs.Select(p => FormattableString.Invariant($"&taken={p}")))}"));
}
