using System.Net;
using System.Text;
using OpenUpr.Coalitions;

namespace OpenUpr.Tests.App;

/// <summary>Bringing a sheet, closing a coalition, and the operator's word on founding, as people do it.</summary>
public sealed class MovingPageTests(Site site) : IClassFixture<Site>
{
    private const string Room = "/coalitions/tovell-rights";

    [Fact]
    public async Task A_sheet_is_brought_looked_at_and_taken()
    {
        using var amara = await RoomVisitor.SignInAsync(site, "amara");
        var (status, _, location) = await amara.SendFileAsync($"{Room}/import", "members.csv", Encoding.UTF8.GetBytes("Nom;Rôle;Téléphone\nDalia Rahmani;observatrice;12\nSomeone;nobody's;13\n"), ("kind", "people"));
        Assert.Equal(HttpStatusCode.SeeOther, status);
        var page = await amara.ReadAsync(location!);
        Assert.Contains("<option value=\"name\" selected=\"selected\">", page, StringComparison.Ordinal);
        var number = location!.Split('=')[1];
        (string, string)[] columns = [("number", number), ("column-0", "name"), ("column-1", "role")];

        var (_, refused, _) = await amara.SendAsync(location, [.. columns, ("act", "take")]);
        Assert.Contains("Rôle, 'nobody's': Write secretariat", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"take\"", refused, StringComparison.Ordinal);
        var (twice, problem, _) = await amara.SendAsync(location, [("number", number), ("column-0", "name"), ("column-1", "name"), ("act", "check")]);
        Assert.Equal(HttpStatusCode.BadRequest, twice);
        Assert.Contains("Two columns are Name", problem, StringComparison.Ordinal);

        // Without the column of roles everybody is a contributor.
        var (_, shown, _) = await amara.SendAsync(location, [("number", number), ("column-0", "name"), ("act", "check")]);
        Assert.Contains("Rows that would come in: 2", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Dalia Rahmani", await amara.ReadAsync($"{Room}/people"), StringComparison.Ordinal);
        var (done, ways, _) = await amara.SendAsync(location, [("number", number), ("column-0", "name"), ("act", "take")]);
        Assert.Equal(HttpStatusCode.OK, done);
        Assert.Matches("Dalia Rahmani</th><td[^>]*><span>http://127[^<]+/join/[A-Za-z0-9_-]{43}</span></td><td[^>]*><span>[0-9A-Z]{4}-", ways);
        Assert.Contains("Dalia Rahmani", await amara.ReadAsync($"{Room}/people"), StringComparison.Ordinal);
        await amara.ReadAsync(location, HttpStatusCode.NotFound);

        using var lucas = await RoomVisitor.SignInAsync(site, "lucas");
        await lucas.ReadAsync($"{Room}/import", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_file_that_is_no_sheet_is_refused_in_words()
    {
        using var amara = await RoomVisitor.SignInAsync(site, "amara");
        var (status, body, _) = await amara.SendFileAsync($"{Room}/import", "members.xlsx", "PK\u0003\u0004 not really"u8.ToArray(), ("kind", "people"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("role=\"alert\"", body, StringComparison.Ordinal);
        var (large, words, _) = await amara.SendFileAsync($"{Room}/import", "members.csv", new byte[6 * 1024 * 1024], ("kind", "people"));
        Assert.Equal(HttpStatusCode.BadRequest, large);
        Assert.Contains("5 MB", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_asks_for_the_name_and_can_be_taken_back()
    {
        using var petra = await RoomVisitor.SignInAsync(site, "petra");
        const string Page = "/coalitions/arvenia-watch/closing";
        var (wrong, _, _) = await petra.SendAsync(Page, ("act", "close"), ("name", "something"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong);
        await using var db = site.Store.Open();
        var name = db.Coalitions.Single(c => c.Slug == "arvenia-watch").Name;
        Assert.Equal(HttpStatusCode.SeeOther, (await petra.SendAsync(Page, ("act", "close"), ("name", name))).Status);
        Assert.Contains("This coalition is being closed", await petra.ReadAsync(Page), StringComparison.Ordinal);
        Assert.Contains("This coalition is being closed", await petra.ReadAsync("/coalitions/arvenia-watch"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await petra.SendAsync(Page, ("act", "keep"))).Status);
        Assert.Contains(Closing.TermDays.ToString(System.Globalization.CultureInfo.InvariantCulture), await petra.ReadAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_operator_says_who_may_found_and_the_page_says_so_plainly()
    {
        using var amara = await RoomVisitor.SignInAsync(site, "amara");
        using var noor = await RoomVisitor.SignInAsync(site, "noor");
        Assert.Equal(HttpStatusCode.SeeOther, (await amara.SendAsync("/operator/founding", ("who", "operators"))).Status);
        Assert.Contains("only some accounts may found", await noor.ReadAsync("/coalitions/new"), StringComparison.Ordinal);
        Assert.DoesNotContain("only some accounts may found", await amara.ReadAsync("/coalitions/new"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await amara.SendAsync("/operator/founding", ("who", "named"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await amara.SendAsync("/operator/founding", ("who", "everyone"))).Status);
        Assert.DoesNotContain("only some accounts may found", await noor.ReadAsync("/coalitions/new"), StringComparison.Ordinal);
    }
}
