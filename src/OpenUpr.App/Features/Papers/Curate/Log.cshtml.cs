using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Features.Recommendations;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Papers;
using OpenUpr.Reviews;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Readings;

namespace OpenUpr.App.Features.Papers.Curate;

[Access(AccessAttribute.Curator, "/curate/log")]
[Access(AccessAttribute.Curator, "/curate/log", Method = "POST")]
public sealed class LogModel(Store store, Labels labels, TimeProvider time) : PageModel
{
    private const int Shown = 200;

    /// <summary>Characters of a text that a line quotes.</summary>
    private const int MaxText = 80;

    public Labels Labels => labels;

    public IReadOnlyList<LogLine> Lines { get; private set; } = [];

    public string? Sur { get; private set; }

    public int? Session { get; private set; }

    public string? Error { get; private set; }

    public IReadOnlyList<State> States => [.. store.Reference.States.OrderBy(s => labels.State(s.Iso3), StringComparer.CurrentCulture)];

    /// <summary>A line of the log in a sentence.</summary>
    public static string Say(LogLine line, Labels labels) => line switch
    {
        { Correction: { } correction } => SayCorrection(line, correction, labels),
        { Run: { } run } => Numbers.Fill(PapersWords.Log_Imported, line.Document, Numbers.Count(run.Added), Numbers.Count(run.Known), Numbers.Count(run.Refused), Numbers.Count(run.Doubtful)),
        { Count: > 1 } => Numbers.Fill(line.Action == LogAction.Undone ? PapersWords.Log_ManyUndone : PapersWords.Log_Many, DoubtLabels.Title(line.Doubt!.Code), Numbers.Count(line.Count), DoubtLabels.Answer(labels, line.Doubt.Code, line.Answer!)),
        { Action: LogAction.Undone } => Numbers.Fill(PapersWords.Log_Undone, DoubtLabels.Title(line.Doubt!.Code), Place(line), DoubtLabels.Answer(labels, line.Doubt.Code, line.Answer!)),
        _ => Numbers.Fill(PapersWords.Log_Settled, DoubtLabels.Title(line.Doubt!.Code), Place(line), DoubtLabels.Answer(labels, line.Doubt.Code, line.Answer!)),
    };

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    /// <summary>Takes an answer back.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] long id, CancellationToken cancel)
    {
        if (await DoubtInbox.FindAsync(store, id, cancel) is not { } row)
        {
            return NotFound();
        }

        Error = await Answering.DoAsync(store, time, row, "undo", null, cancel);
        if (Error is null)
        {
            return Redirect("/curate/log" + Request.QueryString);
        }

        await ReadAsync(cancel);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        Sur = store.Reference.FindState(Request.Query["state"].ToString())?.Iso3;
        Session = int.TryParse(Request.Query["session"], NumberStyles.None, CultureInfo.InvariantCulture, out var session) ? session : null;
        Lines = await CurationLog.ReadAsync(store, Sur, Session, Shown, cancel);
    }

    private static string SayCorrection(LogLine line, Correction correction, Labels labels)
    {
        var values = correction.Values.Count == 0 ? [Tag.None] : correction.Values;
        var text = correction.Text.Length > MaxText ? correction.Text[..MaxText] + "…" : correction.Text;
        return Numbers.Fill(line.Action == LogAction.CorrectionUndone ? PapersWords.Log_CorrectionUndone : PapersWords.Log_Corrected, text, string.Join("; ", values.Select(v => ShowTag.Label(correction.Scheme, v, labels))));
    }

    private static string Place(LogLine line) => line.Doubt!.Number is { } number ? Numbers.Fill(PapersWords.Log_Place, line.Document, number) : line.Document;
}
