using OpenUpr.Import;
using OpenUpr.Recommendations;
using OpenUpr.Sources.Papers;
using OpenUpr.Storage;
using OpenUpr.Tests.Storage;
using Xunit;

namespace OpenUpr.Tests.Import.Papers;

/// <summary>A folder of mixed papers gives the same store whatever the order, on both databases.</summary>
public sealed class AnyOrderTests
{
    private const string Bridge = "Paint every bridge green, and keep it so";
    private const string School = "Build schools beside the river in every province";
    private const string Road = "Mend the road to the harbour before the winter";
    private const string Well = "Dig a well in each village of the dry plain, and test its water every spring";

    private static readonly IReadOnlyList<Paper> Papers =
    [
        Paper.Report(
            Paper.Text("12.1", Bridge + " (as before)", "FRA DEU", Position.Pending),
            Paper.Text("12.2", School, "AUT", Position.Pending, "a"),
            Paper.Text("12.2", Road, "AUT CHL", Position.Pending, "b"),
            Paper.Text("12.3", Well, "BRA", Position.Supported),
            Paper.Text("12.4", "Name a day for the lighthouse keepers of the realm", "PER", Position.Pending),
            Paper.Text("12.5", "Count the birds of the southern islands each year", "", Position.Pending),
            Paper.Text("13", "It will plant trees along the canal", "") with { Kind = RecommendationKind.Pledge })
            with { Passages = [new ReadPassage("1", "Introduction", 2, "The Working Group met.")], Facts = [new ReadFact(ReviewFact.Troika, "PER", 2)], Doubts = [new ReadDoubt("states-unread", "12.5", null, 15, "(Lagoon)", null)] },
        Paper.Addendum(Paper.Answer("12.1", Position.Supported), Paper.Answer("12.2", Position.Noted, "b"), Paper.Answer("12.3", Position.Noted), Paper.Answer("99.9", Position.Noted)) with { NamesReview = false },
        Paper.List(
            Paper.Text("12.1", Bridge + " (as before)", "FRA DEU", Position.Noted) with { Themes = ["Bridges"], Sdgs = [9] },
            Paper.Text("12.1", Bridge + " (as before)", "FRA DEU", Position.Noted) with { Themes = ["Colours"], Sdgs = [11], Persons = ["painters"] },
            Paper.Text("12.2", School + " " + Road, "AUT CHL", Position.Noted) with { Themes = ["Schools"] },
            Paper.Text("12.3", Well + " and every autumn", "BRA ARG", Position.Supported),
            Paper.Text("12.9", "Open the archive of the harbour office", "JPN", Position.Supported)),
        Paper.Decision($"{Paper.ReportSymbol}/Add.2"),
        new Paper("rapport", PaperKind.WorkingGroupReport, Paper.ReportSymbol) { Language = "fr", Passages = [new ReadPassage("12.1", null, 15, "Peindre chaque pont en vert")] },
    ];

    private static readonly ExportLine[] Rows =
    [
        new ExportLine { Text = Bridge, From = "France", Response = "Accepted" },
        new ExportLine { Text = Bridge, From = "Germany", Response = "Noted" },
        new ExportLine { Text = School, From = "Austria", Response = "Pending" },
        new ExportLine { Text = Road, From = "Austria", Response = "Noted" },
        new ExportLine { Text = Road, From = "Chad", Response = "Noted" },
        new ExportLine { Text = Well, From = "Brazil", Response = "Accepted", Action = "3" },
        new ExportLine { Text = "Count the birds of the southern islands each year", From = "Kenya", Response = "Accepted" },
        new ExportLine { Text = "Weigh the bells of the old cathedral once a decade", From = "Kenya", Response = "Noted" },
        new ExportLine { Text = "It will plant trees along the canal", From = "Slovenia", Response = "Voluntary Pledge" },
    ];

    public static TheoryData<Provider, int> Seeds => new(from p in Enum.GetValues<Provider>() from seed in Enumerable.Range(1, 12) select (p, seed));

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Any_order_of_papers_and_export_gives_the_same_store(Provider provider, int seed)
    {
        using var folder = new TestFolder();
        var export = folder.Write("export.csv", ExportLine.File("\r", Rows));
        var steps = Papers.Select(p => (Func<Store, Task<ImportReport>>)(s => Paper.StoreAsync(s, p))).Append(s => Paper.StoreExportAsync(s, export)).ToList();
        await using var straight = await TestStores.CreateAsync(Provider.Sqlite);
        foreach (var step in steps)
        {
            await step(straight.Store);
        }

        await using var shuffled = await TestStores.CreateAsync(provider);
        var order = steps.ToArray();
        new Random(seed).Shuffle(order);
        foreach (var step in order)
        {
            Assert.Null((await step(shuffled.Store)).Refusal);
        }

        var expected = await StoredReview.DescribeAsync(straight.Store);
        Assert.Equal(expected, await StoredReview.DescribeAsync(shuffled.Store));

        // And a second time round nothing is added.
        foreach (var step in order)
        {
            var again = await step(shuffled.Store);
            Assert.Equal((0, 0), (again.Recommendations, again.Pledges));
        }

        Assert.Equal(expected, await StoredReview.DescribeAsync(shuffled.Store));
    }

    [Fact]
    public async Task The_sources_become_one_review_without_duplicates()
    {
        using var folder = new TestFolder();
        await using var test = await TestStores.CreateAsync(Provider.Sqlite);
        foreach (var paper in Papers)
        {
            await Paper.StoreAsync(test.Store, paper);
        }

        await Paper.StoreExportAsync(test.Store, folder.Write("export.csv", ExportLine.File("\r", Rows)));
        var pairs = (await StoredReview.PairsAsync(test.Store)).Select(p => p[(p.IndexOf(' ', StringComparison.Ordinal) + 1)..]).Order(StringComparer.Ordinal);
        string[] expected =
        [
            $"AUT 12.2 {Road}: Noted", $"AUT 12.2 {School}: Noted", $"BRA 12.3 {Well}: Supported", $"DEU 12.1 {Bridge}: Noted", $"FRA 12.1 {Bridge}: Supported",
            "JPN 12.9 Open the archive of the harbour office: Supported", "KEN - Weigh the bells of the old cathedral once a decade: Noted",
            "KEN 12.5 Count the birds of the southern islands each year: Supported", "PER 12.4 Name a day for the lighthouse keepers of the realm: Noted",
            "SVN 13 It will plant trees along the canal: ", $"TCD 12.2 {Road}: Noted",
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), pairs);
        var doubts = (await StoredReview.OpenDoubtsAsync(test.Store)).Select(d => $"{d.Code} {d.Number} {d.Found} / {d.Stored}").ToList();
        Assert.Equal(
            [
                "addendum-missing  A/HRC/99/7/Add.2 / ", "answer-without-text 99.9 noted / ",
                "list-position-differs 12.1 noted / supported", "list-position-differs 12.3 supported / noted",
                "list-state-differs 12.3 ARG BRA / BRA", "list-text-differs 12.3 Dig a well in each village of the dry plain, and test its water every spring and every autumn / " + Well,
                "list-text-differs 12.4  / Name a day for the lighthouse keepers of the realm", "list-text-differs 12.5  / Count the birds of the southern islands each year",
                "list-text-differs 12.9 Open the archive of the harbour office / ",
                "only-in-export   / Weigh the bells of the old cathedral once a decade",
                "only-in-report 12.4 Name a day for the lighthouse keepers of the realm / ", "only-in-report 12.9 Open the archive of the harbour office / ",
                "position-differs 12.1 supported / noted", "position-differs 12.3 noted / supported", "position-differs 12.5 noted / supported",
                "state-differs 12.2 CHL / TCD", "states-unread 12.5  / ",
                $"text-differs 12.1 {Bridge} (as before) / {Bridge}", $"text-differs 12.1 {Bridge} (as before) / {Bridge}",
            ],
            doubts);
    }
}
