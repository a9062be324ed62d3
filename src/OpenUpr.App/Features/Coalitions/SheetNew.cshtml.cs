using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Evidence;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Sheets;
using OpenUpr.Sources;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>Bringing a sheet. It is read in memory and kept sealed until it is taken over: nothing of it lies on the disk in the clear.</summary>
[Access(AccessAttribute.Secretariat, "/coalitions/{coalition}/import")]
[Access(AccessAttribute.Secretariat, "/coalitions/{coalition}/import", Method = "POST")]
[StreamedForm]
[IgnoreAntiforgeryToken]
public sealed class SheetNewModel(Rooms rooms, IAntiforgery antiforgery) : CoalitionPage(rooms.Store)
{
    /// <summary>What is wrong with the file, and what to do.</summary>
    public string? Trouble { get; private set; }

    public string? Kind { get; private set; }

    public void OnGet(string? kind) => Kind = SheetTarget.Find(kind)?.Kind;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var form = new StreamedForm(HttpContext, antiforgery);
        using var content = new MemoryStream();
        try
        {
            await form.ReadAsync((_, file) => KeepAsync(file, content, cancel), cancel);
            Kind = form["kind"];
            var target = SheetTarget.Find(Kind) ?? throw new SourceException(MovingWords.Sheet_KindHint);
            var table = await Task.Run(() => SheetReader.Read(content.ToArray(), cancel).WithHeadingsOf(target.Fields), cancel);
            var outcome = await SheetUploads.AddAsync(rooms, Access, CoalitionRole.Secretariat, target.Kind, table, cancel);
            return outcome.IsDone ? SeeOther(Link(FormattableString.Invariant($"/import/sheet?number={outcome.Id}"))) : NotFound();
        }
        catch (AntiforgeryValidationException)
        {
            HttpContext.Features.Set(new Problem(PapersWords.Error_StaleForm));
            return BadRequest();
        }
        catch (SourceException e)
        {
            Trouble = e.Line is { } line ? Numbers.Fill(MovingWords.Sheet_AtLine, line, e.Message) : e.Message;
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException)
        {
            Trouble = MovingWords.Sheet_Broken;
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>One byte more than may be is enough to know.</summary>
    private static async Task KeepAsync(Stream file, MemoryStream content, CancellationToken cancel)
    {
        var buffer = new byte[64 * 1024];
        while (await file.ReadAsync(buffer, cancel) is var read and > 0)
        {
            if (content.Length + read > SheetReader.MaxBytes + buffer.Length)
            {
                throw new SourceException(Numbers.Fill(MovingWords.Sheet_TooLarge, SheetReader.MaxBytes / 1024 / 1024));
            }

            content.Write(buffer, 0, read);
        }
    }
}
