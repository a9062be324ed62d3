using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Papers;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Papers.Curate;

[Access(AccessAttribute.Curator, "/curate/uploads/0000000000000000")]
[Access(AccessAttribute.Curator, "/curate/uploads/0000000000000000", Method = "POST")]
public sealed class UploadsModel(Store store, WaitingUploads uploads, UploadRuns runs, Labels labels) : PageModel
{
    public string Batch { get; private set; } = "";

    public IReadOnlyList<UploadRow> Files { get; private set; } = [];

    public Labels Labels => labels;

    /// <summary>As they came while they are being read, so that no line moves; at the end those that need somebody first.</summary>
    public IEnumerable<UploadRow> Shown => IsRunning ? Files : Files.OrderBy(f => f.State == Upload.Stored);

    public bool IsRunning => Files.Any(f => !f.IsOver);

    public int Over => Files.Count(f => f.IsOver);

    /// <summary>"12 stored, 1 refused".</summary>
    public static string Summary(UploadBatch batch) => string.Join(", ", new[]
    {
        batch.Waiting > 0 ? Numbers.Fill(PapersWords.Batch_Waiting, batch.Waiting) : null,
        batch.Stored > 0 ? Numbers.Fill(PapersWords.Batch_Stored, batch.Stored) : null,
        batch.Refused > 0 ? Numbers.Fill(PapersWords.Batch_Refused, batch.Refused) : null,
        batch.Cancelled > 0 ? Numbers.Fill(PapersWords.Batch_Cancelled, batch.Cancelled) : null,
    }.OfType<string>());

    public string Counted => Summary(new UploadBatch(Batch, default, Files.Count, Files.Count(f => !f.IsOver), Files.Count(f => f.State == Upload.Stored), Files.Count(f => f.State == Upload.Refused), Files.Count(f => f.State == Upload.Cancelled)));

    /// <summary>The step a file is at, with its share where that is known.</summary>
    public string StepOf(UploadRow file)
    {
        var at = runs.ProgressOf(file.Id);
        var (step, done, total) = at is null ? (file.Step, file.Done, file.Total) : (at.Step, at.Done, at.Total);
        return total > 0 && done > 0 ? $"{PaperLabels.Step(step)}, {Numbers.Share((int)(done * 100 / total), 100)}" : PaperLabels.Step(step);
    }

    public async Task<IActionResult> OnGetAsync([FromRoute] string batch, CancellationToken cancel)
    {
        if (!UploadModel.BatchName().IsMatch(batch))
        {
            HttpContext.Features.Set(new Problem(PapersWords.Error_NoBatch));
            return NotFound();
        }

        (Batch, Files) = (batch, await UploadRows.OfBatchAsync(store, batch, cancel));
        return Page();
    }

    /// <summary>Cancels or tries again one file, or all of the batch that can be.</summary>
    public async Task<IActionResult> OnPostAsync([FromRoute] string batch, string? act, [FromForm] long? id, CancellationToken cancel)
    {
        if (!UploadModel.BatchName().IsMatch(batch) || act is not ("cancel" or "retry"))
        {
            return BadRequest();
        }

        foreach (var file in (await UploadRows.OfBatchAsync(store, batch, cancel)).Where(f => id is null || f.Id == id))
        {
            if (act == "retry")
            {
                await uploads.RetryAsync(file.Id, cancel);
            }
            else if (!file.IsOver)
            {
                // First the reading on this node: while it writes, SQLite lets nobody else note anything.
                runs.Stop(file.Id);
                await uploads.CancelAsync(file.Id, cancel);
            }
        }

        runs.Wake();
        return Redirect($"/curate/uploads/{batch}");
    }
}
