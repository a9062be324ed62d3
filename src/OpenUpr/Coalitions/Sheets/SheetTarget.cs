using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions.Moving;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions.Sheets;

/// <summary>What becomes of a row.</summary>
public enum SheetVerdict
{
    New,

    /// <summary>It is here already, or stands further up in the file; left as it is.</summary>
    Same,

    Refused,
}

/// <summary>A row and what becomes of it.</summary>
/// <param name="Row">Its line in the file.</param>
/// <param name="What">Its name or title as read.</param>
/// <param name="Field">The field that a refusal is about.</param>
/// <param name="Cell">What stands there.</param>
/// <param name="Role">With which a new person comes in: what a sheet calls a coordinator may do everything here.</param>
public sealed record SheetLine(int Row, SheetVerdict Verdict, string What, Refusal? Why = null, string? Field = null, string? Cell = null, string? Role = null);

/// <summary>A kind of rows that sheets bring: what its columns are, and how a row becomes a thing of the room. A further kind is a further class and a line in <see cref="All"/>.</summary>
public abstract class SheetTarget
{
    public static IReadOnlyList<SheetTarget> All { get; } = [new OrganisationSheet(), new PersonSheet(), new MeetingSheet(), new TrainingSheet()];

    /// <summary>As --kind names it, and the page inside the room that lists such things.</summary>
    public abstract string Kind { get; }

    public abstract IReadOnlyList<SheetField> Fields { get; }

    /// <summary>The most rows of one file.</summary>
    public virtual int MaxRows => SheetReader.MaxRows;

    public static SheetTarget? Find(string? kind) => All.FirstOrDefault(t => t.Kind == kind);

    /// <summary>Reads what is here already, once for the file.</summary>
    internal virtual Task PrepareAsync(SheetWork work, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Adds a row's thing to the context, or says why not.</summary>
    internal abstract Task<SheetLine> AddAsync(SheetWork work, SheetCells cells, CancellationToken cancel);

    /// <summary>A refusal of the forms' rules as a line.</summary>
    private protected static SheetLine Refused(SheetCells cells, string what, Outcome wrong) =>
        new(cells.Line, SheetVerdict.Refused, what, wrong.Refused, wrong.Field, wrong.Field is { } field ? cells.Raw(field) : null);
}

/// <summary>The cells of a row by field.</summary>
internal sealed class SheetCells(SheetRow row, IReadOnlyDictionary<string, int> columns, IReadOnlyDictionary<string, SheetDays> days)
{
    public int Line => row.Line;

    /// <summary>Null where there is no such column or the cell is empty.</summary>
    public string? this[string field] => Raw(field) is { Length: > 0 } text ? text : null;

    /// <summary>A day as forms send it.</summary>
    public string? Day(string field) => this[field] is { } text ? days[field].Day(text) : null;

    public string? Raw(string field) => columns.TryGetValue(field, out var column) ? column < row.Cells.Count ? row.Cells[column] : "" : null;
}

/// <summary>What the rows of one file are added with.</summary>
internal sealed class SheetWork(Rooms rooms, CoalitionAccess access, OpenUprDb db, int rows)
{
    private readonly Dictionary<string, long> _next = [];

    public Rooms Rooms => rooms;

    public CoalitionAccess Access => access;

    public OpenUprDb Db => db;

    /// <summary>What tells a thing from others, of all that are here or stand further up in the file.</summary>
    public HashSet<string> Known { get; } = [];

    /// <summary>Organisations by folded name.</summary>
    public Dictionary<string, long> Organisations { get; } = [];

    /// <summary>Places that were made, for which people are to be invited.</summary>
    public List<(Membership Place, string Name)> Places { get; } = [];

    /// <summary>A number for a new row; those of a file are taken at once.</summary>
    public async Task<long> IdAsync(string counter, CancellationToken cancel)
    {
        var next = _next.TryGetValue(counter, out var known) ? known : await db.TakeIdsAsync(counter, rows, cancel);
        _next[counter] = next + 1;
        return next;
    }

    public async Task ReadOrganisationsAsync(CancellationToken cancel)
    {
        foreach (var organisation in await db.Organisations.AsNoTracking().Where(o => o.LeftOn == null).Select(o => new { o.Id, o.Name }).ToListAsync(cancel))
        {
            Organisations[SheetField.Fold(organisation.Name)] = organisation.Id;
        }
    }
}
