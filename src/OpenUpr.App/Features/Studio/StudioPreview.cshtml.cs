using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Studio;

namespace OpenUpr.App.Features.Studio;

/// <summary>A document as it will look on its pages, with an estimate of how many they are, and a timer for what is read aloud.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/studio/1/preview")]
public sealed class StudioPreviewModel(Rooms rooms) : StudioPage(rooms)
{
    /// <summary>Pages of the Word file, estimated.</summary>
    public PageEstimate Pages { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Pages = PageEstimate.Of(Reading.Document);
        return Page();
    }
}
