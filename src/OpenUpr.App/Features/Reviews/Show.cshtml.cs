using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.FollowUp.Publications;
using OpenUpr.Papers;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.StateReviews;

[Access(AccessAttribute.Public, "/reviews/{state}/{session}")]
public sealed class ShowModel(Store store, LiveIndex live, Labels labels, TimeProvider time, Papers.Curation curation) : PageModel
{
    public ReviewProfile Profile { get; private set; } = null!;

    /// <summary>What its papers say about the review itself.</summary>
    public ReviewFacts Facts { get; private set; } = null!;

    /// <summary>What is published of how far its recommendations are carried out.</summary>
    public IReadOnlyList<Publication> Published { get; private set; } = [];

    public bool CanAdd { get; private set; }

    public State State { get; private set; } = null!;

    public Labels Labels => labels;

    public string Name => labels.State(State.Iso3);

    public string Session => Profile.Review.Session.ToString(CultureInfo.InvariantCulture);

    /// <summary>Everything that the State received in this review.</summary>
    public CountLine All => Line(Profile.Review with { Numbers = Profile.Total });

    /// <summary>This review and the one before, to compare.</summary>
    public IReadOnlyList<CountLine> Compared => [.. new[] { Profile.Previous, Profile.Review }.OfType<ReviewLine>().Select(Line)];

    /// <summary>The State's earlier and later review, then its neighbours in the session.</summary>
    public IReadOnlyList<NextStep?> Around
    {
        get
        {
            var own = Profile.OfState.Index().First(r => r.Item.Session == Profile.Review.Session).Index;
            var place = Profile.OfSession.Index().FirstOrDefault(r => r.Item.Sur == State.Iso3).Index;
            var ordered = Profile.Review.Position is not null;
            return
            [
                Step(ReviewsWords.Around_StateBefore, Profile.OfState.ElementAtOrDefault(own + 1)),
                Step(ReviewsWords.Around_StateAfter, own == 0 ? null : Profile.OfState[own - 1]),
                Step(ordered ? ReviewsWords.Around_SessionBefore : ReviewsWords.Around_Also, place == 0 ? null : Profile.OfSession[place - 1]),
                Step(ordered ? ReviewsWords.Around_SessionAfter : ReviewsWords.Around_Also, Profile.OfSession.ElementAtOrDefault(place + 1)),
            ];
        }
    }

    /// <summary>The steps of this review with their dates; null for a session that the session table does not hold.</summary>
    public TimelineView? Timeline => ReviewTimeline.Of(store.Reference, State.Iso3, Profile.Review.Session) is { } timeline ? new(timeline, Today, store.Reference) : null;

    private DateOnly Today => Geneva.Today(time);

    public async Task<IActionResult> OnGetAsync(string iso3, string session, CancellationToken cancel)
    {
        if ((store.Reference.FindState(iso3) ?? store.Reference.Names.Find(iso3)) is not { } state)
        {
            return Absent(Numbers.Fill(Words.Error_NoState, iso3));
        }

        if (!int.TryParse(session, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || await ReviewProfile.ReadAsync(store, live.Current, state.Iso3, number, Today, cancel) is not { } profile)
        {
            return Absent(NotReviewed(state, session));
        }

        (State, Profile) = (state, profile);
        Facts = await ReviewFacts.ReadAsync(store, state.Iso3, number, cancel);
        Published = [.. (await Publications.ReadOfAsync(store, state.Iso3, cancel)).Where(p => p.Content.Session == number)];
        CanAdd = await curation.MayAsync(HttpContext);
        return (iso3, session) == (state.Iso3, Session) ? Page() : RedirectPermanent($"/reviews/{state.Iso3}/{Session}");
    }

    private NotFoundResult Absent(string why)
    {
        HttpContext.Features.Set(new Problem(why));
        return NotFound();
    }

    /// <summary>Names the sessions in which the State was or will be reviewed.</summary>
    private string NotReviewed(State state, string asked)
    {
        if (state.Status == StateStatus.Observer)
        {
            return Numbers.Fill(ReviewsWords.Error_ObserverReview, labels.State(state.Iso3));
        }

        var reviews = ReviewProfile.OfStateIn(store.Reference, live.Current, state.Iso3, Today);
        return reviews.Count == 0
            ? Numbers.Fill(ReviewsWords.Error_NoReviewAtAll, labels.State(state.Iso3))
            : Numbers.Fill(ReviewsWords.Error_NoReview, labels.State(state.Iso3), asked, string.Join(", ", reviews.Reverse().Select(r => r.Session)));
    }

    private CountLine Line(ReviewLine review) => new(
        Labels.SessionWithMonths(review.Session), $"/reviews/{State.Iso3}/{review.Session}", review.Numbers,
        [("sur", State.Iso3), ("session", review.Session.ToString(CultureInfo.InvariantCulture))]);

    private NextStep? Step(string words, ReviewLine? review) => review is null
        ? null
        : new NextStep(Numbers.Fill(words, labels.State(review.Sur), Labels.Session(review.Session)), $"/reviews/{review.Sur}/{review.Session}");
}
