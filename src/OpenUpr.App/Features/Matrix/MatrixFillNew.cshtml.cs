using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Sheets;
using OpenUpr.Drafting.Lists;
using OpenUpr.Sources;

namespace OpenUpr.App.Features.Matrix;

/// <summary>Bringing a list that was filled in elsewhere. It is read in memory and kept sealed until it is taken over: nothing of it lies on the disk in the clear.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/matrix/1/fill")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/matrix/1/fill", Method = "POST")]
[RequestSizeLimit(MaxRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxRequest, MemoryBufferThreshold = (int)MaxRequest)]
public sealed class MatrixFillNewModel(Rooms rooms) : MatrixPage(rooms)
{
    private const long MaxRequest = MatrixSources.MaxBytes + (64 * 1024);

    /// <summary>What is wrong with the file, and what to do.</summary>
    public string? Trouble { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel) || !View.IsOpen)
        {
            return NotFound();
        }

        try
        {
            if (Request.Form.Files.GetFile("file") is { } file)
            {
                using var content = new MemoryStream();
                await file.CopyToAsync(content, cancel);
                var table = await Task.Run(() => FilledSheets.Read(content.ToArray(), SourceFile.NameOf(file.FileName.Replace('\\', '/')), View.Sheet.Language, View.Wording, Store.Reference, cancel), cancel);
                var outcome = await SheetUploads.AddAsync(Rooms, Access, CoalitionRole.Contributor, Fillings.KindOf(id), table, cancel);
                return outcome.IsDone ? SeeOther(Here(FormattableString.Invariant($"/fill/sheet?number={outcome.Id}"))) : NotFound();
            }

            Trouble = MatrixWords.Fill_NoFile;
        }
        catch (SourceException e)
        {
            Trouble = e.Message;
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
