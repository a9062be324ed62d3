using System.Globalization;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Planning.Outreach;

namespace OpenUpr.App.Features.Outreach;

/// <summary>The people whom a coalition speaks to, by what is open with them.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/contacts")]
public sealed class ListModel(Rooms rooms, ContactIndex index) : CoalitionPage(rooms.Store)
{
    public ContactFilter Filter { get; private set; } = new();

    public ContactPage Found { get; private set; } = null!;

    public DateOnly Today => rooms.Today;

    public IEnumerable<Choice> Groups => Store.Reference.RegionalGroups.Select(g => new Choice(g.Code, g.NameEn));

    /// <remarks>The page's number is read by hand: the framework takes a parameter of that name for the page's own.</remarks>
    public async Task OnGetAsync(string? q, string? kind, string? state, string? group, string? view, CancellationToken cancel)
    {
        Filter = new ContactFilter(Text(q), Text(kind), Text(state), Text(group), view is not null && ContactList.Views.Contains(view) ? view : ContactList.Current, int.TryParse(Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1);
        Found = await ContactList.ReadAsync(rooms, Access, index, Filter, cancel);
    }

    /// <summary>The list under other filters.</summary>
    public string Address(ContactFilter filter) => Link("/contacts") + QueryString.Create(
        new (string Key, string? Value)[] { ("view", filter.View == ContactList.Current ? null : filter.View), ("q", filter.Query), ("kind", filter.Kind), ("state", filter.State), ("group", filter.Group), ("page", filter.Page > 1 ? filter.Page.ToString(CultureInfo.InvariantCulture) : null) }
            .Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Key, p.Value))).ToUriComponent();

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
