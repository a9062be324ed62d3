using OpenUpr.Coalitions;
using OpenUpr.Planning.ReviewDay;
using OpenUpr.Planning.Targets;
using OpenUpr.Storage;
using OpenUpr.Taxonomy;

namespace OpenUpr.FollowUp.Uptake;

/// <summary>Proposes recommendations for drafts. What it made ready is kept until a draft or the followed review changes; it holds numbers of rows and no words of drafts.</summary>
public sealed class UptakeMatcher
{
    /// <summary>Proposals for a draft.</summary>
    public const int Offered = 5;

    private const int KeptReviews = 24, KeptDrafts = 4_000;

    private readonly KeptThings<UptakeShelf> _reviews = new(KeptReviews);
    private readonly KeptThings<IReadOnlyList<UptakeFound>> _drafts = new(KeptDrafts);

    internal async Task<IReadOnlyList<UptakeFound>> FindAsync(Store store, CoalitionAccess access, FollowView view, DraftRecommendation draft, IReadOnlyList<string> targets, CancellationToken cancel)
    {
        var follow = FormattableString.Invariant($"{store.World} {store.Location.DataFolder} {access.CoalitionId} {view.Review.Id} {view.Review.Revision} {view.Rows.Count}");
        return await _drafts.GetAsync(FormattableString.Invariant($"{follow} {draft.Id} {draft.Revision} {draft.Number} {draft.ChangedAt.UtcTicks} {string.Join(',', targets)}"), async () =>
        {
            var shelf = await _reviews.GetAsync(follow, () => ShelveAsync(store, view, cancel));
            return shelf.Find(new UptakeAsk(draft.Text, IssuesOf(draft), targets), Offered);
        });
    }

    /// <summary>The draft's own issue; where it has none, what the classifier reads from its words.</summary>
    internal static IReadOnlyList<string> IssuesOf(DraftRecommendation draft) =>
        draft.Issue is not null && IssueList.Current.Find(draft.Issue)?.Slug is { } issue ? [issue] : TargetIssues.Read(draft.Text);

    private static Task<UptakeShelf> ShelveAsync(Store store, FollowView view, CancellationToken cancel) => UptakeShelf.BuildAsync(
        store.Reference, view.Review.State, view.Review.Session,
        [.. view.Rows.Select(r => new UptakeText(r.Row.Id, r.Row.Text, r.States, [.. r.Issues.Select(i => IssueList.Current.Find(i)?.Slug).OfType<string>()]))], cancel: cancel);
}
