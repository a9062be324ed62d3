using System.Net;
using OpenUpr.Demo;

namespace OpenUpr.Tests.App.Attacks;

/// <summary>Attempts that have broken other sites. Each leaks nothing, changes nothing and costs the site nothing; together they are more than two hundred.</summary>
[Collection(nameof(RoomsSite))]
public sealed class AttackTests(RoomsSite rooms)
{
    private static readonly string[] s_private = ["/coalitions/tovell-rights", "/coalitions/tovell-rights/audit", "/coalitions/tovell-rights/audit.csv", "/coalitions/tovell-rights/members", "/coalitions/tovell-rights/evidence", "/operator/backups", "/account", "/curate"];

    /// <summary>Ways to write a path so that one part of a program takes it for another than the next part does.</summary>
    private static readonly Func<string, string>[] s_disguises =
    [
        p => p, p => p.ToUpperInvariant(), p => p + "/", p => "/" + p, p => "/." + p, p => "/assets/.." + p, p => "/assets/..%2f" + p[1..], p => p.Replace("/", "%2f", StringComparison.Ordinal).Insert(0, "/"),
        p => p + "%00", p => p + ";x=y", p => p + "%20", p => p + "?coalition=tovell-rights", p => p + "#x", p => p + ".json", p => p.Replace("a", "%61", StringComparison.Ordinal), p => p.Replace("/", "\\", StringComparison.Ordinal).Insert(0, "/"),
        p => "http://127.0.0.1" + p, p => "/%2e%2e" + p, p => "/states/.." + p, p => p.Replace("o", "%d0%be", StringComparison.Ordinal),
    ];

    /// <summary>Headers by which proxies tell a program what was asked for; nobody here is a proxy.</summary>
    private static readonly (string Name, string Value)[] s_headers =
    [
        ("X-Original-URL", "/operator/backups"), ("X-Rewrite-URL", "/operator/backups"), ("X-HTTP-Method-Override", "GET"), ("X-Method-Override", "DELETE"), ("X-Forwarded-User", "amara"), ("X-Remote-User", "amara"),
        ("Remote-User", "amara"), ("X-Forwarded-For", "127.0.0.1"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "evil.example"), ("Forwarded", "for=127.0.0.1;host=evil.example;proto=https"), ("X-Real-IP", "127.0.0.1"),
        ("Authorization", "Basic YW1hcmE6YW1hcmE="), ("Authorization", "Bearer eyJhbGciOiJub25lIn0.e30."), ("X-Api-Key", "amara"), ("Referer", "http://127.0.0.1/operator"), ("Origin", "null"), ("X-Forwarded-Prefix", "/operator"), ("X-Custom-IP-Authorization", "127.0.0.1"),
    ];

    private static readonly string[] s_tokens =
    [
        "", "0", "null", "undefined", "admin", "' OR '1'='1", "1 OR 1=1 --", "../../etc/passwd", "amara", "1", "%00", "true", "[]", "{}", "a=b", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "eyJhbGciOiJub25lIn0.e30.", "\"; DROP TABLE sign_ins; --", "<script>alert(1)</script>",
    ];

    private static readonly string[] s_elsewhere =
    [
        "https://evil.example", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "https:evil.example", "http:/\\evil.example", "javascript:alert(1)", "data:text/html,x", "/\t/evil.example",
        "/\n/evil.example", "%2f%2fevil.example", "https://127.0.0.1@evil.example", "//127.0.0.1:80@evil.example", "/%5cevil.example", "evil.example", " //evil.example", "/x\r\nSet-Cookie: a=b", "/x%0d%0aSet-Cookie:%20a=b", "//[::1]@evil.example", "/\u2028/evil.example", "\u0000//evil.example",
    ];

    private static readonly string[] s_files =
    [
        "..%2f..%2fappsettings.json", "..%5c..%5copenupr.db", "%2e%2e/%2e%2e/openupr.db", "....//....//openupr.db", "/etc/passwd", "%2fetc%2fpasswd", "C:%5cwindows%5cwin.ini", "openupr.db", "demo.key", "../demo.key", "./../openupr.db", "site.css%00.txt", "site.css/../../demo.key", "%252e%252e%252fdemo.key", "..%c0%af..%c0%afdemo.key", "file:%2f%2f%2fetc%2fpasswd",
    ];

    [Fact]
    public async Task No_disguise_of_a_private_address_opens_it_to_somebody_who_is_not_signed_in()
    {
        var wrong = new List<string>();
        foreach (var address in from path in s_private from disguise in s_disguises select disguise(path))
        {
            var line = await rooms.Site.SendRawAsync($"GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
            if (line.Contains(" 200 ", StringComparison.Ordinal) || line.Contains(" 500 ", StringComparison.Ordinal))
            {
                wrong.Add($"{address}: {line}");
            }
        }

        Assert.Equal([], wrong);
        Assert.True(s_private.Length * s_disguises.Length >= 150);
    }

    [Fact]
    public async Task No_header_makes_a_stranger_somebody_else()
    {
        var wrong = new List<string>();
        foreach (var header in s_headers)
        {
            foreach (var (person, address) in new[] { (RoomsSite.Anonymous, "/operator/backups"), (RoomsSite.Stranger, "/coalitions/tovell-rights/audit"), (RoomsSite.Stranger, "/operator/backups") })
            {
                using var response = await rooms.SendAsync(rooms[person], HttpMethod.Get, address, null, null, header);
                var isTurnedAway = person == RoomsSite.Stranger ? response.StatusCode == HttpStatusCode.NotFound
                    : response.StatusCode == HttpStatusCode.SeeOther && response.Headers.Location!.OriginalString.StartsWith("/sign-in?return=", StringComparison.Ordinal);
                if (!isTurnedAway && response.StatusCode != HttpStatusCode.BadRequest)
                {
                    wrong.Add($"{header.Name} to {address} as {person}: {(int)response.StatusCode}");
                }
            }
        }

        Assert.Equal([], wrong);
    }

    [Fact]
    public async Task No_made_up_session_is_one()
    {
        var real = rooms["amara"].Token!;
        string[] tokens = [.. s_tokens, real[..^1], real + "A", real.ToUpperInvariant(), real[..^1] + (real[^1] == 'A' ? 'B' : 'A'), $" {real}x", rooms[RoomsSite.Expired].Token!];
        foreach (var token in tokens)
        {
            using var response = await rooms.SendAsync(new RoomsSite.Person("x", token, null, false, false), HttpMethod.Get, "/operator/backups");
            Assert.True(response.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.BadRequest, $"{token} gave {response.StatusCode}");
        }
    }

    [Fact]
    public async Task A_session_begins_under_a_new_token_and_never_under_one_that_was_sent()
    {
        const string Planted = "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB";
        var planted = new RoomsSite.Person("x", Planted, null, false, false);
        var (token, cookie) = await rooms.FormAsync(planted);
        await using var db = rooms.Site.Store.Open();
        var account = db.Accounts.Single(a => a.NormalisedName == "tomas").Id;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["account"] = account.ToString(System.Globalization.CultureInfo.InvariantCulture), ["return"] = "https://evil.example" });
        using var response = await rooms.SendAsync(planted, HttpMethod.Post, "/sign-in/demo", form, cookie);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.StartsWith("/", response.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var set = response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("openupr=", StringComparison.Ordinal));
        Assert.DoesNotContain(Planted, set, StringComparison.Ordinal);
        Assert.Contains("httponly", set, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", set, StringComparison.OrdinalIgnoreCase);
        using var with = await rooms.SendAsync(planted, HttpMethod.Get, "/account");
        Assert.Equal(HttpStatusCode.SeeOther, with.StatusCode);
    }

    [Fact]
    public async Task Signing_in_leads_to_no_other_site()
    {
        await using var db = rooms.Site.Store.Open();
        var account = db.Accounts.Single(a => a.NormalisedName == "tomas").Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var nobody = rooms[RoomsSite.Anonymous];
        var (token, cookie) = await rooms.FormAsync(nobody);
        foreach (var address in s_elsewhere)
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["account"] = account, ["return"] = address });
            using var response = await rooms.SendAsync(nobody, HttpMethod.Post, "/sign-in/demo", form, cookie);
            var location = response.Headers.Location?.OriginalString ?? "/";
            Assert.True((int)response.StatusCode < 500 && location.StartsWith('/') && !location.StartsWith("//", StringComparison.Ordinal) && !location.Contains('\\', StringComparison.Ordinal), $"{address} gave {response.StatusCode} and led to {location}");
            Assert.DoesNotContain(response.Headers, h => h.Key == "Set-Cookie" && h.Value.Any(v => v.StartsWith("a=", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task No_address_of_a_file_leads_out_of_the_sites_own()
    {
        foreach (var address in from root in new[] { "/assets/", "/data/", "/coalitions/" } from file in s_files select root + file)
        {
            var line = await rooms.Site.SendRawAsync($"GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
            Assert.False(line.Contains(" 200 ", StringComparison.Ordinal) || line.Contains(" 500 ", StringComparison.Ordinal), $"{address}: {line}");
        }
    }

    [Fact]
    public async Task Filters_of_the_log_are_values_and_never_a_query()
    {
        foreach (var value in new[] { "' OR 1=1 --", "1;DROP TABLE audit_entries", "%27%20UNION%20SELECT", "<script>alert(1)</script>", "\"onmouseover=alert(1) x=\"", "{{7*7}}", "${7*7}", "%s%s%s", new string('9', 400), "-1", "0x10", "1e9", "\u0000", "../..", "=cmd|' /C calc'!A0" })
        {
            foreach (var name in new[] { "who", "deed", "thing", "id", "from", "to", "before" })
            {
                using var response = await rooms.SendAsync(rooms["amara"], HttpMethod.Get, $"/coalitions/{DemoCoalition.Slug}/audit?{name}={Uri.EscapeDataString(value)}");
                Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{name}={value} gave {response.StatusCode}");
                Assert.DoesNotContain("<script>alert(1)", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            }
        }
    }
}
