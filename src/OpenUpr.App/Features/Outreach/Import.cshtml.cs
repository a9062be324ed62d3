using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Features.Evidence;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Planning.Outreach;
using OpenUpr.Sources;

namespace OpenUpr.App.Features.Outreach;

/// <summary>
/// Contacts from a file: looked at first, then all or nothing. Between the two the contacts are in the page alone, packed, so that any node can go on
/// and no name lies on a disk; what comes back is checked as if it had come for the first time.
/// </summary>
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/contacts/import")]
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/contacts/import", Method = "POST")]
[StreamedForm]
[IgnoreAntiforgeryToken]
public sealed class ImportModel(Rooms rooms, IAntiforgery antiforgery) : CoalitionPage(rooms.Store)
{
    /// <summary>Lines that are shown, those with a problem first.</summary>
    public const int MostShown = 300;

    public IReadOnlyList<ImportLine>? Lines { get; private set; }

    public string? Packed { get; private set; }

    public string? Source { get; private set; }

    public string? Trouble { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var form = new StreamedForm(HttpContext, antiforgery);
        byte[]? content = null;
        try
        {
            await form.ReadAsync(async (_, stream) => content = await BytesAsync(stream, cancel), cancel);
            Source = form["source"] is { Length: > 0 } source ? source[..Math.Min(source.Length, 200)] : null;
            var contacts = form["act"] == "import" ? PackedContacts.Open(form["rows"] ?? "") : content is null ? null : ContactFile.Read(content, cancel);
            return contacts is null ? Refuse(OutreachWords.Import_None) : await ShowOrSaveAsync(form, contacts, cancel);
        }
        catch (AntiforgeryValidationException)
        {
            HttpContext.Features.Set(new Shared.Problem(PapersWords.Error_StaleForm));
            return BadRequest();
        }
        catch (SourceException e)
        {
            // What reads commas says the line itself.
            return Refuse(e.Line is { } line && !e.Message.Contains($" {line}:", StringComparison.Ordinal) ? $"{OutreachWords.Import_Line} {line}: {e.Message}" : e.Message);
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException)
        {
            return Refuse(OutreachWords.Import_Broken);
        }
    }

    private async Task<IActionResult> ShowOrSaveAsync(StreamedForm form, IReadOnlyList<ReadContact> contacts, CancellationToken cancel)
    {
        if (form["act"] == "import")
        {
            var outcome = await ContactImport.SaveAsync(rooms, Access, contacts, form["alike"] == "yes", Source, cancel);
            if (outcome.IsDone)
            {
                return SeeOther(Link("/contacts?done=saved"));
            }
        }

        Lines = await ContactImport.CheckAsync(rooms, Access, contacts, cancel);
        Packed = PackedContacts.Pack(contacts);
        return Lines is null ? NotFound() : Page();
    }

    private PageResult Refuse(string why)
    {
        Trouble = why;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private static async Task<byte[]> BytesAsync(Stream stream, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancel) is var read and > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > ContactFile.MaxBytes)
            {
                throw new SourceException($"The file has more than {ContactFile.MaxBytes / 1024} kB. Split it, or leave pictures out.");
            }
        }

        return bytes.ToArray();
    }
}
