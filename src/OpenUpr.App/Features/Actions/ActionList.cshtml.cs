using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.FollowUp;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.FollowUp.Actions;
using OpenUpr.FollowUp.Reports;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Actions;

/// <summary>The implementation matrix as a form of many rows, filtered like the recommendations themselves. Rows that others changed meanwhile are shown and not overwritten.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/actions")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/follow-up/1/actions", Method = "POST")]
[RequestFormLimits(ValueCountLimit = 8 * ActionWriting.MostAtOnce)]
public sealed class ActionListModel(Rooms rooms) : ActionsPage(rooms)
{
    /// <summary>Actions of the form on one page, so that a page stays quick.</summary>
    public const int PageSize = 30;

    public FollowFilter Filter { get; private set; } = FollowFilter.All;

    /// <summary>A state of the action, "late" or "alone" (serves no recommendation); null for all but those left out.</summary>
    public string? Show { get; private set; }

    public string? Ministry { get; private set; }

    /// <summary>The report whose measures are shown as it counts them; null for the whole review.</summary>
    public ReportSet? Counted { get; private set; }

    public IReadOnlyList<ActionRow> Rows { get; private set; } = [];

    public int Found { get; private set; }

    public int PageNumber { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    /// <summary>Under which the list of cells of a sheet that were not taken is kept; null where none was just taken.</summary>
    public long? LeftList => Request.Query["done"] == "sheet" && long.TryParse(Request.Query["left"], NumberStyles.None, CultureInfo.InvariantCulture, out var left) ? left : null;

    public static IReadOnlyList<string> Shows { get; } = [.. ActionWriting.States, "late", "alone"];

    public IEnumerable<string> Ministries => Matrix.Actions.Select(a => a.Entry.Ministry).OfType<string>().Distinct().Order(StringComparer.CurrentCulture);

    /// <summary>The filter as it stands in an address, with its question mark; empty for all.</summary>
    public string Query()
    {
        var query = Filter.Query();
        void Add(string name, string? value) => query += value is null ? "" : $"{(query.Length == 0 ? "?" : "&")}{name}={Uri.EscapeDataString(value)}";
        Add("show", Show);
        Add("ministry", Ministry);
        Add("report", Number(Counted?.Report.Id));
        return query;
    }

    public string ThisPage => $"{Query()}{(Query().Length == 0 ? "?" : "&")}page={PageNumber.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>What a field of a row holds: what was typed, where the form came back, else what is stored.</summary>
    public string Shown(string name, ActionRow row, string? stored) => IsPost && Request.Form.ContainsKey(FieldOf(name, row)) ? Request.Form[FieldOf(name, row)].ToString() : stored ?? "";

    public static string FieldOf(string name, ActionRow row) => FormattableString.Invariant($"{name}-{row.Action.Id}");

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadMatrixAsync(id, cancel) || !await LoadCountedAsync(cancel))
        {
            return NotFound();
        }

        Choose();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadMatrixAsync(id, cancel) || !await LoadCountedAsync(cancel))
        {
            return NotFound();
        }

        Choose();
        Client = Text("client") ?? Client;
        if (Act == "add")
        {
            if (Named(Text("numbers")) is not { } rows)
            {
                return await FailAsync(Outcome.Not(Refusal.Unknown, "numbers"), () => OnGetAsync(id, cancel));
            }

            var added = await ActionWriting.AddAsync(Rooms, Access, id, Typed(new ActionText(null), ""), rows, Client, cancel);
            return await AnswerAsync(added, FormattableString.Invariant($"/follow-up/{id}/actions/{added.Id}"), "saved", () => OnGetAsync(id, cancel));
        }

        var saved = await ActionWriting.SaveAsync(Rooms, Access, id, Changes(), Client, cancel);
        if ((Clashes = saved.Clashes).Count == 0)
        {
            return await AnswerAsync(saved.Outcome, FormattableString.Invariant($"/follow-up/{id}/actions{ThisPage}"), "saved", () => OnGetAsync(id, cancel));
        }

        // What did not clash is stored; the form comes back with what was typed, beside what others wrote.
        Client = Arrivals.NewClient();
        return await FailAsync(Outcome.Not(Refusal.Conflict), () => OnGetAsync(id, cancel));
    }

    private IReadOnlyList<ActionChange> Changes() => [.. Rows.Where(r => Number(FieldOf("revision", r)) is not null).Select(r =>
    {
        var tail = FieldOf("", r);
        var typed = Typed(ActionText.Of(r.Entry), tail);
        return new ActionChange(r.Action.Id, (int)Number(FieldOf("revision", r))!.Value, Many("chosen").Contains(Number(r.Action.Id)!) && Text("copy-state") is { Length: > 0 } state ? typed with { State = state } : typed) { Tail = tail };
    })];

    private async Task<bool> LoadCountedAsync(CancellationToken cancel)
    {
        if (!long.TryParse(Request.Query["report"], NumberStyles.None, CultureInfo.InvariantCulture, out var report))
        {
            return true;
        }

        Counted = await ReportSet.ReadAsync(Store, Access, View, report, cancel);
        return Counted is not null;
    }

    private void Choose()
    {
        var query = Request.Query;
        Filter = FollowFilter.Read(name => query[name]);
        Show = Shows.FirstOrDefault(s => s == query["show"]);
        Ministry = query["ministry"].FirstOrDefault() is { Length: > 0 and <= 300 } ministry ? ministry : null;
        var rows = Matrix.Actions.Where(Passes).ToList();
        Found = rows.Count;
        Pages = Math.Max(1, (rows.Count + PageSize - 1) / PageSize);
        PageNumber = int.TryParse(query["page"], out var page) ? Math.Clamp(page, 1, Pages) : 1;

        // A form that comes back shows the rows that it had, whatever a filter would say of them by now: nothing typed is lost.
        Rows = Matrix.Actions.Any(r => Text(FieldOf("revision", r)) is not null) ? [.. Matrix.Actions.Where(r => Text(FieldOf("revision", r)) is not null)] : [.. rows.Skip((PageNumber - 1) * PageSize).Take(PageSize)];
    }

    private bool Passes(ActionRow row) =>
        (Show switch { null => row.Entry.State != ActionEntry.Dropped, "late" => row.IsLate(Today), "alone" => row.Rows.Count == 0, _ => row.Entry.State == Show })
        && (Counted is null || row.Rows.Any(r => Counted.Monitoring.Rows.Any(m => m.Row.Row.Id == r.Row.Id)))
        && (Ministry is null || row.Entry.Ministry == Ministry)
        && (Filter with { Text = null } == FollowFilter.All || row.Rows.Any(r => (Filter with { Text = null }).Passes(r)))
        && (Filter.Text is null || Filter.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(w => row.Code.Equals(w, StringComparison.OrdinalIgnoreCase) || Has(row.Entry.Text, w) || Has(row.Entry.Ministry, w) || Has(row.Entry.Actors, w) || row.Rows.Any(r => Has(r.Row.Text, w) || r.Row.Number == w)));

    private static bool Has(string? text, string word) => text?.Contains(word, StringComparison.CurrentCultureIgnoreCase) ?? false;
}
