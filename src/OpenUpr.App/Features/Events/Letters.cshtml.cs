using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Features.Outreach;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Export.Docx;
using OpenUpr.Planning;
using OpenUpr.Planning.Events;
using OpenUpr.Planning.Outreach;
using Guests = OpenUpr.Planning.Events.EventGuests;

namespace OpenUpr.App.Features.Events;

/// <summary>An invitation to each contact on the list of an event, to be downloaded, sent by hand and noted.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/events/1/letters")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/events/1/letters", Method = "POST")]
public sealed class LettersModel(Rooms rooms, ContactIndex index, Labels labels) : CoalitionForm(rooms)
{
    public EventView View { get; private set; } = null!;

    public IReadOnlyList<(EventGuestRow Guest, LetterDraft Draft)> Drafts { get; private set; } = [];

    /// <summary>A quiet time on the day of the event; null where none is.</summary>
    public QuietAdvice? Quiet { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await OpenUpr.Planning.Events.Events.ReadAsync(Rooms, Access, id, cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        var (day, (coalition, _)) = (DateOnly.FromDateTime(view.Event.StartsAt.UtcDateTime), await Profiles.ReadAsync(Store, Access, cancel));
        await using var db = OpenDb();
        var sender = await db.Members.Where(m => m.Id == Access.MemberId).Select(m => m.Name).SingleOrDefaultAsync(cancel);

        // Somebody may have left or asked not to be written to since the list was made.
        var reachable = (await index.ReadAsync(Access, cancel)).Where(l => l.IsReachable).Select(l => l.Id).ToHashSet();
        Drafts = [.. view.Guests.Where(g => g.Guest.ContactId is { } contact && reachable.Contains(contact)).Select(g => (g, Write(g, coalition.Country, sender)))];
        Quiet = await QuietPeriods.AdviseAsync(Store, Access, day, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await OnGetAsync(id, cancel) is NotFoundResult)
        {
            return NotFound();
        }

        return Act switch
        {
            "docx" => File(LetterFile.Write([.. Drafts.Select(d => d.Draft)]), DocxWriter.MediaType, "letters.docx"),
            "log" => await AnswerAsync(await Guests.InvitedAsync(Rooms, Access, id, cancel), $"/events/{id}", "saved", () => OnGetAsync(id, cancel)),
            _ => NotFound(),
        };
    }

    private LetterDraft Write(EventGuestRow guest, string? country, string? sender)
    {
        var found = View.Event;
        var facts = new Dictionary<string, string?>
        {
            ["person"] = guest.Name, ["coalition"] = Access.Name, ["title"] = found.Title, ["day"] = CoalitionText.Moment(found.StartsAt), ["place"] = found.Place, ["link"] = found.Link, ["agenda"] = found.Agenda,
            ["country"] = country is null ? null : labels.State(country), ["sender"] = sender,
        };
        return new LetterDraft(OpenUpr.Planning.Outreach.Letters.Fill(EventWords.Letter_Subject, facts), OpenUpr.Planning.Outreach.Letters.Fill(EventWords.Letter_Body, facts));
    }
}
