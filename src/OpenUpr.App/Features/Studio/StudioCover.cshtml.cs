using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Studio;
using StudioDocuments = OpenUpr.Drafting.Studio.Studio;

namespace OpenUpr.App.Features.Studio;

/// <summary>What stands on a document besides its text: title, day, whom to write to, whose logo it bears.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/studio/1/cover")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/studio/1/cover", Method = "POST")]
public sealed class StudioCoverModel(Rooms rooms) : StudioPage(rooms)
{
    public IReadOnlyList<Choice> Organisations { get; private set; } = [];

    /// <summary>Whether the coalition has a plan for a review that the document can be for.</summary>
    public bool HasPlan { get; private set; }

    public bool MayChange => View.Role.MayOrder && View.IsOpen;

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Organisations = await OrganisationChoicesAsync(cancel);
        await using var db = OpenDb();
        HasPlan = View.Plan is not null || db.ReviewPlans.Any(p => p.ClosedAt == null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        var wish = new CoverWish(Text("title"), Text("language"), Text("contact"), Text("day"), Number("logo"), Flag("review"), (int?)Number("revision"));
        return await AnswerAsync(await StudioDocuments.SaveAsync(Rooms, Access, id, wish, cancel), $"/studio/{id}/cover", "saved", () => OnGetAsync(id, cancel));
    }
}
