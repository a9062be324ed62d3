using System.Net;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.Coalitions;

namespace OpenUpr.Tests.App;

public sealed class RoomPageTests(Site site) : IClassFixture<Site>
{
    private const string Room = "/coalitions/tovell-rights";

    [Fact]
    public async Task Home_says_what_is_due_what_waits_what_changed_and_how_far_we_are()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        var home = await lucas.ReadAsync(Room);

        Assert.Equal(["What is due", "What waits for you", "What changed", "How far we are"], new[] { "What is due", "What waits for you", "What changed", "How far we are" }.Where(h => home.Contains(h, StringComparison.Ordinal)));
        Assert.Contains("Shorten the part on detention by a third", home, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/recommendations/", await lucas.ReadAsync($"{Room}/clusters/1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_invited_is_led_to_the_terms_and_sees_nothing_else_until_they_accept()
    {
        using var samir = await RoomVisitor.SignInAsync(site, "samir");
        await samir.ReadAsync(Room, HttpStatusCode.SeeOther);
        await samir.ReadAsync($"{Room}/people", HttpStatusCode.NotFound);
        var terms = await samir.ReadAsync($"{Room}/terms");
        Assert.DoesNotContain($"{Room}/people", terms, StringComparison.Ordinal);

        await using var db = site.Store.Open(await AccessAsync("samir"));
        var (status, _, location) = await samir.SendAsync($"{Room}/terms", ("act", "accept"), ("terms", db.Terms.OrderByDescending(t => t.Number).First().Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal((HttpStatusCode.SeeOther, $"{Room}?done=accepted"), (status, location));
        Assert.Contains("Thank you", await samir.ReadAsync(location!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_is_shown_once_with_a_link_and_a_code()
    {
        using var amara = await RoomVisitor.SignInAsync(site, "amara");
        var (status, body, _) = await amara.SendAsync($"{Room}/people", ("name", "Dalia"), ("role", "observer"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Matches("http://127[^<]+/join/[A-Za-z0-9_-]{43}", body);
        Assert.DoesNotContain("/join/", await amara.ReadAsync($"{Room}/people"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_is_not_lost_and_the_field_says_what_is_wrong()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        var (status, body, _) = await lucas.SendAsync($"{Room}/organisations/new", ("name", "River People"), ("kind", "ngo"), ("website", "javascript:alert(1)"));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("value=\"River People\"", body, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#website\">", body, StringComparison.Ordinal);
        Assert.Contains("id=\"website-error\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conflict_shows_both_texts()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        (string, string)[] form = [("title", "Again"), ("starts", "2026-11-22T16:00"), ("minutes", "mine stays"), ("revision", "99")];
        var (status, body, _) = await lucas.SendAsync($"{Room}/meetings/1/edit", form);

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("mine stays", body, StringComparison.Ordinal);
        Assert.Contains("welcomed the Council of Churches", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reprisal_log_is_absent_for_editors_and_the_funding_page_says_that_there_is_no_fund()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        using var amara = await RoomVisitor.SignInAsync(site, "amara");

        await lucas.ReadAsync($"{Room}/reprisals", HttpStatusCode.NotFound);
        await lucas.ReadAsync($"{Room}/reprisals/1", HttpStatusCode.NotFound);
        Assert.Contains("market permit", await amara.ReadAsync($"{Room}/reprisals/1"), StringComparison.Ordinal);
        Assert.Contains("Voluntary Funds of the UPR are for States", await lucas.ReadAsync($"{Room}/funding"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hand_over_lists_what_is_open_and_is_kept()
    {
        using var petra = await RoomVisitor.SignInAsync(site, "petra");
        const string Other = "/coalitions/arvenia-watch";
        Assert.Contains("Ask both associations", await petra.ReadAsync($"{Other}/hand-over"), StringComparison.Ordinal);
        await using var db = site.Store.Open(await AccessAsync("petra", "arvenia-watch"));
        var term = db.SecretariatTerms.Single().Id;

        var (_, _, location) = await petra.SendAsync($"{Other}/hand-over", ("term", $"{term}"), ("note", "Keys are with A."));
        Assert.Equal($"{Other}/secretariat?done=handed", location);
        Assert.Contains("Ask both associations", await petra.ReadAsync(location!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("amara")]
    [InlineData("tomas")]
    public async Task Every_page_that_the_room_leads_to_opens(string name)
    {
        using var person = await RoomVisitor.SignInAsync(site, name);
        var tabs = RoomTabs.Of(await AccessAsync(name)).Select(t => t.Path);
        foreach (var path in tabs.Concat(["/about", "/organisations/1", "/people/1", "/clusters/1", "/meetings/1", "/terms?version=1", "/search?q=submission"]))
        {
            await person.ReadAsync(Room + path);
        }
    }

    [Fact]
    public void Every_refusal_and_every_code_has_words()
    {
        var codes = new Dictionary<string, IEnumerable<string>>
        {
            ["Refusal"] = Enum.GetNames<Refusal>(), ["Open"] = Enum.GetNames<OpenKind>(), ["OpenTitle"] = Enum.GetNames<OpenKind>(), ["Change"] = Enum.GetNames<ChangeKind>(), ["Gap"] = Enum.GetNames<TeamGap>(),
            ["Role"] = Enum.GetNames<CoalitionRole>().Select(r => r.ToLowerInvariant()), ["Kind"] = OrganisationKinds.All, ["Ecosoc"] = OrganisationKinds.Ecosoc, ["Nhri"] = OrganisationKinds.NhriStatuses, ["Money"] = GrantKinds.All,
            ["AbsentKind"] = AbsentKinds.All, ["Model"] = SecretariatModels.All, ["ModelMeans"] = SecretariatModels.All, ["ClusterKind"] = Clusters.Kinds, ["Attendance"] = Meetings.Kinds, ["Step"] = ReprisalSteps.All, ["StepMeans"] = ReprisalSteps.All,
        };
        Assert.Empty(from kind in codes from code in kind.Value where CoalitionText.Find($"{kind.Key}_{code}") is null select $"{kind.Key}_{code}");
    }

    private async Task<CoalitionAccess> AccessAsync(string name, string slug = "tovell-rights")
    {
        await using var db = site.Store.Open();
        return (await CoalitionAccess.FindAsync(site.Store, db.Accounts.Single(a => a.NormalisedName == name).Id, slug, TestContext.Current.CancellationToken))!;
    }
}
