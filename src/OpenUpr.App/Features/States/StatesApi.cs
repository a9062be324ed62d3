using System.Globalization;
using OpenUpr.App.Features.Api;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;

namespace OpenUpr.App.Features.States;

internal sealed record NamesItem(string En, string? Fr, string? Es);

internal sealed record StateItem(string Iso3, string? Iso2, string Status, string Name, NamesItem Names, string? Group, int Received, int Made);

internal sealed record StateList(int Total, string Unit, IReadOnlyList<StateItem> Items);

internal sealed record MembershipItem(string Code, DateOnly? From, DateOnly? To);

internal sealed record StateReviewItem(int Session, int? Cycle, DateOnly? Start, DateOnly? End, string Precision, string Certainty, int Received, string? Note);

internal sealed record StateCounts(int Count, int Supported, int Noted, int Pending, int Specific);

internal sealed record StateDetail(
    string Iso3, string? Iso2, string Status, string Name, NamesItem Names, IReadOnlyList<MembershipItem> Groups, IReadOnlyList<MembershipItem> Organisations,
    string Unit, StateCounts Received, StateCounts Made, int Pledges, IReadOnlyList<StateReviewItem> Reviews);

/// <summary>The States for programs.</summary>
internal static class StatesApi
{
    private const string Unit = "pairs";
    private static readonly ApiParameter _iso3 = ApiParameters.InPath("iso3", "{sur}");

    public static IReadOnlyList<ApiOperation> Operations { get; } =
    [
        new("listStates", "/states", ListAsync, [typeof(StateList)], [], ["/states"]),
        new("getState", "/states/{iso3}", ShowAsync, [typeof(StateDetail)], [_iso3], ["/states/{sur}"]),
    ];

    private static Task ListAsync(ApiCall call)
    {
        var facets = call.Index.Run(SearchQuery.Everything, new SearchPage(Limit: 0)).Facets.ToDictionary(f => f.Field, f => f.Values.ToDictionary(v => v.Value, v => v.Count));
        var (received, made) = (facets["sur"], facets["rs"]);
        var items = call.Reference.States.Select(s => new StateItem(
            s.Iso3, s.Iso2, Word(s.Status), s.NameEn, Names(s), call.Reference.GroupOf(s.Iso3), received.GetValueOrDefault(s.Iso3), made.GetValueOrDefault(s.Iso3)));
        return call.SendAsync(new StateList(call.Reference.States.Count, Unit, [.. items]), ApiJson.Sent.StateList);
    }

    private static Task ShowAsync(ApiCall call)
    {
        var typed = call.InPath(_iso3.Name);
        if (call.Reference.FindState(typed) is { } state)
        {
            return call.SendAsync(Read(call, state), ApiJson.Sent.StateDetail);
        }

        return call.Reference.Names.Find(typed) is { } meant ? call.MovedAsync($"/states/{meant.Iso3}") : call.NotFoundAsync(Numbers.Fill(Words.Error_NoState, typed));
    }

    private static StateDetail Read(ApiCall call, State state)
    {
        var reference = call.Reference;
        var profile = StateProfile.Read(call.Index, reference, state.Iso3, call.Today);
        return new StateDetail(
            state.Iso3, state.Iso2, Word(state.Status), state.NameEn, Names(state), Memberships(reference.GroupMemberships(state.Iso3)), Memberships(reference.OrganisationMemberships(state.Iso3)),
            Unit, Counts(profile.UnderReview.Total), Counts(profile.Recommending.Total), profile.Pledges, [.. profile.Reviews.Reverse().Select(r => Review(reference, r))]);
    }

    private static StateReviewItem Review(ReferenceData reference, ReviewLine review)
    {
        var session = reference.FindSession(review.Session);
        return new StateReviewItem(
            review.Session, session?.Cycle, session?.Start, session?.End, Word(session?.Precision ?? Precision.Unknown), Word(review.Certainty), review.Numbers?.Count ?? 0, review.Note);
    }

    /// <summary>What does not depend on the data.</summary>
    public static DumpState ForDump(ReferenceData reference, State state) => new(
        state.Iso3, state.Iso2, Word(state.Status), state.NameEn, Names(state), Memberships(reference.GroupMemberships(state.Iso3)), Memberships(reference.OrganisationMemberships(state.Iso3)));

    private static NamesItem Names(State state) => new(state.NameEn, state.NameFr, state.NameEs);

    public static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static List<MembershipItem> Memberships(IEnumerable<Membership> memberships) => [.. memberships.Select(m => new MembershipItem(m.Of, m.From, m.To))];

    private static StateCounts Counts(StatisticRow line) => new(line.Count, line.Supported, line.Noted, line.Pending, line.Specific);
}
