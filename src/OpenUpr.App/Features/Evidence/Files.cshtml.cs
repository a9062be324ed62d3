using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Evidence;
using OpenUpr.Evidence.Vault;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Evidence;

/// <summary>Adding files to a case. They are sealed as they come; nothing of them lies on the disk in the clear.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/evidence/2/files")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/evidence/2/files", Method = "POST")]
[StreamedForm]
[IgnoreAntiforgeryToken]
public sealed class FilesModel(Rooms rooms, CaseReader cases, FileVault vault, IAntiforgery antiforgery) : EvidencePage(rooms)
{
    private readonly Rooms _rooms = rooms;

    public EvidenceCase Case { get; private set; } = null!;

    public EvidenceLimits Limits => vault.Limits;

    /// <summary>What became of each file that was sent; files that were taken are in the case already.</summary>
    public List<(string Name, string Why)> Refused { get; } = [];

    public string? Trouble { get; private set; }

    public int Taken { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await cases.FindAsync(Access, id, cancel) is not { } found || !CaseRules.MayChange(Access, found) || found.TrashedAt is not null)
        {
            return NotFound();
        }

        Case = found;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (await OnGetAsync(id, cancel) is NotFoundResult absent)
        {
            return absent;
        }

        var form = new StreamedForm(HttpContext, antiforgery);
        try
        {
            await form.ReadAsync((name, content) => TakeAsync(name, content, cancel), cancel);
        }
        catch (AntiforgeryValidationException)
        {
            HttpContext.Features.Set(new Shared.Problem(PapersWords.Error_StaleForm));
            return BadRequest();
        }
        catch (Exception e) when (e is InvalidDataException or IOException && !StoreException.IsDiskFull(e))
        {
            Trouble = Numbers.Fill(EvidenceWords.Upload_Broken, Taken);
        }
        catch (Exception e) when (StoreException.IsDiskFull(e) || StoreException.DatabaseFailure(e) is not null)
        {
            Trouble = Numbers.Fill(EvidenceWords.Upload_Full, Taken);
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page();
        }

        Trouble ??= Taken + Refused.Count == 0 ? EvidenceWords.Upload_None : null;
        if (Trouble is null && Refused.Count == 0)
        {
            return SeeOther(Evidence($"/{id}#files"));
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task TakeAsync(string name, Stream content, CancellationToken cancel)
    {
        var outcome = await vault.AddAsync(Access, Case.Id, name, content, keepSealed: false, _rooms.Time.GetUtcNow(), cancel);
        if (outcome.Refused is { } why)
        {
            Refused.Add((name, Numbers.Fill(EvidenceText.Of("FileRefused", why), Limits.MaxFileBytes / EvidenceLimits.Mega)));
        }
        else
        {
            Taken++;
        }
    }
}
