using OpenUpr.Planning;
using OpenUpr.Reviews;

namespace OpenUpr.Tests.Planning;

public sealed class PlanGeneratorTests
{
    private static readonly ReferenceData s_reference = ReferenceData.Load(World.UnitedNations);

    /// <summary>200 reviews of real sessions with random starts, from two years before to five after, each with two random quiet periods at home.</summary>
    private static readonly List<Case> s_cases = [.. Cases(200)];

    private sealed record Case(string Name, ReviewTimeline Timeline, DateOnly Start, IReadOnlyList<QuietDays> Quiet, IReadOnlyList<PlannedTask> Plan)
    {
        public IEnumerable<(PlannedTask Task, Days Window)> Kept => Plan.Where(t => t is { IsDropped: false, Window: not null }).Select(t => (t, t.Window!.Value));

        public Dictionary<string, Days> Windows => Kept.ToDictionary(k => k.Task.Step.Code, k => k.Window);
    }

    [Fact]
    public void No_task_of_200_plans_is_in_an_impossible_order()
    {
        foreach (var one in s_cases)
        {
            var windows = one.Windows;
            foreach (var (task, window) in one.Kept)
            {
                Assert.True(window.From <= window.To, $"{one.Name} {task.Step.Code} ends before it begins");
                Assert.True(window.From >= one.Start, $"{one.Name} {task.Step.Code} begins before the plan");
                foreach (var order in task.Step.After.Where(a => windows.ContainsKey(a.Code)))
                {
                    var before = windows[order.Code];
                    Assert.True(window.From >= before.From.AddDays(order.Days) && window.To >= before.To.AddDays(order.Days), $"{one.Name} {task.Step.Code} {window} and {order.Code} {before}");
                }

                foreach (var needed in task.Step.After.Where(a => a.NeedsIt))
                {
                    Assert.True(windows.ContainsKey(needed.Code), $"{one.Name} {task.Step.Code} without {needed.Code}");
                }
            }
        }
    }

    [Fact]
    public void No_task_of_200_plans_lies_outside_the_time_in_which_it_makes_sense()
    {
        foreach (var one in s_cases)
        {
            var dates = one.Timeline.Steps.Where(s => s.Date is not null).ToDictionary(s => s.Key, s => s.Date!);
            foreach (var (task, window) in one.Kept.Where(k => k.Task.Usual is not null))
            {
                if (dates.TryGetValue(task.Step.Until.Anchor, out var until))
                {
                    var last = task.Step.Until.AsLimit(until);
                    Assert.True(window.To <= (last > task.Usual!.Value.To ? last : task.Usual.Value.To), $"{one.Name} {task.Step.Code} {window} after {last}");
                }

                if (task.Step.From is { Amount: >= 0, Anchor: not PlanEdge.Start } from && dates.TryGetValue(from.Anchor, out var since))
                {
                    Assert.True(window.From >= since.Earliest, $"{one.Name} {task.Step.Code} {window} before {since.Earliest}");
                }
            }
        }
    }

    [Fact]
    public void No_task_of_200_plans_is_in_a_quiet_period_that_has_an_alternative()
    {
        var moved = 0;
        foreach (var one in s_cases)
        {
            foreach (var (task, window) in one.Kept.Where(k => k.Task.Step.Reach != Reach.None))
            {
                var busy = one.Quiet.Where(q => q.Disturbs(task.Step.Reach)).Select(q => q.Days).ToList();
                if (!busy.Exists(b => b.Meets(window)))
                {
                    moved += task.Fit == PlanFit.MovedFromQuiet ? 1 : 0;
                    continue;
                }

                // Day by day, so that it does not lean on what it checks.
                var run = 0;
                for (var day = task.Room!.Value.From; day <= task.Room.Value.To && day < window.To.AddYears(1); day = day.AddDays(1))
                {
                    run = busy.Exists(b => b.From <= day && day <= b.To) ? 0 : run + 1;
                    Assert.False(run >= 7 && day >= task.EndsFrom, $"{one.Name} {task.Step.Code} {window}: {day:o} ends a free week");
                }

                Assert.Equal(PlanFit.InQuiet, task.Fit);
            }
        }

        Assert.True(moved > 200, $"only {moved} tasks had to move: the cases try nothing");
    }

    [Fact]
    public void What_a_late_plan_leaves_out_says_why()
    {
        foreach (var one in s_cases)
        {
            Assert.Equal(StepBook.All.Count(s => !s.NeedsBusyMonth), one.Plan.Count(t => !t.Step.NeedsBusyMonth));
            Assert.All(one.Plan.Where(t => t.Window is { } w && t.Usual is { } u && w != u && !t.IsDropped && t.Fit is null), t => Assert.True(t.Step.After.Count > 0, t.Step.Code));
            Assert.All(one.Plan.Where(t => t.Fit == PlanFit.LeftOut), t => Assert.True(t.Usual!.Value.To < one.Start || t.Step.After.Any(a => a.NeedsIt), t.Step.Code));
        }
    }

    [Fact]
    public void A_plan_that_starts_six_weeks_before_the_review_keeps_what_matters_in_order()
    {
        var timeline = ReviewTimeline.Of(s_reference, "SVN", 48)!;
        var start = new DateOnly(2024, 12, 9);
        var plan = PlanGenerator.Generate(timeline, start, []).ToDictionary(t => t.Step.Code);
        Assert.Equal(PlanFit.TooLate, plan["submission-upload"].Fit);
        Assert.Equal(PlanFit.LeftOut, plan["embassies-briefing"].Fit);
        Assert.Equal(PlanFit.Shortened, plan["advocacy-paper"].Fit);
        Assert.Equal(PlanFit.Shortened, plan["embassies-contact"].Fit);
        Assert.True(plan["advocacy-paper"].Window!.Value.To <= plan["embassies-contact"].Window!.Value.To);
        Assert.True(plan["embassies-contact"].Window!.Value.To.AddDays(7) <= plan["embassies-call"].Window!.Value.To);
        Assert.True(plan["embassies-call"].Window!.Value.To < new DateOnly(2025, 1, 20));
        Assert.Null(plan["thank-states"].Fit);
    }

    [Fact]
    public void A_session_about_a_month_before_the_review_sends_the_missions_before_it_and_again_in_the_week_after()
    {
        // Session 30 of the Council, 14 September to 2 October 2015 here invented: about a month before a review of 2 to 13 November.
        var timeline = ReviewTimeline.Of(s_reference, "SVN", 20)!;
        var review = timeline.Steps.Single(s => s.Key == "review").Date!.Earliest;
        var council = new QuietDays(new Days(review.AddDays(-50), review.AddDays(-29)), QuietDays.Council, "1");
        var plan = PlanGenerator.Generate(timeline, review.AddMonths(-12), [council]).ToDictionary(t => t.Step.Code);
        Assert.False(plan["missions-contact"].Window!.Value.Meets(council.Days));
        Assert.Equal(PlanFit.MovedFromQuiet, plan["missions-contact"].Fit);
        Assert.Equal(new Days(review.AddDays(-28), review.AddDays(-22)), plan["missions-again"].Usual);
        Assert.DoesNotContain(PlanGenerator.Generate(timeline, review.AddMonths(-12), []), t => t.Step.Code == "missions-again");
    }

    [Fact]
    public void Without_a_session_only_what_waits_for_no_date_has_one()
    {
        var plan = PlanGenerator.Generate(null, new DateOnly(2026, 11, 22), []);
        Assert.Equal(["coalition-ready", "upload-register"], plan.Where(t => t.Window is not null).Select(t => t.Step.Code).Order());
        Assert.Equal(StepBook.All.Count(s => !s.NeedsBusyMonth), plan.Count);
    }

    [Fact]
    public void Dates_that_are_not_sure_say_so()
    {
        var known = PlanGenerator.Generate(ReviewTimeline.Of(s_reference, "SVN", 48), new DateOnly(2024, 1, 1), []).ToDictionary(t => t.Step.Code);
        var months = PlanGenerator.Generate(ReviewTimeline.OfSession(s_reference, s_reference.FindSession(54)!), new DateOnly(2026, 1, 1), []).ToDictionary(t => t.Step.Code);
        Assert.Equal(PlanBasis.Actual, known["advocacy-paper"].Basis);
        Assert.Equal(PlanBasis.Estimated, known["next-plan"].Basis);
        Assert.Equal(PlanBasis.Range, months["advocacy-paper"].Basis);
    }

    private static IEnumerable<Case> Cases(int count)
    {
        var random = new Random(20261122);
        var slots = s_reference.ReviewSlots.Where(s => s.Session >= 10).ToList();
        for (var i = 0; i < count; i++)
        {
            var slot = slots[random.Next(slots.Count)];
            var timeline = ReviewTimeline.Of(s_reference, slot.Iso3, slot.Session)!;
            var review = timeline.Steps.Single(s => s.Key == "review").Date!;
            var start = review.Earliest.AddDays(random.Next(-730, 1_825));
            var quiet = GenevaSessions.Except(s_reference, slot.Session).Concat(Enumerable.Range(0, 2).Select(_ =>
            {
                var day = review.Earliest.AddDays(random.Next(-365, 500));
                return new QuietDays(new Days(day, day.AddDays(random.Next(0, 30))), "holiday", "a feast");
            })).ToList();
            yield return new Case($"{slot.Iso3}/{slot.Session} from {start:yyyy-MM-dd}", timeline, start, quiet, PlanGenerator.Generate(timeline, start, quiet));
        }
    }
}
