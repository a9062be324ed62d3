using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp;

namespace OpenUpr.App.Features.FollowUp;

/// <summary>The recommendations of a followed review: filtered, given to clusters, brought up to date with the database.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/follow-up/1", Method = "POST")]
[RequestFormLimits(ValueCountLimit = 1_024)]
public sealed class FollowShowModel(Rooms rooms) : FollowPage(rooms)
{
    /// <summary>Rows on one page.</summary>
    public const int PageSize = 100;

    public FollowFilter Filter { get; private set; } = FollowFilter.All;

    public int PageNumber { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public IReadOnlyList<FollowedRow> Rows { get; private set; } = [];

    /// <summary>Rows that pass the filter.</summary>
    public int Found { get; private set; }

    /// <summary>What the database says otherwise; null for nothing.</summary>
    public PendingChanges? Changes { get; private set; }

    public FollowOverview Overview { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        Overview = await FollowOverview.ReadAsync(Rooms, Access, View, cancel);
        Changes = await FollowRows.ChangesAsync(Store, View, cancel);
        Filter = FollowFilter.Read(name => Request.Query[name]);
        var rows = View.Rows.Where(Filter.Passes).ToList();
        Found = rows.Count;
        Pages = Math.Max(1, (rows.Count + PageSize - 1) / PageSize);
        PageNumber = int.TryParse(Request.Query["page"], out var page) ? Math.Clamp(page, 1, Pages) : 1;
        Rows = [.. rows.Skip((PageNumber - 1) * PageSize).Take(PageSize)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        var here = FormattableString.Invariant($"/follow-up/{id}");
        return Act switch
        {
            "refresh" => await AnswerAsync(await Follows.RefreshAsync(Rooms, Access, id, cancel), here, "saved", () => OnGetAsync(id, cancel)),
            "close" or "open" => await AnswerAsync(await Follows.SetClosedAsync(Rooms, Access, id, Act == "close", cancel), here, "saved", () => OnGetAsync(id, cancel)),
            "duty" => await AnswerAsync(
                await Follows.SetDutyAsync(Rooms, Access, id, [.. Many("chosen").Select(c => long.TryParse(c, out var row) ? row : 0)], Number("cluster"), cancel), here + FollowFilter.Read(name => Request.Query[name]).Query(), "saved", () => OnGetAsync(id, cancel)),
            _ => NotFound(),
        };
    }
}
