using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Cycles;

[Access(AccessAttribute.Public, "/cycles")]
public sealed class ListModel(Store store, LiveIndex live, TimeProvider time) : PageModel
{
    public IReadOnlyList<CycleProfile> Cycles { get; private set; } = [];

    public void OnGet() => Cycles = CycleProfile.ReadAll(live.Current, store.Reference, Geneva.Today(time));
}
