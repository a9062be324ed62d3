using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Drafting;

/// <summary>The draft recommendations under their priorities.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/drafts")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/drafts", Method = "POST")]
public sealed class DraftListModel(Rooms rooms) : CoalitionForm(rooms)
{
    /// <summary>What waits for the reader.</summary>
    public const string Mine = "mine";

    public IReadOnlyList<(PriorityRow? Priority, IReadOnlyList<DraftRow> Drafts)> Groups { get; private set; } = [];

    /// <summary>Drafts by state, over the whole list.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    /// <summary>Waiting for the reader, of the whole list.</summary>
    public int Waiting { get; private set; }

    /// <summary>A state, <see cref="Mine"/>, or null for all but withdrawn ones.</summary>
    public string? View { get; private set; }

    public bool MayWrite => Access.Is(CoalitionRole.Contributor);

    public int Agreed => Counts.GetValueOrDefault(DraftRecommendation.Ready);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var asked = Request.Query["view"].ToString();
        View = asked == Mine || DraftSteps.States.Contains(asked) ? asked : null;
        var all = await DraftRows.ListAsync(Store, Access, cancel);
        Counts = all.GroupBy(d => d.Draft.State).ToDictionary(g => g.Key, g => g.Count());
        Waiting = all.Count(d => d.WaitsForMe);
        var shown = all.Where(d => View switch { Mine => d.WaitsForMe, null => d.Draft.State != DraftRecommendation.Dropped, var state => d.Draft.State == state }).ToLookup(d => d.Draft.PriorityId);
        var priorities = await Priorities.ListAsync(Store, Access, cancel);
        var known = priorities.Select(p => (long?)p.Priority.Id).ToHashSet();
        Groups = [.. priorities.Select(p => ((PriorityRow?)p, (IReadOnlyList<DraftRow>)[.. shown[p.Priority.Id]])).Append((null, [.. shown.Where(g => !known.Contains(g.Key)).SelectMany(g => g)])).Where(g => g.Item2.Count > 0)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => Act is not ("up" or "down") || Number("number") is not { } id ? NotFound()
        : await AnswerAsync(await DraftWriting.MoveAsync(Rooms, Access, id, Act == "up", cancel), "/drafts", "saved", () => OnGetAsync(cancel));
}
