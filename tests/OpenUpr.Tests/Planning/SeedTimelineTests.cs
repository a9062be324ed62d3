using OpenUpr.Planning;
using OpenUpr.Reviews;

namespace OpenUpr.Tests.Planning;

/// <summary>Every step of the two advocacy timelines is in the plan with its window (requirement C7).</summary>
public sealed class SeedTimelineTests
{
    private const string Sheet = "factsheet-3";
    private const string Compendium = "compendium-2017";

    /// <summary>The step as the plan names it, its window counted from the review or from the plan's next anchor, what it answers, and where the timeline has it.</summary>
    public static TheoryData<string, string, string, string, string, string> Steps => new()
    {
        { "consultation-request", "review-12m", "review-6m", "E1", Sheet, "6 months – 1 year before the review" },
        { "consultation-take-part", "review-12m", "review-6m", "E2", Sheet, "6 months – 1 year before the review" },
        { "advocacy-paper", "review-6m", "review-4m", "H1", Sheet, "4–6 months before the review" },
        { "target-states", "review-6m", "review-4m", "H4", Sheet, "4–6 months before the review" },
        { "embassies-contact", "review-4m", "review-3m", "H7", Sheet, "3–4 months before the review" },
        { "embassies-contact", "review-4m", "review-3m", "H7", Compendium, "Timeline, 3–4 months before the review" },
        { "embassies-call", "review-16w", "review-12w", "H6", Sheet, "3–4 months before the review" },
        { "embassies-call", "review-16w", "review-12w", "H6", Compendium, "Timeline, 3–4 months before the review" },
        { "embassies-briefing", "review-4m", "review-3m", "H9", Compendium, "Timeline, 3–4 months before the review" },
        { "read-summary", "review-4m", "review-3m", "H3", Sheet, "3–4 months before the review" },
        { "read-national-report", "review-2m", "review-1m", "H14", Sheet, "1–2 months before the review" },
        { "read-documents", "review-2m", "review-1m", "C1", Compendium, "Timeline, 1–2 months before the review" },
        { "missions-contact", "review-2m", "review-1m", "H7", Sheet, "1–2 months before the review" },
        { "missions-contact", "review-2m", "review-1m", "H8", Compendium, "Timeline, 1–2 months before the review" },
        { "missions-call", "review-7w", "review-3w", "H6", Sheet, "1–2 months before the review" },
        { "presession-speak", "review-2m", "review-1m", "H10", Sheet, "1–2 months before the review" },
        { "presession-speak", "review-2m", "review-1m", "H10", Compendium, "Timeline, 1–2 months before the review" },
        { "review-follow", "review", "review", "I4", Sheet, "The review" },
        { "review-follow", "review", "review", "I4", Compendium, "Timeline, the review" },
        { "review-events", "review", "review+1d", "I7", Compendium, "Timeline, the review" },
        { "viewing", "review-6w", "review-1w", "I6", Sheet, "The review (note)" },
        { "outcome-report", "review+2d", "review+2d", "J2", Sheet, "2 days after the review" },
        { "outcome-report", "review+2d", "review+2d", "J2", Compendium, "Timeline, 2 days after the review" },
        { "outcome-tell", "review+2d", "review+1w", "J2", Compendium, "Timeline, 2 days after the review" },
        { "thank-states", "review+2d", "review+2w", "J3", Sheet, "2 days after the review" },
        { "thank-states", "review+2d", "review+2w", "J3", Compendium, "Timeline, 2 days after the review" },
        { "lobby-positions", "review", "review+3m", "J4", Sheet, "0–3 months after the review / before the adoption" },
        { "lobby-positions", "review", "review+3m", "J7", Compendium, "Timeline, 0–3 months after the review" },
        { "nhri-and-mps", "review", "review+3m", "J7", Compendium, "Timeline, 0–3 months after the review" },
        { "action-plan-offer", "review+3m", "review+12m", "L6", Sheet, "3–12 months after the review" },
        { "noted-dialogue", "review+3m", "review+12m", "L6", Sheet, "3–12 months after the review" },
        { "mid-term-report", "review+24m", "review+30m", "M5", Sheet, "2–2½ years after the review" },
        { "mid-term-state", "review+24m", "review+30m", "M7", Sheet, "2–2½ years after the review" },
        { "next-consultation", "review+42m", "review+48m", "E1", Sheet, "3½–4 years after the review" },
        { "next-states", "review+42m", "review+48m", "M10", Sheet, "3½–4 years after the review" },
        { "successors", "review+42m", "review+46m", "M10", Compendium, "Timeline, closing note" },
        { "next-plan", "next-review-12m", "next-review-11m", "C7", Sheet, "Start the full cycle again" },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_step_of_the_timelines_is_in_the_plan_with_its_window(string code, string from, string to, string requirement, string source, string place)
    {
        var step = StepBook.Find(code);
        Assert.NotNull(step);
        Assert.Equal((PlanEdge.Parse(from), PlanEdge.Parse(to)), (step.From, step.To));
        Assert.Contains(requirement, step.Requirements);
        Assert.Contains(new StepSource(source, place), step.Sources);
        Assert.True(step.IsStated);
    }

    /// <summary>Requirements of the groups that the plan must cover, but for those that other pages answer: E1-E7, H1-H16, I1-I8 less the troika (I3) and the speakers' clock (I2), J1-J8, K1-K11 less what is a rule of the statement's check (K10), L, M and C3-C11.</summary>
    [Theory]
    [InlineData("E", "1-7")]
    [InlineData("H", "1-16")]
    [InlineData("I", "1 4-8")]
    [InlineData("J", "1-8")]
    [InlineData("K", "1-9 11")]
    [InlineData("L", "1-14")]
    [InlineData("M", "1-11")]
    [InlineData("C", "1 3-5 7-11")]
    public void Every_requirement_of_the_group_has_a_step(string group, string numbers)
    {
        var wanted = numbers.Split(' ').SelectMany(n => n.Split('-') is [var a, var b] ? Enumerable.Range(Number(a), Number(b) - Number(a) + 1) : [Number(n)]).Select(n => $"{group}{n}");
        Assert.Equal([], wanted.Except(StepBook.All.SelectMany(s => s.Requirements)));
    }

    private static int Number(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void Every_source_and_anchor_of_a_step_is_known()
    {
        var reference = ReferenceData.Load(World.UnitedNations);
        Assert.Equal([], StepBook.All.SelectMany(s => s.Sources).Select(s => s.Key).Where(k => !reference.Sources.ContainsKey(k)).Distinct());
        var anchors = reference.Steps.Select(s => s.Key).Append(PlanEdge.Start).ToHashSet();
        Assert.Equal([], StepBook.All.SelectMany(s => new[] { s.From, s.To, s.Until }).Select(e => e.Anchor).Where(a => !anchors.Contains(a)).Distinct());
        Assert.Equal([], StepBook.All.Select(s => s.Phase).Except(StepBook.Phases));
    }
}
