using System.Globalization;
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

    /// <summary>The case to read on from; null on the last page.</summary>
    public long? Older { get; private set; }

    public CaseFilter Filter { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(string? view, string? issue, string? state, long? cluster, string? mine, long? before, CancellationToken cancel)
    {
        Filter = new CaseFilter(view == CaseFilter.Trash ? CaseFilter.Trash : EvidenceCase.Taken, issue, string.IsNullOrEmpty(state) ? null : state, cluster, mine == "yes", before);
        var rows = await cases.ListAsync(Access, Filter, cancel, CaseReader.PageSize + 1);
        Cases = [.. rows.Take(CaseReader.PageSize)];
        Older = rows.Count > CaseReader.PageSize ? Cases[^1].Case.Id : null;
        await using var db = OpenDb();
        Clusters = await db.Clusters.AsNoTracking().OrderBy(c => c.Name).ToListAsync(cancel);
        return Page();
    }

    /// <summary>The same list from this case on; null for its beginning.</summary>
    public string Address(long? before) => Evidence() + QueryString.Create(new (string Key, string? Value)[]
    {
        ("view", Filter.View == CaseFilter.Trash ? CaseFilter.Trash : null), ("issue", Filter.Issue), ("state", Filter.State), ("cluster", Filter.ClusterId?.ToString(CultureInfo.InvariantCulture)),
        ("mine", Filter.Mine ? "yes" : null), ("before", before?.ToString(CultureInfo.InvariantCulture)),
    }.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => KeyValuePair.Create(p.Key, p.Value))).ToUriComponent();
}
