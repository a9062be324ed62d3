using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Lists;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Matrix;

/// <summary>A list: how far each theme is, and one theme as a form. Rows that others changed meanwhile are shown and not overwritten.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/matrix/1")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/matrix/1", Method = "POST")]
[RequestFormLimits(ValueCountLimit = 8 * MatrixWriting.MostAtOnce)]
public sealed class MatrixShowModel(Rooms rooms) : MatrixPage(rooms)
{
    /// <summary>Rows of the form on one page, so that a page stays quick.</summary>
    public const int PageSize = 30;

    public static IReadOnlyList<string> Filters { get; } = ["all", "open", "mine", "supported", "partly", "noted", "pending"];

    /// <summary>The theme that is shown, from 1; null for the list of themes. 0 for all.</summary>
    public int? Theme { get; private set; }

    public string Filter { get; private set; } = "all";

    public int PageNumber { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    /// <summary>Rows that a file brought just now; null where none did.</summary>
    public int? Filled => Request.Query["done"] == "filled" && int.TryParse(Request.Query["rows"], out var rows) && rows >= 0 ? rows : null;

    public IReadOnlyList<MatrixRowView> Rows { get; private set; } = [];

    /// <summary>The address of the same rows.</summary>
    public string ThisPage => Here(FormattableString.Invariant($"?theme={Theme}&show={Filter}&page={PageNumber}"));

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Choose();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Choose();
        var page = FormattableString.Invariant($"/matrix/{id}?theme={Theme}&show={Filter}&page={PageNumber}");
        switch (Act)
        {
            case "duty":
                var theme = View.Themes.FirstOrDefault(t => t.Number == Number("of"))?.Theme;
                return await AnswerAsync(theme is null ? Outcome.Absent : await Matrices.SetDutyAsync(Rooms, Access, id, theme, null, Number("cluster"), cancel), $"/matrix/{id}", "saved", () => OnGetAsync(id, cancel));
            case "close" or "open":
                return await AnswerAsync(await Matrices.SetClosedAsync(Rooms, Access, id, Act == "close", cancel), $"/matrix/{id}", "saved", () => OnGetAsync(id, cancel));
            default:
                Client = Text("client") ?? Client;
                var saved = await MatrixWriting.SaveAsync(Rooms, Access, id, Act == "copy" ? Copied() : Typed(Rows), Client, cancel);
                Clashes = saved.Clashes;
                if (saved.Clashes.Count == 0)
                {
                    return await AnswerAsync(saved.Outcome, page, "saved", () => OnGetAsync(id, cancel));
                }

                // What did not clash is stored; the form comes back with what was typed, beside what others wrote.
                Client = OpenUpr.Drafting.Arrivals.NewClient();
                return await FailAsync(Outcome.Not(Refusal.Conflict), () => OnGetAsync(id, cancel));
        }
    }

    /// <summary>One value for several rows; what else was typed is kept.</summary>
    private IReadOnlyList<MatrixText> Copied()
    {
        var chosen = Many("chosen").ToHashSet();
        return [.. Typed(Rows).Select(t => chosen.Contains(Number(t.RowId)!) ? t with { Value = Text("copy-value"), State = t.State == MatrixEntry.Open ? MatrixEntry.Proposed : t.State } : t)];
    }

    private void Choose()
    {
        var query = Request.Query;
        Theme = int.TryParse(query["theme"], out var theme) && theme >= 0 && theme <= View.Themes.Count ? theme : null;
        Filter = Filters.FirstOrDefault(f => f == query["show"]) ?? "all";
        var name = Theme is > 0 ? View.Themes[Theme.Value - 1].Theme : null;
        List<MatrixRowView> rows = Theme is null ? [] : [.. View.Rows.Where(r => (name is null || r.Row.Theme == name) && (Theme > 0 || !r.IsRepeated) && Passes(r))];
        Pages = Math.Max(1, (rows.Count + PageSize - 1) / PageSize);
        PageNumber = int.TryParse(query["page"], out var page) ? Math.Clamp(page, 1, Pages) : 1;

        // A form that comes back shows the rows that it had, whatever a filter would say of them by now: nothing typed is lost.
        Rows = Text("client") is null ? [.. rows.Skip((PageNumber - 1) * PageSize).Take(PageSize)] : [.. View.Rows.Where(r => Text(FieldOf("revision", r)) is not null)];
    }

    private bool Passes(MatrixRowView row) => Filter switch
    {
        "open" => row.Entry?.Value is null,
        "mine" => row.IsMine,
        "all" => true,
        _ => row.Row.Position == Filter,
    };
}
