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

    public IEnumerable<ActionField> Fields
    {
        get
        {
            var text = ActionText.Of(Row.Entry);
            return ActionFields.Of(text).Append(new ActionField("note", ActionWords.Field_Note, text.Note, "area", ActionWords.Hint_Note));
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
