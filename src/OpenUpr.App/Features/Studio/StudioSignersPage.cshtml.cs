using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Studio;

namespace OpenUpr.App.Features.Studio;

/// <summary>Who signs a document: asked, agreed or declined, by whom and when.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/studio/1/signers")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/studio/1/signers", Method = "POST")]
public sealed class StudioSignersPageModel(Rooms rooms) : StudioPage(rooms)
{
    /// <summary>Members that are not asked yet.</summary>
    public IReadOnlyList<Choice> Organisations { get; private set; } = [];

    /// <summary>The signer whose form was sent; null for none or a new one.</summary>
    public long? Sent { get; private set; }

    public bool MayChange => View.Role.MayOrder && View.IsOpen;

    /// <summary>What stands in the way of sending it now, by the rule of joint and individual submissions; null for nothing.</summary>
    public Refusal? Missing => StudioSigners.Check(View.Document.Kind, View.Signers, [], isSending: true);

    public static IEnumerable<Choice> Consents => StudioSigners.Consents.Select(c => new Choice(c, StudioLabels.Of("Consent", c)));

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel) || View.Document.IsTemplate)
        {
            return NotFound();
        }

        Sent = Number("signer");
        Organisations = [.. (await OrganisationChoicesAsync(cancel)).Where(o => View.Signers.All(s => Number(s.OrganisationId) != o.Value))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        var signer = Number("signer");
        Outcome? outcome = Act switch
        {
            "up" or "down" when signer is { } moved => await StudioSigners.MoveAsync(Rooms, Access, id, moved, Act == "up", cancel),
            "remove" when signer is { } gone => await StudioSigners.RemoveAsync(Rooms, Access, id, gone, cancel),
            "save" => await StudioSigners.SaveAsync(Rooms, Access, id, signer, new SignerWish(Number("organisation"), Text("name"), Text("consent") is { Length: > 0 } consent ? consent : null, Text("by"), Text("on"), (int?)Number("revision")), cancel),
            _ => null,
        };
        return outcome is { } done ? await AnswerAsync(done, $"/studio/{id}/signers", "saved", () => OnGetAsync(id, cancel)) : NotFound();
    }
}
