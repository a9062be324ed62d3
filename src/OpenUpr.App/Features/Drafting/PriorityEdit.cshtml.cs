using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Taxonomy;

namespace OpenUpr.App.Features.Drafting;

/// <summary>Changing what is said of a priority, or taking it off the list.</summary>
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/priorities/1/edit")]
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/priorities/1/edit", Method = "POST")]
public class PriorityEditModel(Rooms rooms) : CoalitionForm(rooms)
{
    /// <summary>As it is stored now; null for a new one.</summary>
    public PriorityRow? Row { get; private set; }

    public IReadOnlyList<Choice> Clusters { get; private set; } = [];

    public static IEnumerable<Choice> Issues => IssueList.Current.All.Select(i => new Choice(i.Slug, i.Name));

    public async Task<IActionResult> OnGetAsync([FromRoute] long? id, CancellationToken cancel)
    {
        Row = id is { } known ? await Priorities.FindAsync(Store, Access, known, cancel) : null;
        if (id is not null && Row is null)
        {
            return NotFound();
        }

        Clusters = [.. (await OpenUpr.Coalitions.Clusters.ListAsync(Store, Access, cancel)).Where(c => c.Cluster.EndedAt is null).Select(c => new Choice(Number(c.Cluster.Id)!, c.Cluster.Name))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long? id, CancellationToken cancel)
    {
        if (Act == "remove" && id is { } gone)
        {
            return await AnswerAsync(await Priorities.RemoveAsync(Rooms, Access, gone, cancel), "/priorities", "saved", () => OnGetAsync(id, cancel));
        }

        var wish = new PriorityWish(Text("issue"), Text("title"), Text("why"), Number("cluster"), (int?)Number("revision"));
        var outcome = await Priorities.SaveAsync(Rooms, Access, id, wish, cancel);
        return await AnswerAsync(outcome, $"/priorities/{outcome.Id}", "saved", () => OnGetAsync(id, cancel));
    }
}
