using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Planning;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Plan;

/// <summary>Quiet periods: sessions in Geneva, holidays, and the coalition's own.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/plan/quiet")]
[Access(AccessAttribute.Editor, "/coalitions/{coalition}/plan/quiet", Method = "POST")]
public sealed class QuietModel(Rooms rooms) : CoalitionForm(rooms)
{
    /// <summary>Years ahead whose sessions are shown.</summary>
    private const int Years = 2;

    public IReadOnlyList<QuietPeriod> Periods { get; private set; } = [];

    public IReadOnlyList<QuietDays> Sessions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Periods = await QuietPeriods.ListAsync(Store, Access, cancel);
        var plan = await Plans.FindAsync(Store, Access, null, cancel);
        Sessions = [.. GenevaSessions.Except(Store.Reference, plan?.Session).Where(q => q.Days.To >= Rooms.Today && q.Days.From <= Rooms.Today.AddYears(Years))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Outcome? outcome = Act switch
        {
            "add" => await QuietPeriods.AddAsync(Rooms, Access, new QuietWish(Text("name"), Text("kind"), Text("from"), Text("to"), Flag("yearly")), cancel),
            "remove" => await QuietPeriods.RemoveAsync(Rooms, Access, Number("number") ?? 0, cancel),
            _ => null,
        };
        return outcome is { } came ? await AnswerAsync(came, "/plan/quiet", "saved", () => OnGetAsync(cancel)) : NotFound();
    }
}
