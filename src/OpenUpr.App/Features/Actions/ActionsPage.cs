using OpenUpr.App.Features.FollowUp;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.FollowUp;
using OpenUpr.FollowUp.Actions;

namespace OpenUpr.App.Features.Actions;

/// <summary>A page of the implementation matrix of a followed review.</summary>
public abstract class ActionsPage(Rooms rooms) : FollowPage(rooms)
{
    public ActionsView Matrix { get; private set; } = null!;

    /// <summary>The form's own number.</summary>
    public string Client { get; protected set; } = Arrivals.NewClient();

    /// <summary>Changes that met another one; empty but after a form that did.</summary>
    public IReadOnlyList<ActionClash> Clashes { get; protected set; } = [];

    public ActionAudience? Audience { get; private set; }

    public string AudienceName(ActionAudience audience) => ActionLabels.Audience(audience, StateName);

    /// <summary>"Implementation matrix, Arvenia, session 38: Ministry of Justice".</summary>
    public string TitleOf(ActionAudience? audience) => audience is null ? Numbers.Fill(ActionWords.Title_Of, Name) : Numbers.Fill(ActionWords.Title_Part, Name, AudienceName(audience));

    protected async Task<bool> LoadMatrixAsync(long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return false;
        }

        Matrix = await ActionRows.ReadAsync(Store, Access, View, cancel);
        Audience = ReadAudience(Request);
        return true;
    }

    /// <summary>Whom a part is for, by the address; null for the whole matrix.</summary>
    internal static ActionAudience? ReadAudience(HttpRequest request) =>
        ActionViews.Kinds.FirstOrDefault(k => k == request.Query["for"]) is { } kind && request.Query["of"].FirstOrDefault() is { Length: > 0 and <= 300 } of ? new ActionAudience(kind, of) : null;

    /// <summary>As it stands in an address, with its question mark; empty for the whole.</summary>
    public static string Query(ActionAudience? audience) => audience is null ? "" : $"?for={audience.Kind}&of={Uri.EscapeDataString(audience.Of)}";

    /// <summary>Recommendations as people name them, "140.7, 140.9" or "#12" for the twelfth of the report; null where one is none of this review's.</summary>
    protected IReadOnlyCollection<long>? Named(string? numbers)
    {
        var ids = new List<long>();
        foreach (var part in (numbers ?? "").Split([',', ';', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            long[] found = [.. View.Rows.Where(r => part.StartsWith('#') ? Number(r.Row.Place) == part[1..] : r.Row.Number == part).Select(r => r.Row.Id)];
            if (found.Length == 0)
            {
                return null;
            }

            ids.AddRange(found);
        }

        return ids;
    }

    /// <summary>How people name a recommendation: its number, or its place where it has none.</summary>
    public static string NameOf(FollowedRow row) => row.Row.Number ?? $"#{Number(row.Row.Place)}";

    public override string? Problem => Failed is { Refused: Refusal.Unknown, Field: "numbers" } ? ActionWords.Numbers_Unknown : base.Problem;

    /// <summary>The entry that a form begins with. One that comes back with something to mend keeps its own: only who was shown what others wrote writes over it.</summary>
    /// <param name="tail">After the name of each field; empty where the form has one action.</param>
    public int RevisionOf(ActionRow row, string tail) => Failed is { Refused: not Refusal.Conflict } && Number("revision" + tail) is { } mine ? (int)mine : row.Entry.Number;

    /// <summary>What a form says of an action; fields that it does not have are as they were.</summary>
    protected ActionText Typed(ActionText stored, string tail) => ActionFields.Read(Request.Form, stored, tail);
}
