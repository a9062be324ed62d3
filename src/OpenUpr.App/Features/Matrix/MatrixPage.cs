using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Lists;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Matrix;

/// <summary>A page of one list.</summary>
public abstract class MatrixPage(Rooms rooms) : CoalitionForm(rooms)
{
    public MatrixView View { get; private set; } = null!;

    /// <summary>Rows that somebody else changed while this person typed; empty but after a form that met such a change.</summary>
    public IReadOnlyList<MatrixClash> Clashes { get; protected set; } = [];

    /// <summary>The form's own number.</summary>
    public string Client { get; protected set; } = OpenUpr.Drafting.Arrivals.NewClient();

    public bool MayOrder => Access.Is(CoalitionRole.Editor) && View.IsOpen;

    public IReadOnlyList<Choice> ClusterChoices { get; private set; } = [];

    /// <summary>The address of the list, or of a page of it.</summary>
    public string Here(string tail = "") => Link(FormattableString.Invariant($"/matrix/{View.Sheet.Id}{tail}"));

    public IEnumerable<Choice> Values => ValueScale.All.Select(v => new Choice(v.Code, View.Wording.Word(v, View.Sheet.Language)));

    /// <summary>What a field of a row holds: what was typed, where the form came back, else what is stored.</summary>
    public string Shown(string name, MatrixRowView row, string? stored) => IsPost && Request.Form.ContainsKey(FieldOf(name, row)) ? Request.Form[FieldOf(name, row)].ToString() : stored ?? "";

    public static string FieldOf(string name, MatrixRowView row) => FormattableString.Invariant($"{name}-{row.Row.Id}");

    /// <summary>The entry that the form begins with; after a clash the one that is stored now, so that sending it again means it.</summary>
    public static int RevisionOf(MatrixRowView row) => row.Entry?.Number ?? 0;

    public static string StateWord(string code) => code switch
    {
        MatrixEntry.Agreed => MatrixWords.State_agreed,
        MatrixEntry.Proposed => MatrixWords.State_proposed,
        _ => MatrixWords.State_open,
    };

    public static string? PositionWord(string? code) => code switch
    {
        "supported" => MatrixWords.Position_supported,
        "partly" => MatrixWords.Position_partly,
        "noted" => MatrixWords.Position_noted,
        "pending" => MatrixWords.Position_pending,
        _ => null,
    };

    /// <summary>A theme without the word before it; what has none is said so.</summary>
    public static string ThemeName(string theme) => theme.Length == 0 ? MatrixWords.Theme_None : theme.IndexOf(':', StringComparison.Ordinal) is > 0 and < 16 and var at ? theme[(at + 1)..].Trim() : theme;

    protected async Task<bool> LoadAsync(long id, CancellationToken cancel)
    {
        if (await MatrixRows.ReadAsync(Store, Access, id, cancel) is not { } view)
        {
            return false;
        }

        View = view;
        ClusterChoices = [.. (await Clusters.ListAsync(Store, Access, cancel)).Where(c => c.Cluster.EndedAt is null).Select(c => new Choice(Number(c.Cluster.Id)!, c.Cluster.Name))];
        return true;
    }

    /// <summary>What the form says of these rows, those that it names.</summary>
    protected IReadOnlyList<MatrixText> Typed(IEnumerable<MatrixRowView> rows) =>
        [.. rows.Where(r => Text(FieldOf("revision", r)) is not null).Select(r => new MatrixText(
            r.Row.Id, (int)(Number(FieldOf("revision", r)) ?? 0), Text(FieldOf("value", r)), Text(FieldOf("comment", r)), Text(FieldOf("challenges", r)), Text(FieldOf("assistance", r)), Text(FieldOf("state", r))))];
}
