using Microsoft.EntityFrameworkCore;
using OpenUpr.Import;
using OpenUpr.Tests.Storage;
using Xunit;

namespace OpenUpr.Tests.Import;

/// <summary>Bad rows between good ones: what refuses a row, what makes it doubtful, and that the rest is stored.</summary>
public sealed class RowRuleTests
{
    private static readonly (string Case, ExportLine Line, string? Column, string Says)[] RefusedCases =
    [
        ("an unknown State under review", new() { To = "Ruritania" }, "To", "'Ruritania' is not a State"),
        ("a misspelt State", new() { From = "Frence" }, "From", "Did you mean 'France'?"),
        ("no State under review", new() { To = "" }, "To", "No State is named"),
        ("an unknown State under review by name", new() { To = "(Unknown)" }, "To", "is not a State"),
        ("an observer under review", new() { To = "Holy See" }, "To", "observer"),
        ("no recommending State", new() { From = "" }, "From", "No State is named"),
        ("an unknown response", new() { Response = "Maybe" }, "Response", "'Maybe' is not a known response"),
        ("no response", new() { Response = "" }, "Response", "known are Accepted"),
        ("action 6", new() { Action = "6" }, "Action", "from 1 to 5"),
        ("action 0", new() { Action = "0" }, "Action", "from 1 to 5"),
        ("action 4.5", new() { Action = "4.5" }, "Action", "from 1 to 5"),
        ("no action", new() { Action = "" }, "Action", "from 1 to 5"),
        ("an unknown issue", new() { Issue = "Labour,Space travel" }, "Issue", "'Space travel' is not an issue"),
        ("a misspelt issue", new() { Issue = "Womens' right" }, "Issue", "Did you mean 'Women's rights'?"),
        ("hundreds of issues", new() { Issue = string.Join(',', Enumerable.Repeat("Labour", 300)) }, "Issue", "300 issues"),
        ("session 99", new() { Session = "99" }, "Session", "'99' is not a session"),
        ("session 1e9", new() { Session = "1e9" }, "Session", "'1e9'"),
        ("a negative session", new() { Session = "-7" }, "Session", "'-7'"),
        ("session seven in Arabic digits", new() { Session = "٧" }, "Session", "is not a session"),
        ("no session", new() { Session = "" }, "Session", "is not a session"),
        ("no text", new() { Text = "" }, "Text", "no text"),
        ("a text of white space", new() { Text = " \u00A0\t " }, "Text", "no text"),
        ("a text of 60,000 characters", new() { Text = new string('x', 60_000) }, "Text", "60,000 characters"),
        ("a pledge of another State", new() { Response = "Voluntary Pledge" }, "From", "voluntary pledge"),
        ("a lost character as an entity", new() { Text = "Paint &#65533; green" }, null, "cannot be read"),
        ("a replacement character", new() { Text = "Paint \uFFFD green" }, null, "cannot be read"),
    ];

    private static readonly (string Case, ExportLine Line, string? Column, string Says)[] DoubtfulCases =
    [
        ("another group", new() { ToGroup = "Africa" }, "To-Rgrp", "not in 'Africa'"),
        ("an unknown group", new() { FromGroup = "Middle-earth" }, "From-Rgrp", "'Middle-earth'"),
        ("an organisation that the State is not in", new() { ToOrganisations = "ASEAN" }, "To-Org", "ASEAN"),
        ("an unknown organisation", new() { FromOrganisations = "EU, OIF, XYZ" }, "From-Org", "'XYZ' is not an organisation"),
        ("an organisation left out", new() { FromOrganisations = "" }, "From-Org", "also has France in"),
        ("rejected", new() { Response = "Rejected" }, "Response", "stored as noted"),
        ("no issue", new() { Issue = "" }, "Issue", "No issue"),
        ("a recommendation to itself", new() { From = "Slovenia" }, "From", "to itself"),
        ("a NUL", new() { Text = "Paint\0 it" }, null, "taken out of Text"),
        ("a text running backwards", new() { Text = "Paint \u202Eneerg\u202C it" }, null, "taken out of Text"),
        ("zero-width spaces", new() { Text = "Pa\u200Bint\uFEFF it" }, null, "taken out of Text"),
        ("a group of an unknown State", new() { From = "&#40;Unknown&#41;", FromGroup = "Asia" }, "From-Rgrp", "not known"),
    ];

    public static TheoryData<string> RefusedNames => [.. RefusedCases.Select(c => c.Case)];

    public static TheoryData<string> DoubtfulNames => [.. DoubtfulCases.Select(c => c.Case)];

    [Theory, MemberData(nameof(RefusedNames))]
    public async Task A_row_is_refused_with_its_line_column_and_value_and_the_others_are_stored(string name)
    {
        var (_, line, column, says) = Array.Find(RefusedCases, c => c.Case == name);
        var (report, stored) = await ImportAsync(line);
        var finding = Assert.Single(report.Findings);
        Assert.Equal((Severity.Refused, 4, column), (finding.Severity, finding.Line, finding.Column));
        Assert.Contains(says, finding.Message, StringComparison.Ordinal);
        Assert.True(finding.Message.Length < 1_000);
        Assert.Null(report.Refusal);
        Assert.Equal(3, stored);
    }

    [Theory, MemberData(nameof(DoubtfulNames))]
    public async Task A_row_in_doubt_is_stored_and_reported(string name)
    {
        var (_, line, column, says) = Array.Find(DoubtfulCases, c => c.Case == name);
        var (report, stored) = await ImportAsync(line);
        var finding = Assert.Single(report.Findings);
        Assert.Equal((Severity.Doubtful, 4, column), (finding.Severity, finding.Line, finding.Column));
        Assert.Contains(says, finding.Message, StringComparison.Ordinal);
        Assert.Equal(4, stored);
    }

    [Theory, OnEachDatabase]
    public async Task Both_databases_take_the_same_rows_and_findings(Provider provider)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var folder = new TestFolder();
        await using var test = await TestStores.CreateAsync(provider);
        var lines = ExportLine.Good(30).Concat(DoubtfulCases.Select((c, i) => c.Line with { Text = $"{c.Line.Text} {i}" })).Concat(RefusedCases.Select(c => c.Line));
        var report = await new Importer(test.Store, TimeProvider.System).ImportAsync(folder.Write("a.csv", ExportLine.File("\r", lines)), new ImportOptions(), cancel: cancel);
        Assert.Equal((null, 30 + DoubtfulCases.Length, RefusedCases.Length), (report.Refusal, report.Recommendations, report.Refused));
        await using var db = test.Store.Open();
        Assert.Equal(report.Findings.Select(f => f.Message), await db.ImportFindings.OrderBy(f => f.Id).Select(f => f.Message).ToListAsync(cancel));
        Assert.Equal(report.Recommendations, await db.Recommendations.CountAsync(cancel));
    }

    [Fact]
    public async Task A_row_with_several_faults_is_one_finding_that_names_all()
    {
        var (report, _) = await ImportAsync(new ExportLine { To = "Ruritania", Action = "6" });
        var finding = Assert.Single(report.Findings);
        Assert.Contains("Ruritania", finding.Message, StringComparison.Ordinal);
        Assert.Contains("Action: '6'", finding.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData(",too many"), InlineData(null)]
    public async Task A_row_with_too_many_or_too_few_cells_is_refused(string? more)
    {
        using var folder = new TestFolder();
        await using var test = await TestStores.CreateAsync(Provider.Sqlite);
        var line = new ExportLine().ToString();
        var file = folder.Write("a.csv", ExportLine.File("\n", ExportLine.Good(3)) + (more is null ? line[..^2] : line + more) + "\n");
        var report = await new Importer(test.Store, TimeProvider.System).ImportAsync(file, new ImportOptions(), cancel: TestContext.Current.CancellationToken);
        Assert.Equal((3, 1), (report.Recommendations, report.Refused));
        Assert.Contains("where the header has 11", report.Findings[0].Message, StringComparison.Ordinal);
    }

    private static async Task<(ImportReport Report, int Stored)> ImportAsync(ExportLine line)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var folder = new TestFolder();
        await using var test = await TestStores.CreateAsync(Provider.Sqlite);
        var good = ExportLine.Good(3).ToList();
        var file = folder.Write("a.csv", ExportLine.File("\r", [good[0], good[1], line, good[2]]));
        var report = await new Importer(test.Store, TimeProvider.System).ImportAsync(file, new ImportOptions(), cancel: cancel);
        await using var db = test.Store.Open();
        Assert.Equal(report.Findings.Count, await db.ImportFindings.CountAsync(cancel));
        return (report, await db.Recommendations.CountAsync(cancel));
    }
}
