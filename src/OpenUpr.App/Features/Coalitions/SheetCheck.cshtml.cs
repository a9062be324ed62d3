using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Sheets;

namespace OpenUpr.App.Features.Coalitions;

/// <summary>A sheet that was brought: which column is what, what would come in, and taking it.</summary>
[Access(AccessAttribute.Secretariat, "/coalitions/{coalition}/import/sheet")]
[Access(AccessAttribute.Secretariat, "/coalitions/{coalition}/import/sheet", Method = "POST")]
public sealed class SheetCheckModel(Rooms rooms) : CoalitionForm(rooms)
{
    /// <summary>Cells that are shown of each column.</summary>
    private const int FirstRows = 4;

    private const int MostLines = 300;
    private const int ShortCell = 80;

    public long Upload { get; private set; }

    public SheetTarget Target { get; private set; } = null!;

    public SheetTable Table { get; private set; } = SheetTable.Empty;

    /// <summary>The column of each field.</summary>
    public IReadOnlyDictionary<string, int> Columns { get; private set; } = new Dictionary<string, int>();

    /// <summary>Null before a check.</summary>
    public SheetOutcome? Result { get; private set; }

    public string? Trouble { get; private set; }

    /// <summary>Every row was looked at with these columns and none was refused.</summary>
    public bool MayTake => Result is { Outcome.IsDone: true, IsTaken: false } && Result.Count(SheetVerdict.New) > 0;

    /// <summary>Refused rows first.</summary>
    public IReadOnlyList<SheetLine> Shown => [.. Result!.Lines.OrderBy(l => l.Verdict != SheetVerdict.Refused).ThenBy(l => l.Row).Take(MostLines)];

    public async Task<IActionResult> OnGetAsync(long? number, CancellationToken cancel)
    {
        if (number is null)
        {
            (Target, Trouble) = (SheetTarget.All[0], MovingWords.Sheet_Broken);
            return Page();
        }

        if (!await FindAsync(number.Value, cancel))
        {
            return NotFound();
        }

        Columns = ColumnGuess.Of(Table, Target.Fields);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Number("number") is not { } number || !await FindAsync(number, cancel))
        {
            return NotFound();
        }

        if (!ReadColumns())
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        Result = await SheetImport.RunAsync(Rooms, Access, Target, Table, Columns, Act != "take", number, cancel);
        if (Result.Lines.Count == 0 && !Result.Outcome.IsDone)
        {
            Trouble = SheetText.Problem(Result.Outcome, Target);
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        // Links and codes are in no other answer; where there are none, the list itself shows what came.
        return Result is { IsTaken: true, Ways.Count: 0 } ? SeeOther(Link($"/{Target.Kind}?done=saved")) : Page();
    }

    public string? Chosen(int column) => Columns.FirstOrDefault(c => c.Value == column).Key;

    /// <summary>What a column holds, as far as it is needed to know it again.</summary>
    public IEnumerable<string> First(int column) => Table.Column(column).Take(FirstRows).Select(Abridge);

    public static string Abridge(string cell) => cell.Length <= ShortCell ? cell : cell[..ShortCell] + "…";

    private async Task<bool> FindAsync(long number, CancellationToken cancel)
    {
        if (await SheetUploads.FindAsync(Rooms, Access, number, cancel) is not { } found)
        {
            return false;
        }

        (Upload, Target, Table) = (number, found.Target, found.Table);
        return true;
    }

    /// <summary>False where one field was chosen for two columns.</summary>
    private bool ReadColumns()
    {
        var columns = new Dictionary<string, int>();
        for (var c = 0; c < Table.Headings.Count; c++)
        {
            var field = Text(string.Create(CultureInfo.InvariantCulture, $"column-{c}"));
            if (Target.Fields.Any(f => f.Name == field) && !columns.TryAdd(field!, c))
            {
                Trouble = Shared.Numbers.Fill(MovingWords.Sheet_Twice, SheetText.Field(field!));
            }
        }

        Columns = columns;
        return Trouble is null;
    }
}
