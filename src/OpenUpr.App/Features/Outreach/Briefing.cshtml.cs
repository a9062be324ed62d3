using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Planning;
using OpenUpr.Planning.Events;
using OpenUpr.Planning.Outreach;

namespace OpenUpr.App.Features.Outreach;

/// <summary>A joint briefing for the embassies and missions of a regional group: who is invited, then the event with its list and letters.</summary>
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/contacts/briefing")]
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/contacts/briefing", Method = "POST")]
public sealed class BriefingModel(Rooms rooms, ContactIndex index) : CoalitionForm(rooms)
{
    /// <summary>People that the page names; the heading says how many there are.</summary>
    public const int MostShown = 100;

    public string? Group { get; private set; }

    public IReadOnlyList<ContactLine> People { get; private set; } = [];

    public IEnumerable<Choice> Groups => Store.Reference.RegionalGroups.Select(g => new Choice(g.Code, g.NameEn));

    /// <summary>A quiet time on the day that was asked for; null where none is, or no day was asked for.</summary>
    public QuietAdvice? Quiet { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? of, CancellationToken cancel)
    {
        Group = Store.Reference.RegionalGroups.Any(g => g.Code == of) ? of : null;
        People = await ContactList.ToBriefAsync(Rooms, Access, index, Group, cancel);
        if (DateTime.TryParseExact(Text("starts"), "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var starts))
        {
            var day = DateOnly.FromDateTime(starts);
            Quiet = await QuietPeriods.AdviseAsync(Store, Access, day, cancel);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var outcome = await EventGuests.BriefAsync(Rooms, Access, index, Text("of"), Text("title"), Text("starts"), Text("place"), cancel);
        return await AnswerAsync(outcome, $"/events/{outcome.Id}/letters", "saved", () => OnGetAsync(Text("of"), cancel));
    }
}
