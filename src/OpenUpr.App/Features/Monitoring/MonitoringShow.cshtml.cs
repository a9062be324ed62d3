using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.FollowUp.Actions;
using OpenUpr.FollowUp.Monitoring;

namespace OpenUpr.App.Features.Monitoring;

/// <summary>One recommendation: who judges it how, on which evidence, confirmed by whom; and the form for one more.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/monitoring/1")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/follow-up/1/monitoring/1", Method = "POST")]
public sealed class MonitoringShowModel(Rooms rooms, Labels labels) : MonitoringPage(rooms)
{
    public MonitoredRow Row { get; private set; } = null!;

    /// <summary>Actions that serve the recommendation.</summary>
    public IReadOnlyList<ActionRow> Actions { get; private set; } = [];

    /// <summary>Those of them that say which help the State needs (requirement L14).</summary>
    public IReadOnlyList<ActionRow> Helps => [.. Actions.Where(a => a.Entry.Assistance is not null)];

    /// <summary>Organisations of the State's region and others that it is a member of: whose mechanisms may help, for a person to judge.</summary>
    public IReadOnlyList<string> Region => [.. Store.Reference.OrganisationsOf(View.Review.State, Today).Select(labels.Organisation).Order(StringComparer.CurrentCulture)];

    public IReadOnlyList<Choice> Organisations { get; private set; } = [];

    public IReadOnlyList<(long Id, string Alias)> Cases { get; private set; } = [];

    /// <summary>The recommendation that the running round asks for next; null where there is none.</summary>
    public long? Next { get; private set; }

    /// <summary>Whether this person may be the second pair of eyes.</summary>
    public bool MayConfirm(AssessmentRow row) => MayWrite && !row.IsConfirmed && row.Assessment.AuthorId != Access.MemberId;

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, [FromRoute] long row, CancellationToken cancel)
    {
        if (!await LoadMonitoringAsync(id, cancel) || Monitoring.Rows.FirstOrDefault(r => r.Row.Row.Id == row) is not { } found)
        {
            return NotFound();
        }

        Row = found;
        Actions = [.. (await ActionRows.ReadAsync(Store, Access, View, cancel)).Actions.Where(a => a.Rows.Any(r => r.Row.Id == row))];
        Organisations = MayWrite ? await OrganisationChoicesAsync(cancel) : [];
        Cases = MayWrite ? await PriorityLinks.CasesAsync(Store, Access, cancel) : [];
        Next = Monitoring.Rows.FirstOrDefault(r => r.Row.Row.Place > found.Row.Row.Place && Monitoring.IsDue(r))?.Row.Row.Id;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, [FromRoute] long row, CancellationToken cancel)
    {
        if (await OnGetAsync(id, row, cancel) is NotFoundResult missing)
        {
            return missing;
        }

        // Assessments of another recommendation have their own page.
        var which = Number("assessment") ?? 0;
        var isHere = Row.All.Any(a => a.Assessment.Id == which);
        var outcome = Act switch
        {
            "confirm" => isHere ? await Assessments.ConfirmAsync(Rooms, Access, id, which, cancel) : Outcome.Absent,
            "evidence" => isHere ? await Assessments.AddEvidenceAsync(Rooms, Access, id, which, Evidence(), cancel) : Outcome.Absent,
            _ => await Assessments.AddAsync(
                Rooms, Access, id,
                new AssessmentWish(row, Number("organisation"), Text("value"), Text("explanation"), Flag("worse"), Text("regression"), Text("effect")) { Evidence = string.IsNullOrEmpty(Text("kind")) ? null : Evidence() }, Text("client"), cancel),
        };
        return await AnswerAsync(outcome, Act == "next" && Next is { } next ? FormattableString.Invariant($"/follow-up/{id}/monitoring/{next}") : FormattableString.Invariant($"/follow-up/{id}/monitoring/{row}"), "saved", () => OnGetAsync(id, row, cancel));
    }

    private EvidenceWish Evidence() => new(Text("kind"), Text("source"), Text("address"), Number("case"));
}
