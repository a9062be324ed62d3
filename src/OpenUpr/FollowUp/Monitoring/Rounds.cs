using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Agenda;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Actions;
using OpenUpr.FollowUp.Actions.Joint;
using OpenUpr.FollowUp.Reports;
using OpenUpr.Planning;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Monitoring;

/// <summary>Rounds of assessment, one a year (requirement M5).</summary>
public static class Rounds
{
    internal const string Thing = "round";

    private const int FirstYear = 2006;
    private const int LastYear = 2100;

    /// <summary>Begins the round of a year. One round runs at a time. What was judged since its first day is part of it, also where the round is written down later.</summary>
    public static Task<Outcome> BeginAsync(Rooms rooms, CoalitionAccess access, long followId, string? year, string? from, string? dueOn, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, "round.begin", Thing, async db =>
        {
            if (await ActionWriting.WrongAsync(db, followId, cancel) is { } no)
            {
                return no;
            }

            var fields = new Fields();
            var round = new AssessmentRound { CoalitionId = access.CoalitionId, FollowId = followId, AuthorId = access.MemberId, Revision = 1 };
            round.Year = (int)decimal.Truncate(fields.Number("year", year, FirstYear, LastYear) ?? fields.Refuse(Refusal.Empty, "year", 0m));
            (round.From, round.DueOn) = (fields.RequiredDay("from", from), fields.RequiredDay("due", dueOn));
            if (fields.Wrong is null && round.DueOn < round.From)
            {
                fields.Refuse(Refusal.NoDate, "due", 0);
            }

            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            if (await db.AssessmentRounds.AnyAsync(r => r.FollowId == followId && (r.Year == round.Year || r.ClosedAt == null), cancel))
            {
                return Outcome.Not(Refusal.Taken, "year");
            }

            round.Id = await db.TakeIdsAsync(Counters.AssessmentRounds, 1, cancel);
            db.AssessmentRounds.Add(round);
            var first = new DateTimeOffset(round.From, TimeOnly.MinValue, TimeSpan.Zero);
            foreach (var made in (await db.Assessments.Where(a => a.FollowId == followId && a.RoundId == null).ToListAsync(cancel)).Where(a => a.WrittenAt >= first))
            {
                made.RoundId = round.Id;
            }

            return Outcome.Done(round.Id);
        }, cancel);

    /// <summary>Ends a round. What was not assessed in it stays as it was.</summary>
    public static Task<Outcome> EndAsync(Rooms rooms, CoalitionAccess access, long followId, long id, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, "round.end", Thing, async db =>
        {
            if (await ActionWriting.WrongAsync(db, followId, cancel) is { } no)
            {
                return no;
            }

            if (await db.AssessmentRounds.SingleOrDefaultAsync(r => r.Id == id && r.FollowId == followId, cancel) is not { } round)
            {
                return Outcome.Absent;
            }

            if (round.ClosedAt is not null)
            {
                return Outcome.Not(Refusal.Closed);
            }

            (round.ClosedAt, round.Revision) = (rooms.Time.GetUtcNow(), round.Revision + 1);
            return Outcome.Done(id);
        }, cancel);

    internal static string Path(long followId, string tail) => string.Create(CultureInfo.InvariantCulture, $"/follow-up/{followId}{tail}");
}

/// <summary>Last days of rounds, of actions and of indicators, for the calendar.</summary>
public sealed class FollowUpDays(Rooms rooms) : IDatedThings
{
    public async Task<IReadOnlyList<DatedThing>> ReadAsync(CoalitionAccess access, Days span, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Observer))
        {
            return [];
        }

        await using var db = rooms.Store.Open(access);
        var rounds = await (
            from r in db.AssessmentRounds.AsNoTracking()
            join f in db.FollowedReviews on r.FollowId equals f.Id
            where f.ClosedAt == null && r.From <= span.To && r.DueOn >= span.From
            select r).ToListAsync(cancel);
        var actions = await (
            from a in db.PlannedActions.AsNoTracking()
            join e in db.ActionEntries on new { ActionId = a.Id, Number = a.Revision } equals new { e.ActionId, e.Number }
            join f in db.FollowedReviews on a.FollowId equals f.Id
            where f.ClosedAt == null && e.State != ActionEntry.Dropped && e.To >= span.From && e.To <= span.To
            select new { a.Id, a.FollowId, a.Number, a.Revision, e.Text, e.To, e.State }).ToListAsync(cancel);
        return [.. rounds.Select(r => new DatedThing(DatedKinds.Round, TaskDays.Key("round", r.Id), new Days(r.From, r.DueOn), null, r.Year.ToString(CultureInfo.InvariantCulture), Rounds.Path(r.FollowId, "/monitoring")) { IsDone = r.ClosedAt is not null, Revision = r.Revision }),
            .. actions.Select(a => new DatedThing(DatedKinds.Action, TaskDays.Key("action", a.Id), new Days(a.To!.Value, a.To.Value), $"{ActionPlans.CodeOf(a.Number)} {a.Text}", null, Rounds.Path(a.FollowId, string.Create(CultureInfo.InvariantCulture, $"/actions/{a.Id}"))) { IsDone = a.State == ActionEntry.Done, Revision = a.Revision })];
    }
}

/// <summary>Rounds that still ask for recommendations, assessments that wait for a second pair of eyes, guests' words without an answer, and what they wrote into joint drafts, for "what now".</summary>
public sealed class WaitingFollowUp(Rooms rooms) : IWaitingThings
{
    public const string Round = "assessment-round";
    public const string Confirm = "assessment-confirm";
    public const string Answer = "action-comment";
    public const string Joint = "joint-draft";

    public async Task<IReadOnlyList<WaitingThing>> ReadAsync(CoalitionAccess access, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Observer))
        {
            return [];
        }

        await using var db = rooms.Store.Open(access);
        var open = await db.FollowedReviews.AsNoTracking().Where(f => f.ClosedAt == null).ToListAsync(cancel);
        var things = new List<WaitingThing>();
        foreach (var follow in open)
        {
            await AddRoundsAsync(db, follow, things, cancel);
            await AddUnconfirmedAsync(db, access, follow, things, cancel);
        }

        var comments = await (from c in db.ActionComments.AsNoTracking() join v in db.ActionVersions on c.VersionId equals v.Id where c.AnsweredAt == null group c by new { v.Id, v.Title } into g select new { g.Key.Id, g.Key.Title, Count = g.Count() }).ToListAsync(cancel);
        things.AddRange(comments.Select(c => new WaitingThing(Answer, c.Title, null, null, null, string.Create(CultureInfo.InvariantCulture, $"/action-versions/{c.Id}")) { Count = c.Count }));
        var written = await (from e in JointTaking.Waiting(db) join v in db.ActionVersions on e.VersionId equals v.Id group e by new { v.Id, v.Title } into g select new { g.Key.Id, g.Key.Title, Count = g.Select(e => e.ActionNumber).Distinct().Count() }).ToListAsync(cancel);
        things.AddRange(written.Select(w => new WaitingThing(Joint, w.Title, null, null, null, string.Create(CultureInfo.InvariantCulture, $"/action-versions/{w.Id}#differences")) { Count = w.Count }));
        return things;
    }

    /// <summary>A round waits for each cluster that still has recommendations to assess.</summary>
    private async Task AddRoundsAsync(OpenUprDb db, FollowedReview follow, List<WaitingThing> things, CancellationToken cancel)
    {
        if (await db.AssessmentRounds.AsNoTracking().SingleOrDefaultAsync(r => r.FollowId == follow.Id && r.ClosedAt == null, cancel) is not { } round)
        {
            return;
        }

        var left = await db.FollowedRecommendations.Where(r => r.FollowId == follow.Id && !db.Assessments.Any(a => a.RowId == r.Id && a.RoundId == round.Id)).GroupBy(r => r.DutyClusterId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        things.AddRange(left.OrderBy(l => l.Key).Select(l => new WaitingThing(Round, string.Create(CultureInfo.InvariantCulture, $"{NameOf(follow.State)}, {round.Year}"), null, l.Key, round.DueOn, Rounds.Path(follow.Id, "/monitoring?show=due")) { Count = l.Count }));
    }

    /// <summary>What others wrote and nobody confirmed waits for each of those who may: it is named to everybody but the author.</summary>
    private async Task AddUnconfirmedAsync(OpenUprDb db, CoalitionAccess access, FollowedReview follow, List<WaitingThing> things, CancellationToken cancel)
    {
        var count = access.Is(CoalitionRole.Contributor) ? await db.Assessments.CountAsync(a => a.FollowId == follow.Id && a.ConfirmedAt == null && a.AuthorId != access.MemberId, cancel) : 0;
        if (count > 0)
        {
            things.Add(new WaitingThing(Confirm, string.Create(CultureInfo.InvariantCulture, $"{NameOf(follow.State)} {follow.Session}"), access.MemberId, null, null, Rounds.Path(follow.Id, "/monitoring?show=unconfirmed")) { Count = count });
        }
    }

    private string NameOf(string state) => ReportSources.NameOf(rooms.Store, state, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
}
