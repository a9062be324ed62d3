using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Evidence;
using OpenUpr.Evidence.Vault;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Evidence;

/// <summary>The form of a drop box. It sets no cookie and keeps nothing of the sender but what they send; who has no right secret finds no such page.</summary>
[Access(AccessAttribute.Public, "/send/demo-send-here")]
[Access(AccessAttribute.Public, "/send/demo-send-here", Method = "POST")]
[StreamedForm]
[IgnoreAntiforgeryToken]
internal sealed class SendToModel(Rooms rooms, DropBoxes boxes, FileVault vault, RateLimits limits) : PageModel
{
    public OpenDropBox Box { get; private set; } = null!;

    public EvidenceLimits Limits => vault.Limits;

    /// <summary>The receipt of what was just sent.</summary>
    public string? Receipt { get; private set; }

    public string? Trouble { get; private set; }

    /// <summary>Files that were not taken, with the reason.</summary>
    public List<(string Name, string Why)> Refused { get; } = [];

    public int Taken { get; private set; }

    /// <summary>What was typed, for a form that comes back.</summary>
    public StreamedForm? Form { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] string token, CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        if (!await limits.TryTakeAsync(RateRule.Drops, HttpContext))
        {
            return new EmptyResult();
        }

        if (await boxes.FindAsync(token, cancel) is not { } box)
        {
            HttpContext.Features.Set(new Problem(EvidenceWords.Send_NoBox));
            return NotFound();
        }

        Box = box;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string token, CancellationToken cancel)
    {
        if (await OnGetAsync(token, cancel) is not PageResult page)
        {
            return HttpContext.Response.HasStarted || Response.StatusCode != StatusCodes.Status200OK ? new EmptyResult() : NotFound();
        }

        var sending = new DropSending(rooms, vault, Box);
        Form = new StreamedForm(HttpContext, null);
        try
        {
            await Form.ReadAsync((name, content) => TakeAsync(sending, name, content, cancel), cancel);
            Receipt = await sending.FinishAsync(Form["text"], Form["contact"], string.IsNullOrWhiteSpace(Form["earlier"]) ? null : Form["earlier"], cancel);
            if (Receipt is null)
            {
                await sending.UndoAsync();
                Trouble = EvidenceWords.Send_Nothing;
            }
        }
        catch (OperationCanceledException)
        {
            await sending.UndoAsync();
            throw;
        }
        catch (DropBoxClosedException)
        {
            await sending.UndoAsync();
            HttpContext.Features.Set(new Problem(EvidenceWords.Send_NoBox));
            return NotFound();
        }
        catch (Exception e) when (e is InvalidDataException or IOException && !StoreException.IsDiskFull(e))
        {
            await sending.UndoAsync();
            Trouble = EvidenceWords.Send_Broken;
        }
        catch (Exception e) when (StoreException.IsDiskFull(e) || StoreException.DatabaseFailure(e) is not null)
        {
            await sending.UndoAsync();
            Trouble = EvidenceWords.Send_Full;
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return page;
        }

        Response.StatusCode = Trouble is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return page;
    }

    private async Task TakeAsync(DropSending sending, string name, Stream content, CancellationToken cancel)
    {
        await sending.AddFileAsync(name, content, cancel);
        if (sending.Files[^1].Refused is { } why)
        {
            Refused.Add((name, Numbers.Fill(EvidenceText.Of("FileRefused", why), Limits.MaxFileBytes / EvidenceLimits.Mega)));
        }
        else
        {
            Taken++;
        }
    }
}
