using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Drafting.Studio;
using OpenUpr.Search.Passages;

namespace OpenUpr.App.Features.Studio;

/// <summary>Where a document stands on its way to the stakeholders' summary, who may do what next, and the people whom its text names.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/studio/1/steps")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/studio/1/steps", Method = "POST")]
public sealed class StudioTrackPageModel(Rooms rooms, LivePassages papers) : StudioPage(rooms)
{
    public IReadOnlyList<StudioMove> Open { get; private set; } = [];

    /// <summary>Cases of evidence that words may be about, by what they are called.</summary>
    public IReadOnlyList<Choice> Cases { get; private set; } = [];

    /// <summary>Paragraphs of the summary that take it up, as far as the paper is stored.</summary>
    public IReadOnlyList<(string Number, long DocumentId, int Ordinal)> Paragraphs { get; private set; } = [];

    public string Today => Day(Rooms.Today);

    /// <summary>Words whose form was sent and refused; null for none.</summary>
    public string? Words => Failed is null ? null : Text("words");

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel) || View.Document.IsTemplate)
        {
            return NotFound();
        }

        Open = StudioSteps.Open(View.Document, View.Role);
        Cases = View.Role.MayOrder ? [.. (await PriorityLinks.CasesAsync(Store, Access, cancel)).Select(c => new Choice(Number(c.Id)!, c.Alias))] : [];
        Paragraphs = await SummaryPlaces.FindAsync(Store, await papers.CurrentAsync(cancel), View.Plan, View.Steps.FirstOrDefault(s => s.Step.After == OpenUpr.Storage.StudioDocument.Summarised)?.Step.Reference, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        var outcome = Act == "check"
            ? await StudioNames.CheckAsync(Rooms, Access, id, new SafetyWish(Text("words"), Text("may") switch { "yes" => true, "no" => false, _ => null }, Number("case"), Text("note")), cancel)
            : await StudioTrack.TakeAsync(Rooms, Access, id, new StepWish(Act, Text("stamp"), Text("day"), Text("reference"), Text("reason"), Flag("names")), cancel);
        return await AnswerAsync(outcome, $"/studio/{id}/steps", "saved", () => OnGetAsync(id, cancel));
    }
}
