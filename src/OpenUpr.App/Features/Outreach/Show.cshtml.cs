using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp;
using OpenUpr.Planning.Outreach;

namespace OpenUpr.App.Features.Outreach;

/// <summary>One contact: the next step, who it is, what passed between them and the coalition.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/contacts/1")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/contacts/1", Method = "POST")]
public sealed class ShowModel(Rooms rooms, ContactIndex index) : CoalitionForm(rooms)
{
    /// <summary>Successors that are offered.</summary>
    private const int MaxSuccessors = 200;

    public ContactView View { get; private set; } = null!;

    public bool MayChange => Access.Is(CoalitionRole.Contributor);

    /// <summary>Where the State's own recommendations stand, to be taken along (requirement M10); null where no review is followed.</summary>
    public string? Digest { get; private set; }

    public IReadOnlyList<Choice> Successors { get; private set; } = [];

    public IEnumerable<(string Label, string? Value)> Facts =>
    [
        (OutreachWords.Field_Office, View.Contact.Office), (OutreachWords.Field_Duty, OutreachText.Of("Duty", View.Contact.Duty)), (OutreachWords.Field_Email, View.Secrets.Email), (OutreachWords.Field_Phone, View.Secrets.Phone),
        (OutreachWords.Field_Address, View.Secrets.Address), (OutreachWords.Field_Language, View.Contact.Language), (OutreachWords.Field_Source, View.Contact.Source),
        (OutreachWords.Field_Checked, View.Contact.CheckedOn is { } day ? Dates.Day(day) : OutreachWords.Checked_Never), (OutreachWords.Field_Support, View.Secrets.Support), (OutreachWords.Field_Notes, View.Secrets.Notes), (OutreachWords.Field_WhyNot, View.Secrets.WhyNot),
    ];

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await Contacts.ReadAsync(Rooms, Access, id, cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        var followed = view.Contact is { State: not null, Kind: ContactCodes.Embassy or ContactCodes.Mission } ? (await FollowRows.ListAsync(Store, Access, cancel)).FirstOrDefault(l => l.Review.ClosedAt is null) : null;
        Digest = followed is null ? null : FormattableString.Invariant($"/follow-up/{followed.Review.Id}/digests?for=embassy&of={view.Contact.State}");
        Successors = !MayChange ? [] : [.. (await index.ReadAsync(Access, cancel)).Where(l => l.Id != id && l.LeftOn is null && l.Kind == view.Contact.Kind && l.State == view.Contact.State).Take(MaxSuccessors).Select(l => new Choice(Number(l.Id)!, l.Name))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        Outcome? outcome = Act switch
        {
            "log" => await ContactLog.AddAsync(Rooms, Access, id, new ContactEventWish(Text("event"), Text("on"), Text("what"), Text("words"), Text("follow")), cancel),
            "settle" => await ContactLog.SettleAsync(Rooms, Access, id, Number("number") ?? 0, cancel),
            "left" => await Contacts.LeaveAsync(Rooms, Access, id, Text("left"), Number("successor"), cancel),
            "checked" => await Contacts.CheckedAsync(Rooms, Access, id, cancel),
            _ => null,
        };
        return outcome is { } came ? await AnswerAsync(came, $"/contacts/{id}", "saved", () => OnGetAsync(id, cancel)) : NotFound();
    }
}
