using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Sheets;
using OpenUpr.Drafting.Lists;

namespace OpenUpr.App.Features.Matrix;

/// <summary>A filled-in list that was brought: what of it would change the list, row by row, and taking it over.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/matrix/1/fill/sheet")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/matrix/1/fill/sheet", Method = "POST")]
[RequestFormLimits(ValueCountLimit = MostRows + SheetReader.MaxColumns + 20)]
public sealed class MatrixFillModel(Rooms rooms) : MatrixPage(rooms)
{
    private const int MostRows = 2_000;

    /// <summary>Rows of one kind that are shown; the others are counted.</summary>
    public const int MostLines = 200;

    /// <summary>What needs somebody first.</summary>
    public static IReadOnlyList<FillVerdict> Order { get; } =
    [
        FillVerdict.NotFound, FillVerdict.Unreadable, FillVerdict.Twice, FillVerdict.NotYours, FillVerdict.TooLong, FillVerdict.Meets, FillVerdict.Changed, FillVerdict.New, FillVerdict.Older, FillVerdict.Same, FillVerdict.Empty,
    ];

    public long Upload { get; private set; }

    public SheetTable Table { get; private set; } = SheetTable.Empty;

    public IReadOnlyDictionary<string, int> Columns { get; private set; } = new Dictionary<string, int>();

    /// <summary>Null while no column says which row, or what.</summary>
    public FillPreview? Preview { get; private set; }

    /// <summary>Why nothing was taken over; null where nothing was asked.</summary>
    public string? Trouble { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, long? number, CancellationToken cancel)
    {
        if (number is null)
        {
            Trouble = MovingWords.Sheet_Broken;
            return await LoadAsync(id, cancel) ? Page() : NotFound();
        }

        if (!await FindAsync(id, number.Value, cancel))
        {
            return NotFound();
        }

        Columns = ColumnGuess.Of(Table, FilledSheets.Fields);
        return await LookAsync(id, cancel);
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        var upload = Number("number") ?? 0;
        if (!await FindAsync(id, upload, cancel))
        {
            // Sent twice: it is in the list already.
            return View is null ? NotFound() : SeeOther(Here());
        }

        Columns = ReadColumns();
        if (Act != "take" || Trouble is not null || !FilledSheets.IsEnough(Columns))
        {
            return await LookAsync(id, cancel);
        }

        var result = await Fillings.TakeAsync(Rooms, Access, id, upload, Table, Columns, [.. Many("replace").Select(r => long.TryParse(r, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0)], Flag("leave"), Text("stamp"), cancel);
        if (result.Outcome.IsDone)
        {
            return SeeOther(Here(FormattableString.Invariant($"?done=filled&rows={result.Saved}")));
        }

        Trouble = result.Outcome switch
        {
            { Refused: Refusal.Conflict } => MatrixWords.Fill_Moved,
            { Refused: Refusal.Empty } => MatrixWords.Fill_Nothing,
            { Field: "leave" } => Numbers.Fill(MatrixWords.Fill_Blocked, result.Preview!.Blocked),
            _ => CoalitionText.Of("Refusal", result.Outcome.Refused!.Value),
        };
        return await LookAsync(id, cancel);
    }

    public string? Chosen(int column) => Columns.FirstOrDefault(c => c.Value == column).Key;

    public static string Word(FillVerdict verdict) => MatrixWords.ResourceManager.GetString($"Verdict_{verdict}", CultureInfo.CurrentUICulture)!;

    public static string Field(string name) => MatrixWords.ResourceManager.GetString($"Fill_{name}", CultureInfo.CurrentUICulture)!;

    /// <summary>A text as it would stand in the list.</summary>
    public string Say(FilledCell cell) => cell.Write(View.Sheet.Language, View.Wording);

    private async Task<bool> FindAsync(long id, long upload, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel) || await SheetUploads.FindOwnAsync(Rooms, Access, Fillings.KindOf(id), upload, cancel) is not { } table)
        {
            return false;
        }

        (Upload, Table) = (upload, table);
        return true;
    }

    private async Task<IActionResult> LookAsync(long id, CancellationToken cancel)
    {
        if (FilledSheets.IsEnough(Columns))
        {
            Preview = await Fillings.PreviewAsync(Store, Access, id, Table, Columns, cancel);
        }
        else
        {
            Trouble ??= MatrixWords.Fill_NoColumn;
        }

        Response.StatusCode = Trouble is null || !IsPost ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        return Page();
    }

    private Dictionary<string, int> ReadColumns()
    {
        var columns = new Dictionary<string, int>();
        for (var c = 0; c < Table.Headings.Count; c++)
        {
            var field = Text(string.Create(CultureInfo.InvariantCulture, $"column-{c}"));
            if (FilledSheets.Fields.Any(f => f.Name == field) && !columns.TryAdd(field!, c))
            {
                Trouble = Numbers.Fill(MovingWords.Sheet_Twice, Field(field!));
            }
        }

        return columns;
    }
}
