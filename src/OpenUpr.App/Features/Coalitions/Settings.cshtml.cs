using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>Changing what the coalition says about itself.</summary>
[Access(AccessAttribute.Secretariat, "/coalitions/{coalition}/settings")]
[Access(AccessAttribute.Secretariat, "/coalitions/{coalition}/settings", Method = "POST")]
public sealed class SettingsModel(Rooms rooms) : CoalitionForm(rooms)
{
    public Coalition Coalition { get; private set; } = null!;

    public CoalitionProfile Profile { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        (Coalition, Profile) = await Profiles.ReadAsync(Store, Access, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => !IsProved ? await AskForProofAsync(() => OnGetAsync(cancel)) : await AnswerAsync(
        await Profiles.ChangeAsync(Rooms, Access, new ProfileWish(Text("name"), Text("language"), Text("country"), Text("goals"), Text("registration"), Text("safety")), cancel), "/about", "saved", () => OnGetAsync(cancel));
}
