using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Planning.Events;
using OpenUpr.Planning.Outreach;
using Guests = OpenUpr.Planning.Events.EventGuests;

namespace OpenUpr.App.Features.Events;

/// <summary>One event: what is to be ticked before, who speaks, who is invited and who came, what was said and what came of it.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/events/1")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/events/1", Method = "POST")]
public sealed class ShowModel(Rooms rooms, ContactIndex index, Labels labels) : CoalitionForm(rooms)
{
    /// <summary>Contacts that the list to choose from holds; of more, the list of contacts leads here by a briefing.</summary>
    private const int MaxChoices = 200;

    public EventView View { get; private set; } = null!;

    public bool MayChange { get; private set; }

    public IReadOnlyList<Choice> Contacts { get; private set; } = [];

    public IReadOnlyList<Choice> Organisations { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await OpenUpr.Planning.Events.Events.ReadAsync(Rooms, Access, id, cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        MayChange = Access.Is(CoalitionRole.Editor) || (Access.Is(CoalitionRole.Contributor) && view.Event.AuthorId == Access.MemberId);
        if (MayChange)
        {
            var there = view.Guests.Select(g => g.Guest.ContactId).ToHashSet();
            Contacts = [.. (await index.ReadAsync(Access, cancel)).Where(l => l.IsReachable && !there.Contains(l.Id)).Take(MaxChoices).Select(l => new Choice(Number(l.Id)!, l.State is { } state ? $"{l.Name} ({labels.State(state)})" : l.Name))];
            Organisations = await OrganisationChoicesAsync(cancel);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        Outcome? outcome = Act switch
        {
            "tick" => await OpenUpr.Planning.Events.Events.TickAsync(Rooms, Access, id, Many("tick"), cancel),
            "invite" => await Guests.AddAsync(Rooms, Access, id, new GuestWish(Number("contact"), Number("organisation"), Text("name"), Text("reach"), Text("body"), Text("area")), cancel),
            "attendance" => await Guests.SetAsync(Rooms, Access, id, Attendance(), cancel),
            "uninvite" => await Guests.RemoveAsync(Rooms, Access, id, Number("number") ?? 0, cancel),
            "slot" => await Guests.AddSlotAsync(Rooms, Access, id, Text("speaker"), Text("topic"), Text("length"), cancel),
            "unslot" => await Guests.RemoveSlotAsync(Rooms, Access, id, Number("number") ?? 0, cancel),
            "remove" => await OpenUpr.Planning.Events.Events.RemoveAsync(Rooms, Access, id, cancel),
            _ => null,
        };
        return outcome is not { } came ? NotFound() : Act == "remove" ? await AnswerAsync(came, "/events", "removed", () => OnGetAsync(id, cancel)) : await AnswerAsync(came, $"/events/{id}", "saved", () => OnGetAsync(id, cancel));
    }

    /// <summary>Fields named by the guest's number, such as at-7.</summary>
    private Dictionary<long, string> Attendance()
    {
        var states = new Dictionary<long, string>();
        foreach (var name in Request.Form.Keys.Where(k => k.StartsWith("at-", StringComparison.Ordinal)))
        {
            if (long.TryParse(name.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var guest) && Text(name) is { Length: > 0 } state)
            {
                states[guest] = state;
            }
        }

        return states;
    }
}
