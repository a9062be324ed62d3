using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpenUpr.Accounts;
using OpenUpr.App.Security;
using OpenUpr.Coalitions.Keys;

namespace OpenUpr.Tests.App.Accounts;

/// <summary>The doors as a browser meets them.</summary>
public sealed class SignInPageTests(Site site) : IClassFixture<Site>
{
    private const string Password = "four green kettles";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Keyring Keys => site.App.Services.GetRequiredService<Keyring>();

    [Theory]
    [InlineData("GET", "/coalitions/tovell-rights/members", "%2Fcoalitions%2Ftovell-rights%2Fmembers")]
    [InlineData("GET", "/coalitions/no-such/place?x=1", "%2Fcoalitions%2Fno-such%2Fplace%3Fx%3D1")]
    [InlineData("GET", "/ACCOUNT", "%2FACCOUNT")]
    [InlineData("POST", "/account/delete", "%2Faccount%2Fdelete")]
    [InlineData("PUT", "/operator/nothing", "%2Foperator%2Fnothing")]
    [InlineData("DELETE", "/curate", "%2Fcurate")]
    public async Task Every_private_address_leads_a_stranger_to_the_same_door(string method, string address, string back)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        using var response = await site.Client.SendAsync(request, Cancel);
        Assert.Equal((HttpStatusCode.SeeOther, $"/sign-in?return={back}"), (response.StatusCode, response.Headers.Location!.ToString()));
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal(0, response.Content.Headers.ContentLength ?? 0);
    }

    [Fact]
    public async Task What_one_may_not_see_is_not_there()
    {
        using var editor = await Visitor.EnterAsync(site, "lucas");
        var absent = await editor.ReadAsync("/operator/no-such-page", HttpStatusCode.NotFound);
        foreach (var address in new[] { "/operator/people", "/curate", "/coalitions/arvenia-watch", "/coalitions/no-such" })
        {
            Assert.Equal(absent, await editor.ReadAsync(address, HttpStatusCode.NotFound));
        }
    }

    [Fact]
    public async Task Each_sign_in_begins_a_session_under_a_new_token_that_scripts_and_other_sites_do_not_get()
    {
        var id = await AddAsync("fixed");
        using var visitor = Visitor.Come(site);
        var planted = await AccountSessions.BeginAsync(site.Store, TimeProvider.System, id, AccountSessions.ByPassword, "", Cancel);
        visitor.Carry(planted);
        var (status, where, _) = await visitor.PostAsync("/sign-in", "/sign-in", ("name", "fixed"), ("password", Password), ("return", "//evil.example/x"));
        Assert.Equal((HttpStatusCode.Redirect, "/account"), (status, where));
        Assert.NotEqual(planted, visitor.Session);
        Assert.Null(await AccountSessions.FindAsync(site.Store, TimeProvider.System, planted, Cancel));

        using var page = await visitor.GetAsync("/sign-in");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("name", "x")]);
        using var forged = await visitor.Client.PostAsync(new Uri("/sign-in", UriKind.Relative), form, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
    }

    [Fact]
    public async Task The_cookie_is_for_this_host_alone_and_closed_to_scripts()
    {
        var id = await AddAsync("flagged");
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpClient(handler) { BaseAddress = site.Client.BaseAddress };
        using var page = await client.GetAsync(new Uri("/sign-in", UriKind.Relative), Cancel);
        var cookie = page.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        var token = (await page.Content.ReadAsStringAsync(Cancel)).Split("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"")[1].Split('"')[0];
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Headers = { { "Cookie", cookie.Split(';')[0] } },
            Content = new FormUrlEncodedContent([KeyValuePair.Create("name", "flagged"), KeyValuePair.Create("password", Password), KeyValuePair.Create("__RequestVerificationToken", token)]),
        };
        using var response = await client.SendAsync(request, Cancel);
        var session = Assert.Single(response.Headers.GetValues("Set-Cookie"), c => c.StartsWith("openupr=", StringComparison.Ordinal));
        Assert.Contains("httponly", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", session, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", session, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", session, StringComparison.OrdinalIgnoreCase);
        Assert.True(id > 0);
    }

    [Fact]
    public async Task Wrong_names_and_wrong_passwords_get_the_same_page()
    {
        await AddAsync("known");
        using var visitor = Visitor.Come(site);
        var (_, _, unknown) = await visitor.PostAsync("/sign-in", "/sign-in", ("name", "nobody"), ("password", "wrong wrong wrong"));
        var (status, _, wrong) = await visitor.PostAsync("/sign-in", "/sign-in", ("name", "known"), ("password", "wrong wrong wrong"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(Bare(unknown, "nobody"), Bare(wrong, "known"));
        static string Bare(string page, string name) => System.Text.RegularExpressions.Regex.Replace(page, "value=\"[^\"]{60,}\"", "").Replace($"\"{name}\"", "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_without_codes_reaches_nothing_but_its_own_pages_until_they_are_on()
    {
        await AddAsync("half");
        using var visitor = Visitor.Come(site);
        await visitor.PostAsync("/sign-in", "/sign-in", ("name", "half"), ("password", Password));
        using var room = await visitor.GetAsync("/coalitions/tovell-rights");
        Assert.Equal("/account/code", room.Headers.Location!.ToString());
        var page = await visitor.ReadAsync("/account/code");
        var secret = Decode(page.Split("<span class=\"secret\">")[1].Split('<')[0]);
        var (_, _, wrong) = await visitor.PostAsync("/account/code", "/account/code", ("code", "12"));
        Assert.Contains("does not fit", wrong, StringComparison.Ordinal);
        var (status, _, codes) = await visitor.PostAsync("/account/code", "/account/code", ("code", Totp.CodeAt(secret, Totp.StepAt(TimeProvider.System.GetUtcNow()))));
        Assert.Equal(HttpStatusCode.OK, status);
        await visitor.ReadAsync("/coalitions/tovell-rights", HttpStatusCode.NotFound);

        // From another browser: password first, then a code; a recovery code does in its place.
        using var other = Visitor.Come(site);
        var (_, _, second) = await other.PostAsync("/sign-in", "/sign-in", ("name", "half"), ("password", Password));
        Assert.Null(other.Session);
        var ticket = second.Split("name=\"ticket\" value=\"")[1].Split('"')[0];
        var recovery = System.Text.RegularExpressions.Regex.Match(codes, "<li>([0-9A-Z]{5}-[0-9A-Z]{5})</li>").Groups[1].Value;
        var (refused, _, _) = await other.PostAsync("/sign-in", "/sign-in", ("ticket", ticket), ("code", "000000"));
        Assert.Equal(HttpStatusCode.BadRequest, refused);
        var (entered, where, _) = await other.PostAsync("/sign-in", "/sign-in", ("ticket", ticket), ("code", recovery), ("return", "/account?x=1"));
        Assert.Equal((HttpStatusCode.Redirect, "/account?x=1"), (entered, where));
        await other.ReadAsync("/account");
    }

    [Fact]
    public async Task Sessions_are_seen_and_ended_and_a_persons_data_is_taken_along()
    {
        var id = await AddAsync("ender");
        using var here = await SignInAsync("ender");
        using var there = await SignInAsync("ender");
        await there.ReadAsync("/account");
        var (status, _, _) = await here.PostAsync("/account", "/account", ("act", "end-others"));
        Assert.Equal(HttpStatusCode.Redirect, status);
        await there.ReadAsync("/account", HttpStatusCode.SeeOther);
        var data = JsonDocument.Parse(await here.ReadAsync("/account/data")).RootElement;
        Assert.Equal("ender", data.GetProperty("signInName").GetString());
        Assert.Equal(1, data.GetProperty("sessions").GetArrayLength());
        var (_, home, _) = await here.PostAsync("/account", "/sign-out");
        Assert.Equal("/", home);
        await here.ReadAsync("/account", HttpStatusCode.SeeOther);
        Assert.Empty(await AccountSessions.ListAsync(site.Store, TimeProvider.System, id, Cancel));
    }

    [Fact]
    public async Task Dangerous_acts_ask_again_who_one_is_and_lead_back()
    {
        var id = await AddAsync("late");
        using var visitor = await SignInAsync("late");
        await using (var db = site.Store.Open())
        {
            db.SignIns.Single(s => s.AccountId == id).ProvedAt = TimeProvider.System.GetUtcNow() - AccountSessions.ProofLasts - TimeSpan.FromSeconds(1);
            await db.SaveChangesAsync(Cancel);
        }

        using var page = await visitor.GetAsync("/account/delete");
        Assert.Equal("/account/prove?return=%2Faccount%2Fdelete", page.Headers.Location!.ToString());
        var (_, away, _) = await visitor.PostAsync("/account", "/account/delete", ("sure", "true"), ("name", "keep"));
        Assert.StartsWith("/account/prove", away, StringComparison.Ordinal);
        Assert.Equal("late", (await TestAccounts.ReadAsync(site.Store, id)).SignInName);
        var (wrong, _, _) = await visitor.PostAsync("/account/prove", "/account/prove", ("password", "wrong"), ("return", "/account/delete"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong);
        var (_, back, _) = await visitor.PostAsync("/account/prove", "/account/prove", ("password", Password), ("return", "/account/delete"));
        Assert.Equal("/account/delete", back);
        var (_, home, _) = await visitor.PostAsync("/account/delete", "/account/delete", ("sure", "true"), ("name", "keep"));
        Assert.Equal("/sign-in?deleted=yes", home);
        Assert.Contains("Your account is deleted", await visitor.ReadAsync(home!), StringComparison.Ordinal);
        await visitor.ReadAsync("/account", HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task The_click_of_the_demonstration_opens_no_account_that_has_a_password()
    {
        var id = await AddAsync("locked");
        using var visitor = Visitor.Come(site);
        var (status, _, _) = await visitor.PostAsync("/sign-in", "/sign-in/demo", ("account", id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(HttpStatusCode.NotFound, status);
        using var proxied = new HttpRequestMessage(HttpMethod.Get, "/sign-in") { Headers = { { "X-Forwarded-For", "203.0.113.9" } } };
        using var answer = await site.Client.SendAsync(proxied, Cancel);
        Assert.DoesNotContain("/sign-in/demo", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_survive_a_restart_since_their_keys_are_sealed_in_the_store()
    {
        using var visitor = Visitor.Come(site);
        await visitor.ReadAsync("/sign-in");
        await using var db = site.Store.Open();
        var row = db.ProtectionKeys.First();
        Assert.DoesNotContain("masterKey", System.Text.Encoding.UTF8.GetString(row.Sealed), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("masterKey", System.Text.Encoding.UTF8.GetString(Keys.Open(row.Sealed, $"protection_keys.sealed.{row.Name}")), StringComparison.OrdinalIgnoreCase);
    }

    private Task<long> AddAsync(string name) => TestAccounts.AddAsync(site.Store, name, site.App.Services.GetRequiredService<Passwords>().Hash(Password));

    private async Task<Visitor> SignInAsync(string name)
    {
        var visitor = Visitor.Come(site);
        var (status, _, _) = await visitor.PostAsync("/sign-in", "/sign-in", ("name", name), ("password", Password));
        Assert.Equal(HttpStatusCode.Redirect, status);
        return visitor;
    }

    private static byte[] Decode(string spelled)
    {
        var bits = string.Concat(spelled.Where(c => c != ' ').Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }
}
