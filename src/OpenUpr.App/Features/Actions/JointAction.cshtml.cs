using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.FollowUp;
using OpenUpr.FollowUp.Actions;
using OpenUpr.FollowUp.Actions.Joint;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Actions;

/// <summary>One action of a joint draft: written by members and guests together; for members also what their own matrix says, and the way from one to the other.</summary>
[Access(AccessAttribute.Guest, "/coalitions/{coalition}/action-versions/2/actions/A1")]
[Access(AccessAttribute.Guest, "/coalitions/{coalition}/action-versions/2/actions/A1", Method = "POST")]
public sealed class JointActionModel(Rooms rooms) : CoalitionForm(rooms)
{
    private const string New = "new";

    public JointDraft Draft { get; private set; } = null!;

    /// <summary>Null for a new one.</summary>
    public PlanAction? Action { get; private set; }

    public IReadOnlyList<JointStep> Steps { get; private set; } = [];

    /// <summary>What the coalition's matrix says; null for guests, and where it says the same and nothing waits.</summary>
    public JointDifference? Difference { get; private set; }

    /// <summary>What others changed since the writer began; empty but after a form that met another.</summary>
    public IReadOnlyList<ChangedField> Met { get; private set; } = [];

    /// <summary>The action as the writer had it before them; null but after a form that met another.</summary>
    private PlanAction? Seen { get; set; }

    public string Client { get; private set; } = Arrivals.NewClient();

    public bool IsMember => Access.Is(CoalitionRole.Observer);

    public string Code => Action is null ? New : ActionPlans.CodeOf(Action.Number);

    /// <summary>The entry that the form begins with. A form that comes back with something to mend keeps its own: only who was shown what others wrote writes over it.</summary>
    public int Revision => Failed is { Refused: not Refusal.Conflict } && Number("revision") is { } mine ? (int)mine : Action is null ? 0 : Draft.RevisionOf(Action.Number);

    public override string? Problem => Failed is { Refused: Refusal.Unknown, Field: "numbers" } ? JointWords.Numbers_Unknown : base.Problem;

    public string Recommendations => Action is null ? "" : JointReading.Written(Draft.Base, Action);

    /// <summary>Those of the action, or as many as were typed, and empty ones for more.</summary>
    public IReadOnlyList<PlanIndicator?> Indicators
    {
        get
        {
            var there = Action?.Indicators ?? [];
            var rows = Math.Max(there.Count + 1, Failed is null || IsUntouched("indicators") ? 0 : JointFields.Count(Request.Form));
            return [.. Enumerable.Range(0, Math.Min(rows, OpenUpr.FollowUp.Actions.Indicators.Most)).Select(i => i < there.Count ? there[i] : null)];
        }
    }

    /// <summary>A field as the form shows it. After a form that met another, one that the writer left alone shows what the others wrote: saving once more does not undo it.</summary>
    /// <param name="group">What the field is a part of, where a group is left alone or not as a whole; else its own name.</param>
    public FieldView Shown(string name, string label, string? stored, string kind = "text", string? hint = null, bool required = false, string? group = null)
    {
        var view = Field(name, label, stored, kind, hint, required);
        return IsUntouched(group ?? name) ? view with { Value = stored } : view;
    }

    private bool IsUntouched(string name) => Seen is { } seen && JointFields.Of(Request.Form, name) == JointFields.Of(Draft.Base, seen, name);

    public string Here(string tail = "") => Link(FormattableString.Invariant($"/action-versions/{Draft.Version.Id}{tail}"));

    /// <summary>Which side wrote: guests read no name of anybody.</summary>
    public string Who(JointEntry entry, string? author) => Who(Access, entry, author);

    internal static string Who(CoalitionAccess access, JointEntry entry, string? author) => access.Is(CoalitionRole.Observer)
        ? entry.IsGuests ? Numbers.Fill(JointWords.By_GuestNamed, CoalitionText.Name(author)) : CoalitionText.Name(author)
        : entry.AuthorId == access.MemberId ? JointWords.By_You : entry.IsGuests ? JointWords.By_Guest : JointWords.By_Coalition;

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, [FromRoute] string code, CancellationToken cancel)
    {
        var number = ActionPlans.NumberOf(code);
        if (await JointDrafts.ReadAsync(Store, Access, id, cancel) is not { } draft || (code == New ? !draft.MayChange && Failed is null : number is null || draft.Find(number.Value) is null))
        {
            return NotFound();
        }

        Draft = draft;
        if (number is { } known)
        {
            Action = draft.Find(known);
            Steps = await JointDrafts.HistoryAsync(Store, Access, draft, known, cancel);
            Difference = IsMember && await FollowRows.ReadAsync(Store, Access, draft.Version.FollowId, cancel) is { } follow ? (await JointTaking.CompareAsync(Store, Access, follow, draft, cancel)).FirstOrDefault(d => d.Number == known) : null;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, [FromRoute] string code, CancellationToken cancel)
    {
        if (await JointDrafts.ReadAsync(Store, Access, id, cancel) is null || (code != New && ActionPlans.NumberOf(code) is null))
        {
            return NotFound();
        }

        var (here, number) = (FormattableString.Invariant($"/action-versions/{id}/actions/{code}"), ActionPlans.NumberOf(code));
        Task<IActionResult> Again() => OnGetAsync(id, code, cancel);
        if (Act is "take" or "leave" or "bring")
        {
            return await MatrixAsync(id, number ?? 0, cancel) is { } done ? await AnswerAsync(done, here, "saved", Again) : NotFound();
        }

        var revision = (int)(Number("revision") ?? 0);
        Client = Text("client") ?? Client;
        var saved = await JointWriting.SaveAsync(Rooms, Access, id, number, revision, JointFields.Read(Request.Form), Client, cancel);
        if (saved.Outcome.Refused != Refusal.Conflict)
        {
            return await AnswerAsync(saved.Outcome, saved.Number is { } stored ? FormattableString.Invariant($"/action-versions/{id}/actions/{ActionPlans.CodeOf(stored)}") : here, "saved", Again);
        }

        Client = Arrivals.NewClient();
        var page = await FailAsync(saved.Outcome, Again);
        Seen = Action is null ? null : At(revision);
        Met = Seen is null ? [] : ActionChanges.Fields(Draft.Base, Seen, Draft.Base, Action!);
        return page;
    }

    /// <summary>The action as it was at one entry; null for one that there is not.</summary>
    private PlanAction? At(int revision) =>
        revision == 0 ? Draft.Base.Actions.FirstOrDefault(a => a.Number == Action!.Number) : Steps.FirstOrDefault(s => s.Entry.Number == revision) is { } step ? ActionPlans.ReadAction(step.Entry.Content) : null;

    private async Task<Outcome?> MatrixAsync(long id, int number, CancellationToken cancel)
    {
        if (await JointDrafts.ReadAsync(Store, Access, id, cancel) is not { } draft || await FollowRows.ReadAsync(Store, Access, draft.Version.FollowId, cancel) is not { } follow)
        {
            return null;
        }

        return Act switch
        {
            "take" => await JointTaking.TakeAsync(Rooms, Access, follow, id, number, ((int)(Number("revision") ?? 0), (int)(Number("matrix") ?? 0)), Many("fields"), cancel),
            "leave" => await JointTaking.LeaveAsync(Rooms, Access, follow, id, number, cancel),
            _ => await JointTaking.BringAsync(Rooms, Access, follow, id, number, (int)(Number("revision") ?? 0), cancel),
        };
    }
}
