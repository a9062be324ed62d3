using System.Net;
using OpenUpr.App.Security;
using OpenUpr.App.Shared;
using OpenUpr.Coalitions;
using OpenUpr.Demo;

namespace OpenUpr.Tests.App.Attacks;

/// <summary>Every route of the site, asked for by every kind of person: the answer follows from what the route says of itself, and from nothing else.</summary>
[Collection(nameof(RoomsSite))]
public sealed class RouteByRoleTests(RoomsSite rooms)
{
    private enum Answer
    {
        Open,
        SignIn,
        Absent,
    }

    [Fact]
    public void There_is_somebody_of_every_kind()
    {
        var roles = rooms.People.Select(p => p.Role).Distinct().ToList();
        Assert.All([CoalitionRole.Guest, CoalitionRole.Observer, CoalitionRole.Contributor, CoalitionRole.Editor, CoalitionRole.Secretariat], r => Assert.Contains(r, roles));
        Assert.Contains(rooms.People, p => p.IsSignedIn && p.Role is null && p.Name != RoomsSite.Stranger);
    }

    [Fact]
    public async Task Every_private_route_answers_each_person_as_it_says_of_itself()
    {
        var wrong = new List<string>();
        foreach (var route in rooms.Routes.Where(r => r.Access != AccessAttribute.Public && r.Method == "GET"))
        {
            foreach (var person in rooms.People)
            {
                using var response = await rooms.SendAsync(person, HttpMethod.Get, route.Sample);
                var expected = Expected(route, person);
                if (AnswerOf(response) != expected || (expected == Answer.Open && response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.SeeOther)))
                {
                    wrong.Add($"{route.Sample} ({route.Access}) answered {person.Name} {(int)response.StatusCode}, expected {expected}");
                }
            }
        }

        Assert.Equal([], wrong);
    }

    [Fact]
    public async Task Every_public_route_answers_people_with_and_without_a_session_alike()
    {
        var wrong = new List<string>();
        foreach (var route in rooms.Routes.Where(r => r.Access == AccessAttribute.Public && r.Method == "GET" && !r.Sample.StartsWith("/api/", StringComparison.Ordinal)))
        {
            foreach (var person in new[] { rooms[RoomsSite.Expired], rooms["tomas"] })
            {
                using var response = await rooms.SendAsync(person, HttpMethod.Head, route.Sample);
                if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.SeeOther or HttpStatusCode.NotFound) || AccessGate.IsPrivate(route.Sample))
                {
                    wrong.Add($"{route.Sample} answered {person.Name} {(int)response.StatusCode}");
                }
            }
        }

        Assert.Equal([], wrong);
    }

    [Fact]
    public async Task What_people_without_the_right_send_changes_nothing()
    {
        var wrong = new List<string>();
        var before = await rooms.ContentAsync();
        foreach (var person in rooms.People)
        {
            var (token, cookie) = await rooms.FormAsync(person);
            foreach (var route in rooms.Routes.Where(r => r.Method == "POST" && r.Access != AccessAttribute.Public && Expected(r, person) != Answer.Open))
            {
                using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["Name"] = "changed", ["Id"] = "1", ["id"] = "1", ["Role"] = "secretariat", ["Text"] = "changed" });
                using var response = await rooms.SendAsync(person, HttpMethod.Post, route.Sample, form, cookie);
                if (AnswerOf(response) != Expected(route, person))
                {
                    wrong.Add($"POST {route.Sample} ({route.Access}) answered {person.Name} {(int)response.StatusCode}");
                }
            }
        }

        Assert.Equal([], wrong);
        Assert.Equal(before, await rooms.ContentAsync());
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing_whoever_sends_it()
    {
        var before = await rooms.ContentAsync();
        var anonymous = await rooms.FormAsync(rooms[RoomsSite.Anonymous]);
        var wrong = new List<string>();

        // A draft or a file to look at, and the door for people without an account: they change nothing and set no cookie, so that they have no token.
        foreach (var route in rooms.Routes.Where(r => r.Method == "POST" && r.Path is not ("/check" or "/wording" or "/targets" or "/send")))
        {
            foreach (var (what, token, cookie) in new[] { ("no token", "", ""), ("a token of nobody", anonymous.Token, anonymous.Cookie), ("a made-up token", new string('A', 120), "openupr-form=" + new string('B', 120)) })
            {
                using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["account"] = "1" });
                using var response = await rooms.SendAsync(rooms["amara"], HttpMethod.Post, route.Sample, form, cookie, ("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site"));
                if (response.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.NotFound))
                {
                    wrong.Add($"POST {route.Sample} with {what} gave {(int)response.StatusCode}");
                }
            }
        }

        Assert.Equal([], wrong);
        Assert.Equal(before, await rooms.ContentAsync());
    }

    [Fact]
    public async Task One_coalitions_people_find_nothing_of_another_under_any_route()
    {
        var wrong = new List<string>();
        foreach (var route in rooms.Routes.Where(r => r.Path.StartsWith("/coalitions/{coalition}", StringComparison.Ordinal)))
        {
            var elsewhere = route.Sample.Replace(DemoCoalition.Slug, DemoCoalition.OtherSlug, StringComparison.Ordinal);
            foreach (var (person, address) in new[] { ("petra", route.Sample), ("amara", elsewhere), ("lucas", elsewhere), ("petra", route.Sample.Replace(DemoCoalition.Slug, "no-such-coalition", StringComparison.Ordinal)) })
            {
                using var response = await rooms.SendAsync(rooms[person], new HttpMethod(route.Method), address);
                if (response.StatusCode != HttpStatusCode.NotFound)
                {
                    wrong.Add($"{route.Method} {address} answered {person} {(int)response.StatusCode}");
                }
            }
        }

        Assert.Equal([], wrong);
    }

    [Fact]
    public async Task A_coalition_that_is_not_mine_looks_exactly_like_none()
    {
        var pages = new List<string>();
        foreach (var slug in new[] { DemoCoalition.OtherSlug, "arvenia-witch" })
        {
            using var response = await rooms.SendAsync(rooms["amara"], HttpMethod.Get, $"/coalitions/{slug}/audit");
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            pages.Add((await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace(slug, "", StringComparison.Ordinal));
        }

        Assert.Equal(pages[0], pages[1]);
    }

    private static Answer Expected(RouteRow route, RoomsSite.Person person)
    {
        var isPrivate = AccessGate.IsPrivate(route.Sample);
        if (!person.IsSignedIn)
        {
            // What the operator's programs on this machine collect needs no session.
            return isPrivate ? Answer.SignIn : route.Access is AccessAttribute.Public or AccessAttribute.Operator ? Answer.Open : Answer.Absent;
        }

        var may = route.Access switch
        {
            AccessAttribute.Public or AccessAttribute.SignedIn => true,
            AccessAttribute.Operator => person.IsOperator || !isPrivate,
            AccessAttribute.Curator => person.IsCurator,
            var role => person.Role >= CoalitionRoles.Parse(role),
        };

        // The reprisal log is narrower than any role.
        return may && (person.ReadsReprisals || !route.Path.Contains("/reprisals", StringComparison.Ordinal)) ? Answer.Open : Answer.Absent;
    }

    private static Answer AnswerOf(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.NotFound ? Answer.Absent
        : response.StatusCode == HttpStatusCode.SeeOther && response.Headers.Location!.OriginalString.StartsWith("/sign-in?return=", StringComparison.Ordinal) ? Answer.SignIn
        : Answer.Open;
}
