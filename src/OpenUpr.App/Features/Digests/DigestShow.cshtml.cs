using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Actions;
using OpenUpr.App.Features.FollowUp;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Actions;
using OpenUpr.FollowUp.Digests;

namespace OpenUpr.App.Features.Digests;

/// <summary>Digests of a followed review: chosen for a reader, looked at, taken along as a file.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/digests")]
public sealed class DigestShowModel(Rooms rooms) : FollowPage(rooms)
{
    public ActionPlan Plan { get; private set; } = null!;

    public ActionAudience? Audience { get; private set; }

    /// <summary>The coalition is introduced: for a reader who is new.</summary>
    public bool HasAbout { get; private set; }

    /// <summary>Null while nobody was chosen.</summary>
    public DigestPaper? Paper { get; private set; }

    public string AudienceName(ActionAudience audience) => DigestFiles.NameOf(audience, StateName);

    public static string Query(ActionAudience audience, bool hasAbout) => $"?for={audience.Kind}&of={Uri.EscapeDataString(audience.Of)}{(hasAbout ? "&about=yes" : "")}";

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Plan = ActionPlans.Of(await ActionRows.ReadAsync(Store, Access, View, cancel));
        (Audience, HasAbout) = (DigestFiles.ReadAudience(Request, Plan), DigestFiles.ReadAbout(Request));
        if (Audience is not null)
        {
            var of = await DigestSource.ReadAsync(Store, Access, View, Rooms.Today, cancel);
            Paper = of.Write(Audience, HasAbout);
        }

        return Page();
    }
}
