using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenUpr.Coalitions;
using OpenUpr.Planning.Outreach;
using OpenUpr.Storage;
using OpenUpr.Tests.App;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Planning.Outreach;

/// <summary>
/// Server time of the pages of contacts with 10,000 of them. Slow and for a quiet machine: it runs where OPENUPR_MEASURE is set, and writes the
/// medians to the test's output.
/// </summary>
public sealed class ContactMeasure(ITestOutputHelper output)
{
    private const int Contacts = 10_000;
    private const int Rounds = 15;
    private const int MostMilliseconds = 100;
    private const string Room = "/coalitions/tovell-rights";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task Pages_answer_within_100_ms_with_10000_contacts(Provider provider)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("OPENUPR_MEASURE") is { Length: > 0 }, "Set OPENUPR_MEASURE to measure.");
        await using var place = await TestStores.CreateAsync(provider, OpenUpr.Reviews.World.Demo);
        await using var site = await Site.StartAsync(options => options with { Location = place.Store.Location });
        await FillAsync(site);
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        var slow = new List<string>();
        foreach (var path in new[]
        {
            "/contacts", "/contacts?q=person%2077", "/contacts?q=zzz", "/contacts?view=follow-up", "/contacts?view=successor&page=100", "/contacts?group=Africa&kind=mission", "/contacts/1", "/contacts/1/letter?kind=thanks", "/contacts/briefing", "/events", "/events/1", "/consultation/1", "/search?q=person",
        })
        {
            var clock = Stopwatch.StartNew();
            await lucas.ReadAsync(Room + path);
            var first = clock.Elapsed.TotalMilliseconds;
            var times = new List<double>();
            for (var i = 0; i < Rounds; i++)
            {
                clock.Restart();
                await lucas.ReadAsync(Room + path);
                times.Add(clock.Elapsed.TotalMilliseconds);
            }

            times.Sort();
            output.WriteLine($"{provider} {path}: first {first:F0} ms, median {times[Rounds / 2]:F1} ms, worst {times[^1]:F1} ms");
            if (times[Rounds / 2] > MostMilliseconds)
            {
                slow.Add($"{path} {times[Rounds / 2]:F0} ms");
            }
        }

        Assert.Equal([], slow);
    }

    private static async Task FillAsync(Site site)
    {
        var rooms = site.App.Services.GetRequiredService<Rooms>();
        await using var db = site.Store.Open();
        var access = (await CoalitionAccess.FindAsync(site.Store, db.Accounts.Single(a => a.NormalisedName == "amara").Id, "tovell-rights", Cancel))!;
        var states = site.Store.Reference.States.Select(s => s.Iso3).ToList();
        var wishes = Enumerable.Range(1, Contacts).Select(i => new ReadContact(i, new ContactWish(
            i % 3 == 0 ? "mission" : "embassy", $"Person {i} Surname{i * 7919 % 10007}", states[i % states.Count], i % 2 == 0 ? "Geneva" : "San Merrow", $"Secretary {i % 40}, human rights", null, "en", "A list", "2026-01-02", i % 50 == 0, i % 97 == 0,
            new ContactSecrets($"p{i}@example.org", "+000", Notes: "Met at the pre-session, wants one page.")))).ToList();
        foreach (var part in wishes.Chunk(ContactFile.MaxContacts))
        {
            Assert.True((await ContactImport.SaveAsync(rooms, access, part, true, null, Cancel)).IsDone);
        }

        await using var inside = site.Store.Open(access);
        await using var transaction = await inside.BeginWriteAsync(Cancel);
        var first = await inside.TakeIdsAsync(Counters.ContactEvents, 2_000, Cancel);
        await inside.BulkInsertAsync([.. Enumerable.Range(0, 2_000).Select(i => new ContactEvent { Id = first + i, CoalitionId = access.CoalitionId, ContactId = 100 + i, Kind = "sent", On = rooms.Today, Words = [], FollowUpOn = rooms.Today.AddDays(i % 30), EnteredAt = rooms.Time.GetUtcNow() })], Cancel);
        await transaction.CommitAsync(Cancel);
    }
}
