using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp;
using OpenUpr.FollowUp.Actions;

namespace OpenUpr.Tests.App.Sheets;

/// <summary>
/// Twenty differently shaped sheets of a national mechanism, each walked through the real site as a person would: brought, looked at, corrected where the suggestion is wrong, taken. Counts what a person has to do, and asserts
/// that every action came with its ministry and dates and that every cell is accounted for. OPENUPR_WRITE_SHEETS=1 writes the table to perf/results/sheets.md.
/// </summary>
public sealed partial class SheetWalkTests(Site site) : IClassFixture<Site>
{
    private const string Follow = "/coalitions/tovell-rights/follow-up/1";

    /// <summary>Choices that are changed and buttons that are pressed.</summary>
    private const int MostClicks = 10;

    private readonly List<string> _wrong = [];

    [Fact]
    public async Task Twenty_sheets_of_other_shapes_come_in_with_few_clicks_and_no_cell_is_lost()
    {
        using var noor = await RoomVisitor.SignInAsync(site, "noor");
        var table = new StringBuilder();
        foreach (var sample in Samples.All.Append(Samples.NextQuarter))
        {
            table.AppendLine(await WalkAsync(noor, sample));
        }

        Assert.Empty(_wrong);
        Assert.Equal(20, Samples.All.Select(s => s.Odd).Distinct().Count());
        if (Environment.GetEnvironmentVariable("OPENUPR_WRITE_SHEETS") == "1")
        {
            await WriteAsync(table.ToString());
        }
    }

    private async Task<string> WalkAsync(RoomVisitor visitor, Sample sample)
    {
        var (status, body, look) = await visitor.SendFileAsync(Follow + "/actions/sheet", sample.File, sample.Content);
        Check(status == HttpStatusCode.SeeOther, sample, $"upload gave {status}: {Regex.Match(body, "role=\"alert\">.*?</div>").Value}");
        if (look is null)
        {
            return "";
        }

        var (clicks, page) = (1, await visitor.ReadAsync(look));
        var fields = Fields(page);
        var changes = sample.Choices.Where(c => c.Field != "leave").ToList();
        foreach (var (field, value) in changes)
        {
            // A word of a column that is only now one of states appears when the page is looked at again.
            if (field.StartsWith("word=", StringComparison.Ordinal) && !fields.ContainsKey(field) && clicks > 1)
            {
                (clicks, page) = (clicks + 1, (await visitor.SendToAsync(look, Follow + "/actions/sheet/look", [.. fields.Select(f => (f.Key, f.Value)), ("act", "look")])).Body);
                fields = Fields(page);
            }

            Check(fields.ContainsKey(field) || !field.StartsWith("word=", StringComparison.Ordinal), sample, $"no field {field}");
            fields[field] = value;
            clicks++;
        }

        if (changes.Count > 0)
        {
            (clicks, page) = (clicks + 1, (await visitor.SendToAsync(look, Follow + "/actions/sheet/look", [.. fields.Select(f => (f.Key, f.Value)), ("act", "look")])).Body);
            fields = Fields(page);
        }

        var counts = Counts().Match(page);
        var (taken, kept, listed) = (Number(counts, 1), Number(counts, 2), Number(counts, 3));
        Check(taken + kept + listed == sample.Filled, sample, $"{taken} + {kept} + {listed} cells of {sample.Filled}");
        if (page.Contains("name=\"leave\"", StringComparison.Ordinal))
        {
            fields["leave"] = "yes";
            clicks++;
        }

        Check(page.Contains("name=\"leave\"", StringComparison.Ordinal) == sample.Choices.Any(c => c.Field == "leave"), sample, $"leave: {string.Join(" | ", Left().Matches(page).Select(m => m.Groups[1].Value + " " + m.Groups[2].Value))}");
        var (done, answer, to) = await visitor.SendToAsync(look, Follow + "/actions/sheet/look", [.. fields.Select(f => (f.Key, f.Value)), ("act", "take")]);
        clicks++;
        Check(done == HttpStatusCode.SeeOther, sample, $"take gave {done}: {Regex.Match(answer, "role=\"alert\">.*?</div>").Value}");
        Check(clicks < MostClicks, sample, $"{clicks} clicks");
        if (to is not null)
        {
            var list = await visitor.ReadAsync($"{Follow}/actions/sheet/left.csv?number={Regex.Match(to, "left=(\\d+)").Groups[1].Value}");
            Check(Regex.Count(list, "\r\n") - 1 == listed, sample, $"the list has {Regex.Count(list, "\r\n") - 1} cells, not {listed}");
        }

        await HoldsAsync(sample);
        return string.Create(CultureInfo.InvariantCulture, $"| {sample.Name} | {sample.Odd} | {clicks} | {sample.Holds.Length} | {sample.Filled} | {taken} | {kept} | {listed} |");
    }

    private async Task HoldsAsync(Sample sample)
    {
        await using var db = site.Store.Open();
        var access = await CoalitionAccess.ForUpkeepAsync(site.Store, db.Coalitions.Single(c => c.Slug == "tovell-rights").Id, TestContext.Current.CancellationToken);
        var follow = (await FollowRows.ReadAsync(site.Store, access, 1, TestContext.Current.CancellationToken))!;
        var matrix = await ActionRows.ReadAsync(site.Store, access, follow, TestContext.Current.CancellationToken);
        foreach (var held in sample.Holds)
        {
            var found = matrix.Actions.Where(a => a.Entry.Text == held.Text).ToList();
            Check(found.Count == 1, sample, $"{found.Count} actions “{held.Text}”");
            foreach (var action in found)
            {
                var said = (action.Entry.Ministry, Day(action.Entry.From), Day(action.Entry.To), action.Entry.State, string.Join(' ', action.Rows.Select(r => r.Row.Number).Order(StringComparer.Ordinal)));
                var wanted = (held.Ministry, held.From, held.To, held.State, string.Join(' ', held.Numbers.Order(StringComparer.Ordinal)));
                Check(said == wanted, sample, $"{said} instead of {wanted}");
            }
        }
    }

    private void Check(bool holds, Sample sample, string what)
    {
        if (!holds)
        {
            _wrong.Add($"{sample.Name}: {what}");
        }
    }

    /// <summary>The form as a browser would send it, without its buttons.</summary>
    private static Dictionary<string, string> Fields(string page)
    {
        var fields = new Dictionary<string, string>();
        foreach (var match in Inputs().Matches(page).Cast<Match>().Where(m => m.Groups["name"].Value is not "leave" and not "__RequestVerificationToken" && (!m.Value.Contains("checkbox", StringComparison.Ordinal) || m.Value.Contains(" checked", StringComparison.Ordinal))))
        {
            fields[match.Groups["name"].Value] = match.Groups["value"].Value;
        }

        foreach (var match in Selects().Matches(page).Cast<Match>())
        {
            fields[match.Groups["name"].Value] = Regex.Match(match.Groups["options"].Value, "<option value=\"([^\"]*)\" selected").Groups[1].Value;
        }

        return fields;
    }

    private static int Number(Match match, int group) => int.TryParse(match.Groups[group].Value, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Task WriteAsync(string rows)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OpenUpr.slnx")))
        {
            folder = folder.Parent!;
        }

        return File.WriteAllTextAsync(Path.Combine(folder.FullName, "perf", "results", "sheets.md"), $"""
            # Sheets of actions, brought as they are

            Twenty sheets that we made, about the fictional State of the demonstration, each walked through the real site over HTTP as a person would. Clicks are the choices changed from what the page suggests and the buttons
            pressed: “Look at it”, “Look again” where a choice was changed, the box that leaves cells out where any are, “Take it”. Every cell that holds anything is taken, kept as a note of its action, or listed with its place
            and reason; the test asserts that the three make up all cells, that every action is there with its body, times, state and recommendations, and that fewer than ten clicks were needed.

            `OPENUPR_WRITE_SHEETS=1 dotnet test tests/OpenUpr.Tests --filter FullyQualifiedName~SheetWalkTests`

            | sheet | what is odd | clicks | actions | cells | taken | kept as notes | listed |
            |---|---|---|---|---|---|---|---|
            {rows}
            """.ReplaceLineEndings("\n"), TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("<input (?=[^>]*type=\"(?:hidden|checkbox)\")(?=[^>]*name=\"(?<name>[^\"]+)\")(?=[^>]*value=\"(?<value>[^\"]*)\")[^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("<select[^>]*name=\"(?<name>[^\"]+)\"[^>]*>(?<options>.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Selects();

    [GeneratedRegex("Cells of the file: (\\d+) taken, (\\d+) kept as notes, (\\d+) listed")]
    private static partial Regex Counts();

    [GeneratedRegex("<tr><th scope=\"row\">([^<]*)</th><td data-label=\"What stands there\">([^<]*)</td>")]
    private static partial Regex Left();
}
