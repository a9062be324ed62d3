using System.Globalization;
using System.Net;
using OpenUpr.Demo;
using OpenUpr.Storage;

namespace OpenUpr.Tests.App.Attacks;

/// <summary>Fields that no form has, and values that would end a header: what is not asked for is not taken.</summary>
[Collection(nameof(RoomsSite))]
public sealed class FormTests(RoomsSite rooms)
{
    private const string Room = "/coalitions/" + DemoCoalition.Slug;

    private static readonly string[] s_prefixes = ["", "Case.", "Row.", "Meeting.", "Fields.", "Account.", "Person.", "wish."];

    private static readonly (string Name, string Value)[] s_extra =
    [
        ("Id", "1"), ("CoalitionId", "2"), ("AuthorId", "1"), ("AccountId", "1"), ("MemberId", "1"), ("State", "refused"), ("SafetyVerdict", "safe"), ("SafetyCheckedAt", "2020-01-01"), ("TrashedAt", "2020-01-01"), ("ShreddedAt", "2020-01-01"),
        ("DropBoxId", "1"), ("CirculatedAt", "2020-01-01"), ("AcceptedTermsId", "1"), ("ReadsReprisals", "true"), ("LeftAt", "2020-01-01"), ("IsOperator", "true"), ("IsCurator", "true"), ("SignInName", "root"), ("SecurityStamp", "x"), ("PasswordHash", "x"),
        ("TotpIsOn", "true"), ("LockedUntil", "2099-01-01"), ("Slug", "hijacked"), ("Access.Role", "secretariat"), ("Handler", "Delete"),
    ];

    private static IEnumerable<(string, string)> Extra => from prefix in s_prefixes from extra in s_extra select (prefix + extra.Name, extra.Value);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_a_meeting_and_an_organisation_take_no_field_that_their_form_has_not()
    {
        await using var db = await rooms.InsideAsync(DemoCoalition.Slug);
        var (coalition, lucas) = (db.Access!.CoalitionId, db.Members.Single(m => m.Name == "Lucas Fontaine").Id);
        var ids = (Case: await SendAsync("/evidence/new", ("alias", "Anchor 90"), ("consent", "unknown")), Meeting: await SendAsync("/meetings/new", ("title", "Extra"), ("starts", "2030-01-01T10:00")), Organisation: await SendAsync("/organisations/new", ("name", "Extra"), ("kind", "ngo"), ("ecosoc", "none"), ("nhri", "none")));
        var made = db.EvidenceCases.Single(c => c.Id == ids.Case);
        Assert.Equal((coalition, lucas, EvidenceCase.Taken), (made.CoalitionId, made.AuthorId, made.State));
        Assert.Equal((null, null, null, null), (made.SafetyCheckedAt, made.TrashedAt, made.ShreddedAt, made.DropBoxId));
        var meeting = db.Meetings.Single(m => m.Id == ids.Meeting);
        Assert.Equal((coalition, lucas, null), (meeting.CoalitionId, meeting.AuthorId, meeting.CirculatedAt));
        var organisation = db.Organisations.Single(o => o.Id == ids.Organisation);
        Assert.Equal((coalition, null), (organisation.CoalitionId, organisation.Logo));
    }

    [Fact]
    public async Task An_invitation_and_a_name_give_no_right_that_was_not_asked_for()
    {
        var (status, _, _) = await rooms.PostAsync("amara", $"{Room}/people", new[] { ("name", "Extra Person"), ("role", "observer") }.Concat(Extra));
        Assert.Equal(HttpStatusCode.OK, status);
        await using var db = await rooms.InsideAsync(DemoCoalition.Slug);
        var id = db.Members.Single(m => m.Name == "Extra Person").Id;
        var place = db.Memberships.Single(m => m.Id == id);
        Assert.Equal(("observer", null, null, false, null), (place.Role, place.AccountId, place.AcceptedTermsId, place.ReadsReprisals, place.LeftAt));

        var before = db.Accounts.Single(a => a.NormalisedName == "tomas");
        var (changed, _, _) = await rooms.PostAsync("tomas", "/account", new[] { ("act", "display"), ("name", "Tomas R.") }.Concat(Extra));
        Assert.Equal(HttpStatusCode.Redirect, changed);
        await using var again = await rooms.InsideAsync(DemoCoalition.Slug);
        var after = again.Accounts.Single(a => a.NormalisedName == "tomas");
        Assert.Equal("Tomas R.", after.DisplayName);
        Assert.Equal((before.Id, before.SignInName, before.SecurityStamp, false, false, null, false, null), (after.Id, after.SignInName, after.SecurityStamp, after.IsOperator, after.IsCurator, after.PasswordHash, after.TotpIsOn, after.LockedUntil));
        Assert.DoesNotContain(again.Coalitions, c => c.Slug == "hijacked");
    }

    [Theory]
    [InlineData("end")]
    [InlineData("rename-passkey")]
    [InlineData("remove-passkey")]
    public async Task Nobody_ends_anothers_session_or_takes_anothers_passkey(string act)
    {
        await using var db = rooms.Site.Store.Open();
        var before = db.SignIns.Count();
        foreach (var id in db.SignIns.Where(s => db.Accounts.Any(a => a.Id == s.AccountId && a.NormalisedName == "amara")).Select(s => s.Id).ToList())
        {
            var (status, _, _) = await rooms.PostAsync("lucas", "/account", [("act", act), ("id", id.ToString(CultureInfo.InvariantCulture)), ("name", "mine")]);
            Assert.Equal(HttpStatusCode.BadRequest, status);
        }

        Assert.Equal(before, db.SignIns.Count());
    }

    [Fact]
    public async Task Nothing_typed_ends_a_header_or_leads_to_another_site()
    {
        foreach (var value in new[] { "x\r\nSet-Cookie: a=b", "x%0d%0aSet-Cookie: a=b", "//evil.example", "https://evil.example", "..//evil.example", "\u0000", "x\u2028y", "/\\evil.example", "\u560a\u560dSet-Cookie: a=b", "?x=1#y", "%2f%2fevil.example" })
        {
            foreach (var (person, address, field, start) in new[] { (RoomsSite.Anonymous, "/send", "code", "/send"), ("tomas", "/account/prove", "return", "/account"), ("lucas", "/account/prove", "return", "/account") })
            {
                var (status, body, location) = await rooms.PostAsync(person, address, [(field, value)]);
                Assert.True(status == HttpStatusCode.BadRequest || ((status is HttpStatusCode.SeeOther or HttpStatusCode.Redirect) && location!.StartsWith(start, StringComparison.Ordinal) && location.All(c => c is > ' ' and <= '~') && !location.Contains("//", StringComparison.Ordinal)), $"{address} {value}: {status} {location} {body[..Math.Min(body.Length, 80)]}");
            }
        }

        foreach (var query in new[] { "return=%0d%0aSet-Cookie:%20a=b", "return=//evil.example", "return=javascript:alert(1)", "return=%22%3E%3Cscript%3Ealert(1)%3C/script%3E" })
        {
            using var page = await rooms.SendAsync(rooms[RoomsSite.Anonymous], HttpMethod.Get, $"/sign-in?{query}");
            var body = await page.Content.ReadAsStringAsync(Cancel);
            Assert.DoesNotContain("evil.example", body, StringComparison.Ordinal);
            Assert.DoesNotContain("alert(1)", body, StringComparison.Ordinal);
            Assert.False(page.Headers.TryGetValues("Set-Cookie", out var set) && set.Any(c => c.StartsWith("a=", StringComparison.Ordinal)));
        }
    }

    /// <summary>The number of what the form made.</summary>
    private async Task<long> SendAsync(string path, params (string, string)[] fields)
    {
        var (status, body, location) = await rooms.PostAsync("lucas", Room + path, fields.Concat(Extra));
        Assert.True(status == HttpStatusCode.SeeOther, $"{path} gave {status}: {body[..Math.Min(body.Length, 200)]}");
        return long.Parse(location!.Split('?')[0].Split('/')[^1], CultureInfo.InvariantCulture);
    }
}
