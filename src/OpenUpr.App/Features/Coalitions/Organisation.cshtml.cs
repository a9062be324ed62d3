using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>One organisation and its profile (requirement D1).</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/organisations/1")]
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/organisations/1", Method = "POST")]
public sealed class OrganisationModel(Rooms rooms) : CoalitionForm(rooms)
{
    public Organisation Organisation { get; private set; } = null!;

    public IReadOnlyList<PersonRow> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await MemberOrganisations.FindAsync(Store, Access, id, cancel) is not { } organisation)
        {
            return NotFound();
        }

        Organisation = organisation;
        People = [.. (await OpenUpr.Coalitions.People.ListAsync(Store, Access, cancel)).Where(p => p.OrganisationId == id && p.LeftAt is null)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel) => Act switch
    {
        "logo" => await AnswerAsync(await MemberOrganisations.SetLogoAsync(Rooms, Access, id, await PictureAsync(cancel), cancel), $"/organisations/{id}", "logo", () => OnGetAsync(id, cancel)),
        "no-logo" => await AnswerAsync(await MemberOrganisations.SetLogoAsync(Rooms, Access, id, null, cancel), $"/organisations/{id}", "logo", () => OnGetAsync(id, cancel)),
        "leave" => await AnswerAsync(await MemberOrganisations.LeaveAsync(Rooms, Access, id, cancel), $"/organisations/{id}", "left", () => OnGetAsync(id, cancel)),
        _ => NotFound(),
    };

    /// <summary>The bytes that were sent, one more than is taken at most; none where no file was chosen.</summary>
    private async Task<byte[]> PictureAsync(CancellationToken cancel)
    {
        if (Request.Form.Files["logo"] is not { } file)
        {
            return [];
        }

        await using var stream = file.OpenReadStream();
        var bytes = new byte[MemberOrganisations.MaxLogo + 1];
        return bytes[..await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel)];
    }
}
