using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenUpr.Accounts;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Demo;
using OpenUpr.Storage;
using OpenUpr.Tests.App.Accounts;

namespace OpenUpr.Tests.App.Attacks;

/// <summary>What the site writes into its log while people sign in, join and send, and while all of that fails: no secret, no address, no word of theirs.</summary>
public sealed class LogTests
{
    private const string Password = "Zuleika-Quist-9-Harbour";
    private const string Words = "They took the printer away at dawn";
    private const string Contact = "river@sender.example";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_log_holds_no_secret_even_when_everything_fails()
    {
        await using var site = await Site.StartAsync(options => options);
        using var log = new KeptLines();
        site.App.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        using var visitor = Visitor.Come(site);
        var (used, waiting) = (await InviteAsync(site), await InviteAsync(site));
        List<string> secrets = [used.Token, used.Code, waiting.Token, waiting.Code, waiting.Code.Replace("-", "", StringComparison.Ordinal), Password, Words, Contact, DemoEvidence.Code, "127.0.0.1", "demo-guess-here"];

        await visitor.PostAsync("/sign-in", "/sign-in", ("name", "zuleika"), ("password", Password));
        await visitor.PostAsync("/join", "/join", ("code", used.Code));
        var joined = await visitor.PostAsync($"/join/{waiting.Token}", $"/join/{waiting.Token}", ("name", "zuleika"), ("display", "Z."), ("password", Password));
        Assert.Equal(HttpStatusCode.Redirect, joined.Status);
        secrets.Add(visitor.Session!);
        await visitor.PostAsync("/account/code", "/account/code", ("code", "000000"));
        await DropAsync(visitor, HttpStatusCode.OK);

        await using (var db = site.Store.OpenWhole())
        {
            foreach (var sql in new[] { "PRAGMA foreign_keys = OFF", "DROP TABLE invitations", "DROP TABLE drop_box_doors", "DROP TABLE sign_ins", "DROP TABLE accounts" })
            {
                await db.Database.ExecuteSqlRawAsync(sql, Cancel);
            }
        }

        await DropAsync(visitor, HttpStatusCode.InternalServerError);
        foreach (var address in new[] { $"/join/{used.Token}", "/account", "/send/demo-guess-here", $"/coalitions/{DemoCoalition.Slug}?return={waiting.Token}" })
        {
            using var response = await visitor.GetAsync(address);
            Assert.True(response.StatusCode >= HttpStatusCode.InternalServerError, $"{address} gave {response.StatusCode}");
            var body = await response.Content.ReadAsStringAsync(Cancel);
            Assert.All(secrets, s => Assert.DoesNotContain(s, body, StringComparison.OrdinalIgnoreCase));
        }

        Assert.NotEmpty(log.Lines);
        Assert.All(secrets, secret => Assert.DoesNotContain(log.Lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    private static async Task DropAsync(Visitor visitor, HttpStatusCode expected)
    {
        using var form = new MultipartFormDataContent { { new StringContent(Words), "text" }, { new StringContent(Contact), "contact" } };
        using var sent = await visitor.Client.PostAsync(new Uri($"/send/{DemoEvidence.Code}", UriKind.Relative), form, Cancel);
        Assert.True(sent.StatusCode == expected || (int)expected >= 500 && (int)sent.StatusCode >= 500, $"gave {sent.StatusCode}");
    }

    private static async Task<InvitationKeys> InviteAsync(Site site)
    {
        await using var db = site.Store.Open();
        await using var transaction = await db.BeginWriteAsync(Cancel);
        var made = await Invitations.AddAsync(db, site.App.Services.GetRequiredService<Keyring>(), TimeProvider.System, new NewInvitation(Invitation.Person), Cancel);
        await transaction.CommitAsync(Cancel);
        return made;
    }
}
