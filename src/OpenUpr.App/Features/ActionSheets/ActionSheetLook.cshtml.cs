using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Features.FollowUp;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Sheets;
using OpenUpr.FollowUp.Actions.Sheets;
using Sheets = OpenUpr.FollowUp.Actions.Sheets.ActionSheets;

namespace OpenUpr.App.Features.ActionSheets;

/// <summary>A matrix of actions that was brought: every choice with a suggestion, what would become of every action and cell, and taking it whole.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/follow-up/1/actions/sheet/look")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/follow-up/1/actions/sheet/look", Method = "POST")]
[RequestFormLimits(ValueCountLimit = 4_096)]
public sealed class ActionSheetLookModel(Rooms rooms) : FollowPage(rooms)
{
    /// <summary>Actions and cells that are shown; the others are counted and stand in the file.</summary>
    public const int MostLines = 100;

    public long Upload { get; private set; }

    public OpenedSheet Sheet { get; private set; } = null!;

    public SheetChoices Chosen { get; private set; } = null!;

    /// <summary>Null while no column says what is to be done.</summary>
    public SheetPlan? Plan { get; private set; }

    /// <summary>Why nothing was taken; null where nothing was asked.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Whether somebody must say that cells stay out.</summary>
    public bool AsksToLeave => Plan?.Left.Any(c => c.Reason is not "title" and not "sum") == true;

    public IReadOnlyList<string> StateWords => SheetGuess.WordsOf(Sheet.Parts, Chosen);

    public string KeyOf(string word) => SheetGuess.KeyOf(word);

    /// <summary>Days of a column that can be read in two ways.</summary>
    public IReadOnlyList<string> Asked(SheetPart part, int column) => SheetGuess.Asked(part, column);

    public static string Abridge(string cell) => SheetCheckModel.Abridge(cell.ReplaceLineEndings(" "));

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, long? number, CancellationToken cancel)
    {
        if (number is null)
        {
            (Sheet, Trouble) = (OpenedSheet.Empty, MovingWords.Sheet_Broken);
            Chosen = Sheet.Suggested;
            return await LoadAsync(id, cancel) ? Page() : NotFound();
        }

        if (!await FindAsync(id, number.Value, cancel))
        {
            return NotFound();
        }

        Chosen = Sheet.Suggested;
        return await LookAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        var upload = Number("number") ?? 0;
        if (!await FindAsync(id, upload, cancel))
        {
            // Sent twice: it is in the matrix already.
            return View is null ? NotFound() : SeeOther(Here("/actions"));
        }

        Chosen = ActionSheetForm.Read(Sheet, Request.Form);
        if (Act == "list")
        {
            var plan = await Sheets.PlanAsync(Store, Access, View, Sheet, Chosen, cancel);
            return new FileContentResult(LeftCells.Write(plan.Left), "text/csv") { FileDownloadName = FormattableString.Invariant($"{Access.Slug}-sheet-left.csv") };
        }

        if (Act != "take" || !Chosen.IsEnough)
        {
            return await LookAsync(cancel);
        }

        var taken = await Sheets.TakeAsync(Rooms, Access, View, Sheet, Chosen, upload, Flag("leave"), Text("stamp") ?? "", cancel);
        if (taken.Outcome.IsDone)
        {
            return SeeOther(Here(FormattableString.Invariant($"/actions?done=sheet&left={taken.LeftId}")));
        }

        if (taken.Outcome.Refused == Refusal.Absent)
        {
            return NotFound();
        }

        Trouble = taken.Outcome switch
        {
            { Refused: Refusal.Conflict } => ActionSheetWords.Moved,
            { Refused: Refusal.Empty } => ActionSheetWords.Nothing,
            { Field: "leave" } => Numbers.Fill(ActionSheetWords.Leave_First, taken.Plan!.Left.Count()),
            _ => CoalitionText.Of("Refusal", taken.Outcome.Refused!.Value),
        };
        return await LookAsync(cancel);
    }

    private async Task<bool> FindAsync(long id, long upload, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel) || !MayWrite || await SheetUploads.FindOwnAsync<SheetGrid[]>(Rooms, Access, Sheets.KindOf(id), upload, cancel) is not { } grids)
        {
            return false;
        }

        (Upload, Sheet) = (upload, await Sheets.OpenAsync(Store, Access, View, grids, cancel));
        return true;
    }

    private async Task<IActionResult> LookAsync(CancellationToken cancel)
    {
        if (Chosen.IsEnough)
        {
            Plan = await Sheets.PlanAsync(Store, Access, View, Sheet, Chosen, cancel);
        }
        else
        {
            Trouble ??= Sheet.Parts.Count == 0 ? ActionSheetWords.NoTable : ActionSheetWords.NoColumn;
        }

        Response.StatusCode = Trouble is null || !IsPost ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        return Page();
    }
}
