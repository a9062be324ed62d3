using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Evidence;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Evidence;

/// <summary>The cases of a coalition, by their aliases.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/evidence")]
public sealed class ListModel(Rooms rooms, CaseReader cases) : EvidencePage(rooms)
{
    public IReadOnlyList<CaseRow> Cases { get; private set; } = [];

    public IReadOnlyList<Cluster> Clusters { get; private set; } = [];

    public CaseFilter Filter { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(string? view, string? issue, string? state, long? cluster, string? mine, CancellationToken cancel)
    {
        Filter = new CaseFilter(view == CaseFilter.Trash ? CaseFilter.Trash : EvidenceCase.Taken, issue, string.IsNullOrEmpty(state) ? null : state, cluster, mine == "yes");
        Cases = await cases.ListAsync(Access, Filter, cancel);
        await using var db = OpenDb();
        Clusters = await db.Clusters.AsNoTracking().Where(c => !Access.HiddenClusters.Contains(c.Id)).OrderBy(c => c.Name).ToListAsync(cancel);
        return Page();
    }
}
