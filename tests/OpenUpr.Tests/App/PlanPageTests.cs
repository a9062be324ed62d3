using System.Net;
using OpenUpr.App.Features.Plan;
using OpenUpr.Planning;

namespace OpenUpr.Tests.App;

public sealed class PlanPageTests(Site site) : IClassFixture<Site>
{
    private const string Room = "/coalitions/tovell-rights";

    [Fact]
    public void Every_step_has_its_words()
    {
        var missing = new List<string>();
        void Need(string code, string? words)
        {
            if (words is null || words == code)
            {
                missing.Add(code);
            }
        }

        foreach (var step in StepBook.All)
        {
            Need(step.Code, PlanText.Title(step.Code));
            Need($"why {step.Code}", PlanText.Why(step.Code));
            Need($"how {step.Code}", PlanText.How(step.Code));
            Checklist.Read(Checklist.Of(step)).ToList().ForEach(p => Need(p.Key, PlanText.Point(step.Code, p)));
        }

        // Some words are their own code, such as everyone.
        string[] codes =
        [
            .. StepBook.All.Select(s => $"Role_{s.Role}"), .. StepBook.Phases.Select(p => $"Phase_{p}"), .. TaskFilter.Shows.Select(s => $"Show_{s}"), .. TaskWriting.States.Select(s => $"State_{s}"), .. Enum.GetValues<WaitsFor>().Select(w => $"Waits_{w}"),
            .. Enum.GetValues<MoveKind>().Select(m => $"Move_{m}"), .. new[] { PlanFit.InQuiet, PlanFit.LeftOut, PlanFit.MovedFromQuiet, PlanFit.Shortened, PlanFit.TooLate }.SelectMany(f => new[] { $"Fit_{f}", $"FitShort_{f}" }),
            .. new[] { PlanBasis.Actual, PlanBasis.Estimated, PlanBasis.Own, PlanBasis.Range }.Select(b => $"Basis_{b}"), .. new[] { PlanWhy.Own, PlanWhy.ReviewMoved, PlanWhy.SessionChosen, PlanWhy.Started }.Select(w => $"Because_{w}"),
        ];
        Array.ForEach(codes, c => Need(c, OpenUpr.App.Resources.PlanWords.ResourceManager.GetString(c.Replace('-', '_'), System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal([], missing);
    }

    [Fact]
    public async Task The_plan_is_read_by_phase_and_a_task_is_ticked_and_done_without_a_script()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        var page = await lucas.ReadAsync($"{Room}/plan?show=all");
        Assert.All(StepBook.Phases, p => Assert.Contains($"id=\"phase-{p}\"", page, StringComparison.Ordinal));
        Assert.Contains("Tentative", page, StringComparison.OrdinalIgnoreCase);
        var task = System.Text.RegularExpressions.Regex.Match(page, "/plan/tasks/([0-9]+)\"><strong>Write to the permanent missions in Geneva").Groups[1].Value;

        var shown = await lucas.ReadAsync($"{Room}/plan/tasks/{task}");
        Assert.Contains("Do not write during a session", shown, StringComparison.Ordinal);
        Assert.Contains("1–2 months before the review", shown, StringComparison.Ordinal);
        var (status, _, location) = await lucas.SendAsync($"{Room}/plan/tasks/{task}", ("act", "tick"), ("point", "1"));
        Assert.Equal((HttpStatusCode.SeeOther, $"{Room}/plan/tasks/{task}?done=saved"), (status, location));
        Assert.Contains("value=\"1\" checked=\"checked\"", await lucas.ReadAsync(location!), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await lucas.SendAsync($"{Room}/plan/tasks/{task}", ("act", "state"), ("state", "done"))).Status);

        // What one wrote is not lost when somebody else was faster.
        var late = await lucas.SendAsync($"{Room}/plan/tasks/{task}/edit", ("revision", "0"), ("note", "My own note"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("My own note", late.Body, StringComparison.Ordinal);
        Assert.Contains("Task: Write to the permanent missions", await lucas.ReadAsync($"{Room}/search?q=permanent+missions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Observers_read_and_change_nothing_and_guests_see_nothing()
    {
        using var tomas = await RoomVisitor.SignInAsync(site, "tomas");
        using var ines = await RoomVisitor.SignInAsync(site, "ines");
        using var petra = await RoomVisitor.SignInAsync(site, "petra");
        var task = System.Text.RegularExpressions.Regex.Match(await tomas.ReadAsync($"{Room}/plan"), "/plan/tasks/([0-9]+)\"").Groups[1].Value;
        Assert.DoesNotContain("name=\"act\"", await tomas.ReadAsync($"{Room}/plan/tasks/{task}"), StringComparison.Ordinal);
        foreach (var path in new[] { "/plan", "/now", $"/plan/tasks/{task}", "/plan/dates", "/plan/quiet" })
        {
            await ines.ReadAsync(Room + path, HttpStatusCode.NotFound);
            await petra.ReadAsync(Room + path, HttpStatusCode.NotFound);
            await tomas.ReadAsync(Room + path);
        }

        await tomas.ReadAsync($"{Room}/plan/new", HttpStatusCode.NotFound);
        await tomas.ReadAsync($"{Room}/plan/tasks/{task}/edit", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_now_names_three_things_and_home_shows_them()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        var now = await lucas.ReadAsync($"{Room}/now");
        Assert.Equal(3, System.Text.RegularExpressions.Regex.Count(now[now.IndexOf("class=\"next\"", StringComparison.Ordinal)..now.IndexOf("id=\"overdue\"", StringComparison.Ordinal)], "<li>"));
        Assert.Contains("Call the embassies a week later", now, StringComparison.Ordinal);
        Assert.Contains("For you", now, StringComparison.Ordinal);
        Assert.Contains("The next three things", await lucas.ReadAsync(Room), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secretariat_starts_a_plan_from_any_day_and_the_form_shows_how_sure_the_dates_are()
    {
        using var petra = await RoomVisitor.SignInAsync(site, "petra");
        const string own = "/coalitions/arvenia-watch";
        Assert.Contains("Start a plan", await petra.ReadAsync($"{own}/plan"), StringComparison.Ordinal);
        var form = await petra.ReadAsync($"{own}/plan/new?state=XAR");
        Assert.Contains("type=\"radio\" name=\"session\"", form, StringComparison.Ordinal);
        var (status, _, location) = await petra.SendAsync($"{own}/plan/new?state=XAR", ("state", "XAR"), ("session", "42"), ("start", "2022-12-01"));
        Assert.Equal(HttpStatusCode.SeeOther, status);
        var plan = await petra.ReadAsync(location!);
        Assert.Contains("The plan is there", plan, StringComparison.Ordinal);
        Assert.Contains("too late", await petra.ReadAsync($"{own}/plan?show=skipped"), StringComparison.Ordinal);
        var (refused, body, _) = await petra.SendAsync($"{own}/plan/new?state=XAR", ("state", "XAR"), ("session", "42"), ("start", "soon"));
        Assert.Equal(HttpStatusCode.BadRequest, refused);
        Assert.Contains("value=\"soon\"", body, StringComparison.Ordinal);
    }
}
