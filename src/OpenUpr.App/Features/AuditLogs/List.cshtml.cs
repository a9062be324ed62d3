using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.AuditLogs;

/// <summary>Who did what to which thing, and when: for the secretariat.</summary>
[Access(AccessAttribute.Secretariat, "/coalitions/{coalition}/audit")]
public sealed class ListModel(Store store) : CoalitionPage(store)
{
    public AuditFilter Filter { get; private set; } = new();

    public IReadOnlyList<AuditRow> Rows { get; private set; } = [];

    /// <summary>The number to read on from; null on the last page.</summary>
    public long? Older { get; private set; }

    public AuditAnchor? Anchor { get; private set; }

    public IReadOnlyList<string> Things { get; private set; } = [];

    public IReadOnlyList<(long Id, string? Name)> Actors { get; private set; } = [];

    private IReadOnlyDictionary<(string Kind, long Id), AuditName> Names { get; set; } = new Dictionary<(string, long), AuditName>();

    /// <summary>What the thing of an entry is called; null for what has no name or is not for this person.</summary>
    public AuditName? NameOf(AuditRow row) => Names.GetValueOrDefault((AuditNames.KindOf(row.Thing), row.ThingId ?? 0));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Filter = AuditRequest.Read(Request.Query);
        if (await AuditLog.ListAsync(Store, Access, Filter, cancel) is not { } rows)
        {
            return NotFound();
        }

        Rows = [.. rows.Take(AuditLog.PageSize)];
        Older = rows.Count > AuditLog.PageSize ? Rows[^1].Number : null;
        Anchor = await AuditLog.AnchorAsync(Store, Access, cancel);
        (Things, Actors) = await AuditLog.ChoicesAsync(Store, Access, cancel);
        Names = await AuditNames.FindAsync(Store, Access, Rows, cancel);
        return Page();
    }
}
