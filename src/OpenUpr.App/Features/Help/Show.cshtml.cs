using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Help;

[Access(AccessAttribute.Public, "/help")]
public sealed class ShowModel(Store store, DataNote note, Labels labels) : PageModel
{
    public DataBasis Basis { get; private set; } = null!;

    public Labels Labels => labels;

    /// <summary>Two States of this store's world, so that every example finds something.</summary>
    public string Sur => Known("CUB", 0);

    public string Rs => Known("FRA", 1);

    public bool IsDemo => store.World == Reviews.World.Demo;

    public async Task OnGetAsync(CancellationToken cancel) => Basis = await note.ReadAsync(cancel);

    private string Known(string iso3, int otherwise) => store.Reference.FindState(iso3)?.Iso3 ?? store.Reference.States[otherwise + 1].Iso3;
}
