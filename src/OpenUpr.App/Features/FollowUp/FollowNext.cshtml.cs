using Microsoft.AspNetCore.Mvc;
using OpenUpr.App.Security;
using OpenUpr.Coalitions;
using OpenUpr.Drafting.Lists;
using OpenUpr.FollowUp;
using OpenUpr.FollowUp.NextCycle;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.FollowUp;

/// <summary>What the follow-up of a review hands on to the next one: a filled list, a submission, an update under item 6. What is carried over, and what is not, is said first.</summary>
[Access(AccessAttribute.Observer, "/coalitions/{coalition}/follow-up/1/next")]
[Access(AccessAttribute.Contributor, "/coalitions/{coalition}/follow-up/1/next", Method = "POST")]
public sealed class FollowNextModel(Rooms rooms) : FollowPage(rooms)
{
    /// <summary>Null where the database has no recommendations of this review.</summary>
    public CarriedList? List { get; private set; }

    public bool MayBegin => Access.Is(CoalitionRole.Contributor);

    public async Task<IActionResult> OnGetAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        List = await ReadAsync(MatrixWording.Languages[0], cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] long id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel) || Act != "list")
        {
            return NotFound();
        }

        var language = MatrixWording.Languages.FirstOrDefault(l => l == Text("language")) ?? MatrixWording.Languages[0];
        if (await ReadAsync(language, cancel) is not { Carried: > 0 } carried)
        {
            return await FailAsync(Outcome.Not(Refusal.Empty), () => OnGetAsync(id, cancel));
        }

        var added = await Matrices.AddAsync(Rooms, Access, new MatrixWish(Text("title"), new FoundList(carried.List, View.Review.State, View.Review.Session), MatrixSheet.Carried, null, null), cancel);
        return await AnswerAsync(added, FormattableString.Invariant($"/matrix/{added.Id}"), "saved", () => OnGetAsync(id, cancel));
    }

    private async Task<CarriedList?> ReadAsync(string language, CancellationToken cancel) =>
        await CarriedList.ReadAsync(Store, View.Review, await CarriedOver.ReadAsync(Store, Access, View, cancel), language, cancel);
}
