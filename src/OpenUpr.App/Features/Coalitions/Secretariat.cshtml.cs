using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>How the secretariat works, who holds it, held it and will hold it (requirement D4).</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/secretariat")]
[Access(AccessAttribute.Secretariat, "/coalitions/{coalition}/secretariat", Method = "POST")]
public sealed class SecretariatModel(Rooms rooms) : CoalitionForm(rooms)
{
    public SecretariatView View { get; private set; } = null!;

    public IReadOnlyList<Choice> Organisations { get; private set; } = [];

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public DateOnly Today => Rooms.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        View = await Secretariats.ReadAsync(Rooms, Access, cancel);
        (Organisations, People) = (await OrganisationChoicesAsync(cancel), await PersonChoicesAsync(cancel));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => Act switch
    {
        "model" => await AnswerAsync(await Secretariats.SetModelAsync(Rooms, Access, Text("model"), Text("months"), cancel), "/secretariat", "saved", () => OnGetAsync(cancel)),
        "term" => await AnswerAsync(await Secretariats.AddTermAsync(Rooms, Access, Number("organisation"), Number("member"), Text("region"), Text("from"), Text("to"), cancel), "/secretariat", "saved", () => OnGetAsync(cancel)),
        _ => NotFound(),
    };
}
