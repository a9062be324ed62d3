using System.Text.RegularExpressions;
using OpenUpr.App.Features.Coalitions;
using OpenUpr.Coalitions;
using OpenUpr.Tests.Docs;

namespace OpenUpr.Tests.App;

public sealed partial class RoomTabsTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_group_of_several_pages_has_a_name_and_its_pages_stand_together()
    {
        var tabs = RoomTabs.Of(await AccessAsync("amara"));
        Assert.Equal(tabs.OrderBy(t => t.Group), tabs);
        Assert.Equal(tabs.Count, tabs.Select(t => t.Path).Distinct().Count());
        Assert.Empty(tabs.GroupBy(t => t.Group).Where(g => g.Count() > 1 && CoalitionText.Find($"Group_{g.Key}") is null).Select(g => g.Key));
    }

    [Fact]
    public async Task Every_page_of_a_room_belongs_to_a_line_of_the_menu()
    {
        var paths = RoomTabs.Of(await AccessAsync("amara")).Select(t => t.Path).ToHashSet();
        var features = Path.Combine(GeneratedDocs.Root, "src", "OpenUpr.App", "Features");
        var named = Directory.EnumerateFiles(features, "*.cshtml", SearchOption.AllDirectories).SelectMany(f => TabName().Matches(File.ReadAllText(f)).Select(m => (File: Path.GetFileName(f), Tab: m.Groups[1].Value))).ToList();
        Assert.InRange(named.Count, 20, 500);
        Assert.Equal([], named.FindAll(n => !paths.Contains(n.Tab)));
    }

    [Fact]
    public async Task The_menu_marks_the_page_and_its_group_and_shows_nobody_what_is_not_open_to_them()
    {
        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        var page = await lucas.ReadAsync("/coalitions/tovell-rights/people/2");
        Assert.Equal(2, Regex.Count(page, "<a href=\"/coalitions/tovell-rights/people\" aria-current=\"page\">"));
        Assert.Contains("<a href=\"/coalitions/tovell-rights/people\" aria-current=\"true\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/coalitions/tovell-rights/audit\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/coalitions/tovell-rights/reprisals\"", page, StringComparison.Ordinal);
    }

    private async Task<CoalitionAccess> AccessAsync(string name)
    {
        await using var db = site.Store.Open();
        return (await CoalitionAccess.FindAsync(site.Store, db.Accounts.Single(a => a.NormalisedName == name).Id, "tovell-rights", TestContext.Current.CancellationToken))!;
    }

    [GeneratedRegex("""ViewData\["Tab"\] = "([^"]*)";""")]
    private static partial Regex TabName();
}
