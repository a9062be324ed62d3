using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Planning.Targets;
using OpenUpr.Storage;
using OpenUpr.Taxonomy;

namespace OpenUpr.App.Features.Targets;

/// <summary>Changing a chosen State, or letting it go. Two who write at once are told of each other.</summary>
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/targets/1/edit")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/targets/1/edit", Method = "POST")]
public class ChoiceEditModel(Rooms rooms) : CoalitionForm(rooms)
{
    /// <summary>As it is stored now; null for a new one.</summary>
    public TargetChoice? Choice { get; private set; }

    public IReadOnlyList<Choice> People { get; private set; } = [];

    /// <summary>What a new choice begins with: the coalition's country, and what the link named.</summary>
    public (string? Sur, string? State, string? Issue) Begin { get; private set; }

    public static IEnumerable<Choice> Issues => IssueList.Current.All.Select(i => new Choice(i.Slug, i.Name));

    public static IEnumerable<Choice> Steps => TargetChoices.Steps.Select(s => new Choice(s, ChoiceFile.Progress(s)));

    public async Task<IActionResult> OnGetAsync([FromRoute] long? id, CancellationToken cancel)
    {
        Choice = id is { } known ? (await TargetChoices.ListAsync(Store, Access, cancel)).FirstOrDefault(c => c.Choice.Id == known)?.Choice : null;
        if (id is not null && Choice is null)
        {
            return NotFound();
        }

        People = await PersonChoicesAsync(cancel);
        Begin = (Request.Query["sur"].FirstOrDefault() ?? await ChoiceFile.CountryAsync(Store, Access, cancel), Request.Query["state"].FirstOrDefault(), Request.Query["issue"].FirstOrDefault());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long? id, CancellationToken cancel)
    {
        if (Act == "remove" && id is { } gone)
        {
            return await AnswerAsync(await TargetChoices.RemoveAsync(Rooms, Access, gone, cancel), "/targets", "saved", () => OnGetAsync(id, cancel));
        }

        var wish = new TargetWish(Text("sur"), Text("state"), Text("issue"), Text("note"), Number("talker"), Text("progress"), Number("plan"), (int?)Number("revision"));
        return await AnswerAsync(await TargetChoices.SaveAsync(Rooms, Access, id, wish, cancel), "/targets", "saved", () => OnGetAsync(id, cancel));
    }
}
