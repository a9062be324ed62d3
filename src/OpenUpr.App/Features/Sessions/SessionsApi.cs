using System.Globalization;
using OpenUpr.App.Features.Api;
using OpenUpr.App.Features.States;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Reviews;
using OpenUpr.Search;

namespace OpenUpr.App.Features.Sessions;

internal sealed record SessionItem(int Number, int Cycle, DateOnly? Start, DateOnly? End, string Precision, string Certainty, int? HrcSession, int States, int Received, string? Note);

internal sealed record SessionList(int Total, string Unit, IReadOnlyList<SessionItem> Items);

internal sealed record DeadlineItem(string Deadline, DateOnly Date, string? Time, string? Zone, string Certainty, string? Note);

internal sealed record SessionReviewItem(string Iso3, string Name, int? Place, string Certainty, int Received, string? Note);

internal sealed record SessionDetail(
    int Number, int Cycle, DateOnly? Start, DateOnly? End, string Precision, string Certainty, int? HrcSession, string Unit, int Received, string? Note,
    IReadOnlyList<DeadlineItem> Deadlines, IReadOnlyList<SessionReviewItem> Reviews);

/// <summary>The sessions of the Working Group for programs.</summary>
internal static class SessionsApi
{
    private const string Unit = "pairs";
    private static readonly ApiParameter _number = ApiParameters.InPath("number", "{session}");

    public static IReadOnlyList<ApiOperation> Operations { get; } =
    [
        new("listSessions", "/sessions", ListAsync, [typeof(SessionList)], [], ["/sessions"]),
        new("getSession", "/sessions/{number}", ShowAsync, [typeof(SessionDetail)], [_number], ["/sessions/{session}"]),
    ];

    private static Task ListAsync(ApiCall call)
    {
        var reference = call.Reference;
        var counts = Counts(call.Index.Run(SearchQuery.Everything, new SearchPage(Limit: 0)), "session");
        var slots = reference.ReviewSlots.DistinctBy(s => (s.Session, s.Iso3)).ToLookup(s => s.Session);
        var items = reference.Sessions.Select(s => new SessionItem(
            s.Number, s.Cycle, s.Start, s.End, StatesApi.Word(s.Precision), StatesApi.Word(s.Certainty), HrcSession(reference, s.Number), slots[s.Number].Count(),
            counts.GetValueOrDefault(Key(s.Number)), s.Note));
        return call.SendAsync(new SessionList(reference.Sessions.Count, Unit, [.. items]), ApiJson.Sent.SessionList);
    }

    private static Task ShowAsync(ApiCall call)
    {
        var typed = call.InPath(_number.Name);
        var reference = call.Reference;
        if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || reference.FindSession(number) is not { } session)
        {
            return call.NotFoundAsync(Numbers.Fill(ApiWords.Error_NoSession, typed, reference.Sessions[0].Number, reference.Sessions[^1].Number));
        }

        return call.SendAsync(Read(call, session), ApiJson.Sent.SessionDetail);
    }

    public static SessionDetail Read(ApiCall call, Session session)
    {
        var (reference, number) = (call.Reference, session.Number);
        var found = call.Index.Run(new SearchQuery(null, new SearchFilters { Sessions = [number] }), new SearchPage(Limit: 0));
        var deadlines = reference.Deadlines.Where(d => d.Session == number).OrderBy(d => d.Date)
            .Select(d => new DeadlineItem(d.Kind, d.Date, d.Time?.ToString("HH:mm", CultureInfo.InvariantCulture), d.Zone, StatesApi.Word(d.Certainty), d.Note));
        return new SessionDetail(
            number, session.Cycle, session.Start, session.End, StatesApi.Word(session.Precision), StatesApi.Word(session.Certainty), HrcSession(reference, number), Unit, found.Pairs, session.Note,
            [.. deadlines], Reviews(reference, number, Counts(found, "sur")));
    }

    /// <summary>The States on the list of the session, and those of which the data hold a review that no list has.</summary>
    private static List<SessionReviewItem> Reviews(ReferenceData reference, int number, Dictionary<string, int> counts)
    {
        var slots = reference.ReviewSlots.Where(s => s.Session == number).DistinctBy(s => s.Iso3).ToDictionary(s => s.Iso3);
        return [.. slots.Keys.Union(counts.Where(c => c.Value > 0).Select(c => c.Key))
            .Select(iso3 => (Iso3: iso3, Slot: slots.GetValueOrDefault(iso3)))
            .OrderBy(r => r.Slot?.Position ?? int.MaxValue).ThenBy(r => r.Iso3, StringComparer.Ordinal)
            .Select(r => new SessionReviewItem(
                r.Iso3, reference.FindState(r.Iso3)?.NameEn ?? r.Iso3, r.Slot?.Position, StatesApi.Word(r.Slot?.Certainty ?? Certainty.Confirmed), counts.GetValueOrDefault(r.Iso3), r.Slot?.Note))];
    }

    private static int? HrcSession(ReferenceData reference, int session) => reference.HrcSessionOf.TryGetValue(session, out var number) ? number : null;

    private static Dictionary<string, int> Counts(SearchResult found, string field) => found.Facets.First(f => f.Field == field).Values.ToDictionary(v => v.Value, v => v.Count);

    private static string Key(int number) => number.ToString(CultureInfo.InvariantCulture);
}
