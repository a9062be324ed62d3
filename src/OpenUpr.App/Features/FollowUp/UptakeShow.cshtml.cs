using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp;
using OpenUpr.FollowUp.Uptake;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.FollowUp;

/// <summary>One draft from its first word to what the State answered, and what a person says of each recommendation.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/uptake/1")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/follow-up/1/uptake/1", Method = "POST")]
public sealed class UptakeShowModel(Rooms rooms, UptakeMatcher matcher) : UptakePage(rooms, matcher)
{
    public ChainView Chain { get; private set; } = null!;

    public UptakeDraft Draft => Chain.Draft;

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, [FromRoute] long draft, CancellationToken cancel)
    {
        if (!await ReadAsync(id, draft, cancel) || await UptakeChain.ReadAsync(Store, Matcher, Access, id, draft, cancel) is not { } chain)
        {
            return NotFound();
        }

        Chain = chain;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, [FromRoute] long draft, CancellationToken cancel)
    {
        if (!await ReadAsync(id, draft, cancel) || Uptake.Drafts.Count == 0)
        {
            return NotFound();
        }

        var outcome = Wish(draft) is { } wish ? await UptakeWriting.SayAsync(Rooms, Access, id, [wish], cancel) : Outcome.Not(Refusal.Unknown, "number");
        return await AnswerAsync(outcome, FormattableString.Invariant($"/follow-up/{id}/uptake/{draft}"), "saved", () => OnGetAsync(id, draft, cancel));
    }

    /// <summary>Null where the recommendation that was meant cannot be told.</summary>
    private UptakeWish? Wish(long draft)
    {
        var row = Act == "add" ? Uptake.Follow.Rows.Where(r => r.Row.Number == Text("number")?.Trim()).Select(r => (long?)r.Row.Id).FirstOrDefault() : Number("row");
        var revision = (int)Math.Min(Number("revision") ?? 0, int.MaxValue);
        var score = Uptake.Drafts[0].Proposals.FirstOrDefault(p => p.Row.Row.Id == row)?.Confidence;
        return Act switch
        {
            "confirm" or "add" when row is not null => new UptakeWish(draft, row, UptakeMatch.Confirmed, revision, score, Text("note")),
            "refuse" when row is not null => new UptakeWish(draft, row, UptakeMatch.Refused, revision, score, Text("note")),
            "nobody" => new UptakeWish(draft, null, UptakeMatch.Nobody, revision, null, Text("note")),
            "back" => new UptakeWish(draft, row, null, revision),
            _ => null,
        };
    }
}
