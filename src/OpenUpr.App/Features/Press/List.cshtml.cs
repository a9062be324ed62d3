using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Planning.Press;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Press;

/// <summary>A coalition's texts for the press.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/press")]
public sealed class ListModel(Store store, Labels labels) : CoalitionPage(store)
{
    public IReadOnlyList<PressVersion> Texts { get; private set; } = [];

    public Labels Labels => labels;

    public bool MayChange => Access.Is(CoalitionRole.Contributor);

    public async Task OnGetAsync(CancellationToken cancel) => Texts = await PressTexts.ListAsync(Store, Access, cancel);
}
