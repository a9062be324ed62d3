using OpenUpr.Coalitions;

namespace OpenUpr.Tests.App;

public sealed class AuditRoomPageTests(Site site) : IClassFixture<Site>
{
    private const string Room = "/coalitions/tovell-rights";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_log_reads_as_sentences_names_no_sealed_case_and_its_file_keeps_the_codes()
    {
        using var amara = await RoomVisitor.SignInAsync(site, "amara");
        Assert.Contains($"<strong>Amara Delisle</strong> added the case <a href=\"{Room}/evidence/1\">Heron 1</a>", await amara.ReadAsync($"{Room}/audit?thing=evidence-case"), StringComparison.Ordinal);
        await SealFirstCaseAsync();

        var page = await amara.ReadAsync($"{Room}/audit?thing=evidence-case");
        Assert.DoesNotContain("Heron 1", page, StringComparison.Ordinal);
        Assert.DoesNotContain("evidence.add", page, StringComparison.Ordinal);
        Assert.Contains("<strong>Amara Delisle</strong> added the case ", page, StringComparison.Ordinal);
        Assert.Contains(",evidence.add,evidence-case,", await amara.ReadAsync($"{Room}/audit.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_is_chosen_by_person_kind_and_time_and_says_so_when_nothing_fits()
    {
        using var amara = await RoomVisitor.SignInAsync(site, "amara");
        var boxes = await amara.ReadAsync($"{Room}/audit?thing=drop-box");
        Assert.Contains("opened the drop box", boxes, StringComparison.Ordinal);
        Assert.DoesNotContain("added the case", boxes, StringComparison.Ordinal);
        Assert.Contains("No entry fits what you chose.", await amara.ReadAsync($"{Room}/audit?to=2001-01-01"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rooms_search_finds_the_recommendations_that_its_clusters_own()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        Assert.Contains("Recommendation of the cluster", await lucas.ReadAsync($"{Room}/search?q=execution"), StringComparison.Ordinal);
    }

    private async Task SealFirstCaseAsync()
    {
        await using var outside = site.Store.Open();
        var access = (await CoalitionAccess.FindAsync(site.Store, outside.Accounts.Single(a => a.NormalisedName == "amara").Id, "tovell-rights", Cancel))!;
        await using var db = site.Store.Open(access);
        await using var transaction = await db.BeginWriteAsync(Cancel);
        db.EvidenceCases.Single(c => c.Id == 1).IsSealed = true;
        await db.SaveChangesAsync(Cancel);
        await transaction.CommitAsync(Cancel);
    }
}
