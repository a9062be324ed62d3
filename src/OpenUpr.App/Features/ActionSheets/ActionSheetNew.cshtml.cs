using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.FollowUp;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Sheets;
using OpenUpr.Sources;

namespace OpenUpr.App.Features.ActionSheets;

/// <summary>Bringing a matrix of actions that is kept in a sheet. It is read in memory and kept sealed until it is taken: nothing of it lies on the disk in the clear.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/follow-up/1/actions/sheet")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/follow-up/1/actions/sheet", Method = "POST")]
[RequestSizeLimit(MaxRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxRequest, MemoryBufferThreshold = (int)MaxRequest)]
public sealed class ActionSheetNewModel(Rooms rooms) : FollowPage(rooms)
{
    private const long MaxRequest = SheetReader.MaxBytes + (64 * 1024);

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
                var grids = await Task.Run(() => SheetReader.ReadGrids(content.ToArray(), cancel), cancel);
                var outcome = await SheetUploads.AddAsync(Rooms, Access, CoalitionRole.Contributor, OpenUpr.FollowUp.Actions.Sheets.ActionSheets.KindOf(id), grids, cancel);
                return outcome.IsDone ? SeeOther(Here(FormattableString.Invariant($"/actions/sheet/look?number={outcome.Id}"))) : NotFound();
            }

            Trouble = ActionSheetWords.NoFile;
        }
        catch (SourceException e)
        {
            Trouble = e.Message;
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
