using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.FollowUp;
using OpenUpr.FollowUp.Actions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Actions;

/// <summary>One action whole: what it says, what it serves, how one sees that it works, and everything that it ever said.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/actions/1")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/follow-up/1/actions/1", Method = "POST")]
public sealed class ActionShowModel(Rooms rooms) : ActionsPage(rooms)
{
    public ActionRow Row { get; private set; } = null!;

    public IReadOnlyList<(ActionEntry Entry, string? Author)> History { get; private set; } = [];

    /// <summary>The indicator that is being changed; null for a new one.</summary>
    public ActionIndicator? Indicator { get; private set; }

    /// <summary>The fields of the form with their labels, hints, what is stored and how they are typed.</summary>
    public IEnumerable<(string Name, string Label, string? Stored, string Kind, string? Hint)> Fields
    {
        get
        {
            var entry = ActionText.Of(Row.Entry);
            yield return ("text", ActionWords.Field_Text, entry.Text, "area", ActionWords.Hint_Text);
            yield return ("ministry", ActionWords.Field_Ministry, entry.Ministry, "text", null);
            yield return ("actors", ActionWords.Field_Actors, entry.Actors, "area", ActionWords.Hint_Actors);
            yield return ("from", ActionWords.Field_From, entry.From, "date", null);
            yield return ("to", ActionWords.Field_To, entry.To, "date", null);
            yield return ("targets", ActionWords.Field_Targets, entry.Targets, "text", ActionWords.Hint_Targets);
            yield return ("plans", ActionWords.Field_Plans, entry.Plans, "area", ActionWords.Hint_Plans);
            yield return ("law", ActionWords.Field_Law, entry.Law, "area", null);
            yield return ("budget", ActionWords.Field_Budget, entry.Budget, "area", null);
            yield return ("committee", ActionWords.Field_Committee, entry.Committee, "text", null);
            yield return ("assistance", ActionWords.Field_Assistance, entry.Assistance, "area", ActionWords.Hint_Assistance);
            yield return ("note", ActionWords.Field_Note, entry.Note, "area", ActionWords.Hint_Note);
        }
    }

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, [FromRoute] long action, CancellationToken cancel)
    {
        if (!await LoadMatrixAsync(id, cancel) || Matrix.Actions.FirstOrDefault(a => a.Action.Id == action) is not { } row)
        {
            return NotFound();
        }

        Row = row;
        History = await ActionRows.HistoryAsync(Store, Access, action, cancel);
        Indicator = row.Indicators.FirstOrDefault(i => Number(i.Id) == Request.Query["indicator"].FirstOrDefault());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, [FromRoute] long action, CancellationToken cancel)
    {
        if (await OnGetAsync(id, action, cancel) is NotFoundResult missing)
        {
            return missing;
        }

        var here = FormattableString.Invariant($"/follow-up/{id}/actions/{action}");
        Task<IActionResult> Again() => OnGetAsync(id, action, cancel);
        switch (Act)
        {
            case "link":
                return Named(Text("numbers")) is { } rows ? await AnswerAsync(await ActionWriting.SetLinksAsync(Rooms, Access, id, action, rows, true, cancel), here, "saved", Again) : await FailAsync(Outcome.Not(Refusal.Unknown, "numbers"), Again);
            case "unlink":
                return await AnswerAsync(await ActionWriting.SetLinksAsync(Rooms, Access, id, action, [Number("row") ?? 0], false, cancel), here, "saved", Again);
            case "indicator":
                var wish = new IndicatorWish(Text("name"), Text("unit"), Text("baseline"), Text("target"), Text("source"), Text("due"), Text("sdg"));
                return await AnswerAsync(await Indicators.SaveAsync(Rooms, Access, action, Number("indicator"), (int)(Number("indicator-revision") ?? 0), wish, cancel), here, "saved", Again);
            case "remove-indicator":
                return await AnswerAsync(await Indicators.RemoveAsync(Rooms, Access, action, Number("indicator") ?? 0, cancel), here, "saved", Again);
            default:
                Client = Text("client") ?? Client;
                var saved = await ActionWriting.SaveAsync(Rooms, Access, id, [new ActionChange(action, (int)(Number("revision") ?? 0), Typed(ActionText.Of(Row.Entry), ""))], Client, cancel);
                if ((Clashes = saved.Clashes).Count == 0)
                {
                    return await AnswerAsync(saved.Outcome, here, "saved", Again);
                }

                Client = Arrivals.NewClient();
                return await FailAsync(Outcome.Not(Refusal.Conflict), Again);
        }
    }
}
