using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Mechanism;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Mechanism;

/// <summary>Who answers for what: a line for each ministry with numbers that lead to their rows, what nobody answers for, and what is known of the mechanism itself.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/mechanism")]
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/follow-up/1/mechanism", Method = "POST")]
public sealed class MechanismShowModel(Rooms rooms) : MechanismPage(rooms)
{
    public string RoomKind { get; private set; } = Mechanisms.Coalition;

    /// <summary>People of the room, guests too, who can be a focal point.</summary>
    public IReadOnlyList<Choice> People { get; private set; } = [];

    public MechanismRecord? Record => Mechanism.Record;

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadMechanismAsync(id, cancel))
        {
            return NotFound();
        }

        RoomKind = await Mechanisms.RoomKindAsync(Store, Access, cancel);
        People = MayOrder ? [.. (await OpenUpr.Coalitions.People.ListAsync(Store, Access, cancel)).Where(p => p.LeftAt is null).Select(p => new Choice(Number(p.Id)!, CoalitionText.Name(p.Name)))] : [];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        var revision = (int)(Number("revision") ?? 0);
        Outcome? outcome = Act switch
        {
            "save" => await Mechanisms.SaveAsync(Rooms, Access, id, revision, new MechanismWish(
                Text("exists"), Text("since"), Text("legal"), Text("members"), Text("resources"), Text("plan"), Text("plan-from"), Text("plan-to"), Text("dialogue"), Text("months"), Text("first")), cancel),
            "body" => await Mechanisms.SaveBodyAsync(Rooms, Access, id, revision, new BodyWish(Text("body"), Text("focal"), Number("member")), cancel),
            "kind" => await Mechanisms.SetRoomKindAsync(Rooms, Access, Text("kind"), cancel),
            _ => null,
        };
        return outcome is { } came ? await AnswerAsync(came, string.Create(CultureInfo.InvariantCulture, $"/follow-up/{id}/mechanism"), "saved", () => OnGetAsync(id, cancel)) : NotFound();
    }
}
