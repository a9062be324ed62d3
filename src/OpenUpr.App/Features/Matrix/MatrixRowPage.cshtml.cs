using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Drafting.Lists;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Matrix;

/// <summary>One row of a list: its form, the evidence behind it, and everything that was ever written about it.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/matrix/1/rows/1")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/matrix/1/rows/1", Method = "POST")]
public sealed class MatrixRowModel(Rooms rooms) : MatrixPage(rooms)
{
    public MatrixRowView Row { get; private set; } = null!;

    /// <summary>Cases that could be linked besides.</summary>
    public IReadOnlyList<(long Id, string Alias)> Cases { get; private set; } = [];

    public IReadOnlyList<(MatrixEntry Entry, string? Author)> History { get; private set; } = [];

    /// <summary>The row with a value still to be given that comes next; null where there is none.</summary>
    public long? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, [FromRoute] long row, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel) || View.Rows.FirstOrDefault(r => r.Row.Id == row) is not { } found)
        {
            return NotFound();
        }

        Row = found.IsRepeated ? View.Rows.First(r => r.Row.Id == found.First) : found;
        History = await MatrixRows.HistoryAsync(Store, Access, id, Row.Row.Id, cancel);
        Cases = Row.MayWrite ? [.. (await PriorityLinks.CasesAsync(Store, Access, cancel)).Where(c => !Row.Evidence.Any(e => e.Id == c.Id))] : [];
        Next = View.Rows.FirstOrDefault(r => r.Row.Place > Row.Row.Place && r is { IsRepeated: false, MayWrite: true, Entry.Value: null })?.Row.Id;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, [FromRoute] long row, CancellationToken cancel)
    {
        if (await OnGetAsync(id, row, cancel) is NotFoundResult missing)
        {
            return missing;
        }

        var here = FormattableString.Invariant($"/matrix/{id}/rows/{Row.Row.Id}");
        switch (Act)
        {
            case "link" or "unlink":
                var linked = Number("case") is { } which ? await MatrixWriting.SetEvidenceAsync(Rooms, Access, id, Row.Row.Id, which, Act == "link", cancel) : Outcome.Absent;
                return await AnswerAsync(linked, here, "saved", () => OnGetAsync(id, row, cancel));
            case "duty":
                return await AnswerAsync(await Matrices.SetDutyAsync(Rooms, Access, id, null, Row.Row.Id, Number("cluster"), cancel), here, "saved", () => OnGetAsync(id, row, cancel));
            default:
                Client = Text("client") ?? Client;
                var saved = await MatrixWriting.SaveAsync(Rooms, Access, id, Typed([Row]), Client, cancel);
                if ((Clashes = saved.Clashes).Count > 0)
                {
                    Client = Arrivals.NewClient();
                    return await FailAsync(Outcome.Not(Refusal.Conflict), () => OnGetAsync(id, row, cancel));
                }

                return await AnswerAsync(saved.Outcome, Act == "next" && Next is { } next ? FormattableString.Invariant($"/matrix/{id}/rows/{next}") : here, "saved", () => OnGetAsync(id, row, cancel));
        }
    }
}
