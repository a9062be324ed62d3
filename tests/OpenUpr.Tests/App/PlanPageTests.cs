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
        foreach (var step in StepBook.All)
        {
            Assert.NotEqual(step.Code, PlanText.Title(step.Code));
            Assert.True(PlanText.Why(step.Code) is { Length: > 20 } && PlanText.How(step.Code) is { Length: > 20 }, step.Code);
            Assert.All(Checklist.Read(Checklist.Of(step)), p => Assert.NotEqual(p.Key, PlanText.Point(step.Code, p)));
            Assert.NotEqual(step.Role == "everyone" ? "" : step.Role, PlanText.Of("Role", step.Role));
        }

        Assert.All(StepBook.Phases, p => Assert.NotEqual(p, PlanText.Of("Phase", p)));
        Assert.All(new[] { PlanFit.InQuiet, PlanFit.LeftOut, PlanFit.MovedFromQuiet, PlanFit.Shortened, PlanFit.TooLate }, f => Assert.NotEqual(f, PlanText.Of("Fit", f)));
        Assert.All(Enum.GetValues<WaitsFor>(), w => Assert.NotEqual($"{w}", PlanText.Of("Waits", w)));
        Assert.All(Enum.GetValues<MoveKind>(), m => Assert.NotEqual($"{m}", PlanText.Of("Move", m)));
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
