using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OpenUpr.App.Resources;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.States;

[Access(AccessAttribute.Public, "/states/{state}")]
public sealed class ShowModel(Store store, LiveIndex live, Labels labels, TimeProvider time) : PageModel
{
    /// <summary>A review of this State, past or to come.</summary>
    public sealed record ReviewLine(int Session, string? When, Certainty Certainty, bool ToCome, int Pairs, string? Note, IReadOnlyList<Deadline> Deadlines);

    public State State { get; private set; } = null!;

    public StateProfile Profile { get; private set; } = null!;

    public IReadOnlyList<ReviewLine> Reviews { get; private set; } = [];

    public string Name => labels.State(State.Iso3);

    public string? Group => store.Reference.GroupOf(State.Iso3, Today) ?? store.Reference.GroupOf(State.Iso3);

    public IReadOnlyList<string> Organisations => store.Reference.OrganisationsOf(State.Iso3, Today);

    public Labels Labels => labels;

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public IActionResult OnGet(string iso3)
    {
        if (store.Reference.FindState(iso3) is { } state)
        {
            State = state;
            Profile = StateProfile.Read(live.Current, store.Reference, iso3);
            Reviews = ReadReviews();
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

    private List<ReviewLine> ReadReviews()
    {
        var counts = Profile.UnderReview.Sessions.ToDictionary(s => int.Parse(s.Value, CultureInfo.InvariantCulture), s => s.Count);
        var slots = store.Reference.ReviewSlots.Where(s => s.Iso3 == State.Iso3).DistinctBy(s => s.Session).ToDictionary(s => s.Session);
        return [.. counts.Keys.Union(slots.Keys).OrderDescending().Select(number =>
        {
            var session = store.Reference.FindSession(number);
            var slot = slots.GetValueOrDefault(number);
            var certainty = (Certainty)Math.Min((int)(session?.Certainty ?? Certainty.Unknown), (int)(slot?.Certainty ?? Certainty.Confirmed));
            var toCome = session?.Start is { } start ? start > Today : counts.GetValueOrDefault(number) == 0 && number > counts.Keys.DefaultIfEmpty(0).Max();
            return new ReviewLine(number, session is null ? null : Dates.Span(session), certainty, toCome, counts.GetValueOrDefault(number), slot?.Note, [.. store.Reference.Deadlines.Where(d => d.Session == number).OrderBy(d => d.Date)]);
        })];
    }
}
