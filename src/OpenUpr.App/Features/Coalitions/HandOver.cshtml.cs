using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>Handing over the secretariat: everything that is open, in one list that can be printed and is kept.</summary>
[Access(AccessAttribute.Secretariat, "/coalitions/{coalition}/hand-over")]
[Access(AccessAttribute.Secretariat, "/coalitions/{coalition}/hand-over", Method = "POST")]
public sealed class HandOverModel(Rooms rooms) : CoalitionForm(rooms)
{
    public IReadOnlyList<OpenThing> Open { get; private set; } = [];

    /// <summary>Terms of office that have begun and were not handed over.</summary>
    public IReadOnlyList<Choice> Terms { get; private set; } = [];

    public DateOnly Today => Rooms.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Open = await OpenThings.ListAsync(Rooms, Access, cancel);
        Terms = [.. (await Secretariats.ReadAsync(Rooms, Access, cancel)).Terms.Where(t => t.Term.HandedOverAt is null && t.Term.From <= Today).Select(t => new Choice(Number(t.Term.Id)!, t.Organisation))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!IsProved)
        {
            return await AskForProofAsync(() => OnGetAsync(cancel));
        }

        var open = (await OpenThings.ListAsync(Rooms, Access, cancel)).Select(CoalitionText.Sentence).ToList();
        return await AnswerAsync(await Secretariats.HandOverAsync(Rooms, Access, Number("term") ?? 0, Text("note"), open, cancel), "/secretariat", "handed", () => OnGetAsync(cancel));
    }
}
