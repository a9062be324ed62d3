using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Planning.Outreach;

/// <summary>Which contacts a list is to show.</summary>
/// <param name="View">One of <see cref="ContactList.Views"/>.</param>
/// <param name="Group">A regional group's code.</param>
/// <param name="Page">From 1.</param>
public sealed record ContactFilter(string? Query = null, string? Kind = null, string? State = null, string? Group = null, string View = ContactList.Current, int Page = 1);

/// <summary>A line of the list with what is open with the person.</summary>
/// <param name="FollowUpOn">The earliest day on which to come back to the person.</param>
public sealed record ContactRow(ContactLine Line, DateOnly? FollowUpOn, bool HasPromised);

/// <summary>A page of the list.</summary>
/// <param name="Counts">How many each view holds, whatever else is chosen.</param>
/// <param name="States">States that have contacts, in alphabetical order of their codes.</param>
public sealed record ContactPage(IReadOnlyList<ContactRow> Rows, int Total, int Page, int Pages, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<string> States);

/// <summary>Something that is to be done about a contact on a day: for lists and for "what now".</summary>
/// <param name="MemberId">Who of the coalition began it; null for a former member.</param>
public sealed record ContactDue(long ContactId, string Name, string? State, string Kind, DateOnly On, long? MemberId, long? ClusterId);

/// <summary>Lists contacts by what they are and by what is open with them.</summary>
public static class ContactList
{
    public const string Current = "current";
    public const string FollowUp = "follow-up";
    public const string Promised = "promised";
    public const string GateKeepers = "gate-keepers";
    public const string Successor = "successor";
    public const string NoContact = "no-contact";
    public const string Left = "left";

    /// <summary>Lines of a page.</summary>
    public const int PageSize = 50;

    public const int MaxQuery = 200;

    public static IReadOnlyList<string> Views { get; } = [Current, FollowUp, Promised, GateKeepers, Successor, NoContact, Left];

    private sealed record OpenEvent(long ContactId, string Kind, DateOnly? FollowUpOn, long? MemberId, long? ClusterId);

    public static async Task<ContactPage> ReadAsync(Rooms rooms, CoalitionAccess access, ContactIndex index, ContactFilter filter, CancellationToken cancel)
    {
        var lines = await index.ReadAsync(access, cancel);
        var open = (await OpenAsync(rooms.Store, access, cancel)).ToLookup(e => e.ContactId);
        var views = Views.ToDictionary(v => v, v => lines.Where(IsIn(v, rooms.Today, open)));
        var words = (filter.Query ?? "").Length > MaxQuery ? [] : ContactLine.Fold(filter.Query ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var members = filter.Group is { } group ? rooms.Store.Reference.States.Where(s => rooms.Store.Reference.GroupOf(s.Iso3, rooms.Today) == group).Select(s => s.Iso3).ToHashSet() : null;
        var hits = views.GetValueOrDefault(filter.View, lines).Where(l => (filter.Kind is null || l.Kind == filter.Kind) && (filter.State is null || l.State == filter.State)
            && (members is null || (l.State is not null && members.Contains(l.State))) && Array.TrueForAll(words, w => l.Folded.Contains(w, StringComparison.Ordinal))).ToList();
        if (filter.View == FollowUp)
        {
            hits = [.. hits.OrderBy(l => DueOf(open[l.Id]))];
        }

        var pages = Math.Max(1, (hits.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page, 1, pages);
        return new ContactPage(
            [.. hits.Skip((page - 1) * PageSize).Take(PageSize).Select(l => new ContactRow(l, DueOf(open[l.Id]), open[l.Id].Any(e => e.Kind == ContactEvent.Promised)))],
            hits.Count, page, pages, views.ToDictionary(v => v.Key, v => v.Value.Count()), [.. lines.Select(l => l.State).OfType<string>().Distinct().Order(StringComparer.Ordinal)]);
    }

    /// <summary>What is to be done about contacts up to a day, the latest first: for "what now" and for reminders (requirement H6).</summary>
    public static async Task<IReadOnlyList<ContactDue>> DueAsync(Rooms rooms, CoalitionAccess access, ContactIndex index, DateOnly until, CancellationToken cancel)
    {
        var open = (await OpenAsync(rooms.Store, access, cancel)).Where(e => e.FollowUpOn <= until).ToList();
        if (open.Count == 0)
        {
            return [];
        }

        var names = (await index.ReadAsync(access, cancel)).Where(l => l.IsReachable).ToDictionary(l => l.Id);
        return [.. open.Where(e => names.ContainsKey(e.ContactId)).Select(e => new ContactDue(e.ContactId, names[e.ContactId].Name, names[e.ContactId].State, e.Kind, e.FollowUpOn!.Value, e.MemberId, e.ClusterId)).OrderBy(d => d.On)];
    }

    /// <summary>Those who may be written to, of a regional group's States or of all (requirement H9): embassies and missions.</summary>
    public static async Task<IReadOnlyList<ContactLine>> ToBriefAsync(Rooms rooms, CoalitionAccess access, ContactIndex index, string? group, CancellationToken cancel) =>
        [.. (await index.ReadAsync(access, cancel)).Where(l => l is { IsReachable: true, State: not null, Kind: ContactCodes.Embassy or ContactCodes.Mission }
            && (group is null || rooms.Store.Reference.GroupOf(l.State, rooms.Today) == group)).OrderBy(l => l.State, StringComparer.Ordinal).ThenBy(l => l.Kind, StringComparer.Ordinal)];

    private static async Task<List<OpenEvent>> OpenAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return await db.ContactEvents.Where(e => e.SettledOn == null && (e.FollowUpOn != null || e.Kind == ContactEvent.Promised)).Select(e => new OpenEvent(e.ContactId, e.Kind, e.FollowUpOn, e.MemberId, e.ClusterId)).ToListAsync(cancel);
    }

    private static DateOnly? DueOf(IEnumerable<OpenEvent> open) => open.Min(e => e.FollowUpOn);

    private static Func<ContactLine, bool> IsIn(string view, DateOnly today, ILookup<long, OpenEvent> open) => view switch
    {
        FollowUp => l => l.IsReachable && open[l.Id].Any(e => e.FollowUpOn is not null),
        Promised => l => open[l.Id].Any(e => e.Kind == ContactEvent.Promised),
        GateKeepers => l => l is { IsGateKeeper: true, LeftOn: null },
        Successor => l => l.NeedsSuccessor(today),
        NoContact => l => l.DoNotContact,
        Left => l => l.LeftOn is not null,
        _ => l => l.LeftOn is null,
    };
}
