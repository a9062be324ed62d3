using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>What the coalition says about itself, and where to turn for safety.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/about")]
public sealed class AboutModel(Store store) : CoalitionPage(store)
{
    public Coalition Coalition { get; private set; } = null!;

    public CoalitionProfile Profile { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => (Coalition, Profile) = await Profiles.ReadAsync(Store, Access, cancel);
}
