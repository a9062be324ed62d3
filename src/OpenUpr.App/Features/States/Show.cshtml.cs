using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.FollowUp.Publications;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.States;

[Access(AccessAttribute.Public, "/states/{state}")]
public sealed class ShowModel(Store store, LiveIndex live, Labels labels, TimeProvider time) : PageModel
{
    public State State { get; private set; } = null!;

    public StateProfile Profile { get; private set; } = null!;

    /// <summary>The papers of each review that has been or is on, newest first.</summary>
    public IReadOnlyList<(ReviewLine Review, IReadOnlyList<ReviewDocument> Papers)> Papers { get; private set; } = [];

    /// <summary>What is published of how far its recommendations are carried out, newest review first.</summary>
    public IReadOnlyList<Publication> Published { get; private set; } = [];

    public string Name => labels.State(State.Iso3);

    public IReadOnlyList<string> Organisations => store.Reference.OrganisationsOf(State.Iso3, Today);

    public Labels Labels => labels;

    /// <summary>Each measure of the comparison with the State's own value and the others' average.</summary>
    public IReadOnlyList<(string Measure, string Own, string Others)> Measures => Profile.Comparison is not { } c ? [] :
    [
        (ReviewsWords.Compare_Supported, Differences.Percent(c.Own.SupportedShare), Differences.Percent(c.Others.SupportedShare)),
        (ReviewsWords.Compare_Specific, Differences.Percent(c.Own.SpecificShare), Differences.Percent(c.Others.SpecificShare)),
        (ReviewsWords.Compare_Received, Differences.Average(c.Own.ReceivedPerReview), Differences.Average(c.Others.ReceivedPerReview)),
    ];

    private DateOnly Today => Geneva.Today(time);

    public async Task<IActionResult> OnGetAsync(string iso3, CancellationToken cancel)
    {
        if (store.Reference.FindState(iso3) is { } state)
        {
            State = state;
            Profile = StateProfile.Read(live.Current, store.Reference, iso3, Today);
            var known = await ReviewDocuments.ReadAllAsync(store, iso3, null, cancel);
            Papers = [.. Profile.Reviews.Where(r => !r.ToCome).Select(r => (r, ReviewDocuments.Of(store.Reference, known, iso3, r.Session, Today)))];
            Published = await Publications.ReadOfAsync(store, iso3, cancel);
            return Page();
        }

        // Lower case, the two-letter code or a name: the reader meant a State that there is.
        if (store.Reference.Names.Find(iso3) is { } meant)
        {
            return RedirectPermanent($"/states/{meant.Iso3}");
        }

        HttpContext.Features.Set(new Problem(Numbers.Fill(Words.Error_NoState, iso3)));
        return NotFound();
    }

    public int? CycleOf(ReviewLine review) => store.Reference.CycleOf(review.Session);

    public string? DatesOf(ReviewLine review) => store.Reference.FindSession(review.Session) is { } session ? Dates.Span(session) : null;

    public IEnumerable<Deadline> DeadlinesOf(ReviewLine review) => store.Reference.Deadlines.Where(d => d.Session == review.Session).OrderBy(d => d.Date);
}
