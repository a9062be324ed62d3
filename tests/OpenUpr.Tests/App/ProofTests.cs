using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Accounts;
using OpenUpr.Coalitions;
using OpenUpr.Demo;

namespace OpenUpr.Tests.App;

/// <summary>What cannot easily be taken back is asked of a person who has just shown that it is them.</summary>
public sealed class ProofTests(Site site) : IClassFixture<Site>
{
    private const string Room = $"/coalitions/{DemoCoalition.Slug}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_dangerous_is_done_from_a_computer_that_was_left_open_and_nothing_typed_is_lost()
    {
        using var amara = await RoomVisitor.SignInAsync(site, "amara");
        var (person, reader) = await PeopleAsync();
        (string Page, (string, string)[] Fields, string? Kept)[] acts =
        [
            ($"{Room}/people", [("name", "Typed before"), ("role", "contributor")], "Typed before"),
            ($"{Room}/hand-over", [("note", "Typed before")], "Typed before"),
            ($"{Room}/settings", [("name", "Typed before"), ("language", "en")], "Typed before"),
            ($"{Room}/people/{person}", [("act", "change"), ("name", "Typed before"), ("role", "secretariat")], "Typed before"),
            ($"{Room}/people/{person}", [("act", "leave")], null),
            ($"{Room}/people/{reader}", [("act", "close-log")], null),
        ];
        await ForgetProofAsync();
        var before = await StateAsync();
        foreach (var (page, fields, kept) in acts)
        {
            var (status, body, _) = await amara.SendAsync(page, fields);
            Assert.True(status == HttpStatusCode.BadRequest, $"{page} {fields[0]}: {status}");
            Assert.Contains("/account/prove", body, StringComparison.Ordinal);
            Assert.True(kept is null || page.EndsWith("hand-over", StringComparison.Ordinal) || body.Contains(kept, StringComparison.Ordinal), $"{page} lost what was typed");
        }

        Assert.Equal(before, await StateAsync());
        var (proved, _, _) = await amara.SendAsync("/account/prove", ("return", "/account"));
        Assert.Equal(HttpStatusCode.Redirect, proved);
        Assert.Equal(HttpStatusCode.OK, (await amara.SendAsync($"{Room}/people", ("name", "Typed before"), ("role", "contributor"))).Status);
        Assert.NotEqual(before, await StateAsync());
    }

    private async Task ForgetProofAsync()
    {
        await using var db = site.Store.Open();
        var old = TimeProvider.System.GetUtcNow() - AccountSessions.ProofLasts - TimeSpan.FromSeconds(1);
        await db.SignIns.ExecuteUpdateAsync(s => s.SetProperty(x => x.ProvedAt, old), Cancel);
    }

    private async Task<CoalitionAccess> AccessAsync()
    {
        await using var db = site.Store.Open();
        return (await CoalitionAccess.FindAsync(site.Store, db.Accounts.Single(a => a.NormalisedName == "amara").Id, DemoCoalition.Slug, Cancel))!;
    }

    private async Task<(long Person, long Reader)> PeopleAsync()
    {
        var people = await People.ListAsync(site.Store, await AccessAsync(), Cancel);
        return (people.First(p => p.Role == CoalitionRole.Contributor && p.HasAccount).Id, people.First(p => p.ReadsReprisals).Id);
    }

    /// <summary>All that the acts would change.</summary>
    private async Task<string> StateAsync()
    {
        var access = await AccessAsync();
        var people = (await People.ListAsync(site.Store, access, Cancel)).Select(p => $"{p.Id} {p.Name} {p.Role} {p.LeftAt} {p.ReadsReprisals}");
        await using var db = site.Store.Open(access);
        var terms = await db.SecretariatTerms.CountAsync(t => t.HandedOverAt != null, Cancel);
        return $"{string.Join('\n', people)}\n{terms}\n{(await Profiles.ReadAsync(site.Store, access, Cancel)).Coalition.Name}";
    }
}
