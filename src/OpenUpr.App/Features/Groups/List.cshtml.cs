using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Groups;

[Access(AccessAttribute.Public, "/groups")]
public sealed class ListModel(Store store, LiveIndex live, Labels labels, TimeProvider time) : PageModel
{
    public GroupTable Groups { get; private set; } = null!;

    public GroupTable Organisations { get; private set; } = null!;

    public void OnGet()
    {
        var (groups, organisations) = GroupLine.ReadAll(live.Current, store.Reference, Geneva.Today(time));
        Groups = new GroupTable(false, groups, labels);
        Organisations = new GroupTable(true, [.. organisations.OrderBy(o => labels.Organisation(o.Code), StringComparer.CurrentCulture)], labels);
    }
}
