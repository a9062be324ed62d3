using System.Globalization;
using System.Text.RegularExpressions;
using OpenUpr.App.Shared;
using OpenUpr.Drafting.Checking;
using OpenUpr.Drafting.Studio;
using OpenUpr.Tests.House;

namespace OpenUpr.Tests.Drafting.Checking;

/// <summary>Each rule with a file that passes and one that fails.</summary>
public sealed class CheckRulesTests
{
    public static TheoryData<string> Codes => [.. CheckRules.All.Select(r => r.Code)];

    public static TheoryData<DocumentKind> Kinds => [.. DocumentKinds.All];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void In_a_good_file_nothing_is_found(DocumentKind kind)
    {
        var report = GoodFile.Check(GoodFile.Build(kind), kind);
        Assert.Equal([], report.Findings.Select(f => $"{f.Rule.Code} {f.Excerpt} {string.Join(' ', f.Values)}"));
        Assert.False(report.HasErrors);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_file_that_breaks_a_rule_is_found_out_and_told_in_words(string code)
    {
        var (kind, file) = BadFiles.All[code];
        var finding = GoodFile.Check(file(), kind).Findings.FirstOrDefault(f => f.Rule.Code == code);
        Assert.NotNull(finding);
        Assert.All([CheckText.Rule(finding), CheckText.Say(finding), CheckText.Advice(finding), CheckSources.Get(finding.Rule.Source).ToString()], text =>
        {
            Assert.True(text.Length > 8);
            Assert.DoesNotContain("{", text, StringComparison.Ordinal);
        });
        var item = CheckItem.Of("f.docx", finding);
        Assert.Equal(finding.Rule.HasLimit, item.Limit is not null);
    }

    [Fact]
    public void Every_rule_stands_in_the_table_of_the_documentation_with_its_weight_and_source()
    {
        var text = File.ReadAllText(Path.Combine(HouseRulesTests.FindRoot(), "docs", "formats.md"));
        Assert.All(CheckRules.All, rule => Assert.Contains($"| `{rule.Code}` | {CheckText.Code(rule.Severity)} | {CheckSources.Get(rule.Source)} |", text, StringComparison.Ordinal));
        Assert.Equal(CheckRules.All.Select(r => r.Code).Order(StringComparer.Ordinal), BadFiles.All.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_the_documents_of_a_review_ask_for_is_named_with_rules_and_tests_that_exist()
    {
        var root = HouseRulesTests.FindRoot();
        var rows = File.ReadAllText(Path.Combine(root, "docs", "formats.md")).Split("| asked for | held by |")[1].Split("\n\n")[0].Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).ToList();
        var asked = rows.SelectMany(r => Regex.Matches(r.Split('|')[1], @"([FHK])(\d+)(?:-\1(\d+))?")).SelectMany(m =>
            Enumerable.Range(Number(m.Groups[2].Value), (m.Groups[3].Success ? Number(m.Groups[3].Value) : Number(m.Groups[2].Value)) - Number(m.Groups[2].Value) + 1).Select(n => $"{m.Groups[1].Value}{n}")).ToHashSet();
        string[] all = [.. Enumerable.Range(1, 16).Select(n => $"F{n}"), .. Enumerable.Range(1, 3).Select(n => $"H{n}"), .. Enumerable.Range(1, 11).Select(n => $"K{n}")];
        Assert.Empty(all.Except(asked));

        var tests = Directory.EnumerateFiles(Path.Combine(root, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(f => Path.GetFileNameWithoutExtension(f)).ToHashSet();
        string[] known = [.. CheckRules.All.Select(r => r.Code), .. StudioKinds.All.SelectMany(StudioOutlines.Advice).Select(a => a.Code)];
        Assert.All(rows.SelectMany(r => Regex.Matches(r.Split('|')[2], "`([^`]+)`")).Select(m => m.Groups[1].Value).Where(n => !n.EndsWith(".csv", StringComparison.Ordinal)), name => Assert.True(tests.Contains(name) || known.Contains(name), name));

        static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("Mr President, we thank Madam Vice-President.", false)]
    [InlineData("Sr. Presidente, damos las gracias.", false)]
    [InlineData("Mr President Amadi was released.", true)]
    [InlineData("Mr. Amadi was released.", true)]
    public void Who_is_addressed_by_an_office_is_nobody_named(string words, bool isNamed)
    {
        var file = GoodFile.Build(DocumentKind.SubmissionIndividual, GoodFile.Words("people were held", "people were held. " + words));
        Assert.Equal(isNamed, GoodFile.Check(file, DocumentKind.SubmissionIndividual).Findings.Any(f => f.Rule.Code == "named-person"));
    }

    [Fact]
    public void Every_kind_says_what_no_program_can_know() =>
        Assert.All(DocumentKinds.All, kind => Assert.All([CheckText.Kind(kind), .. CheckText.Unknown(kind)], text => Assert.NotEmpty(text)));

    [Fact]
    public void A_place_is_named_by_the_writers_number_and_heading()
    {
        var file = GoodFile.Build(DocumentKind.SubmissionIndividual, GoodFile.Words("people were held", "people were shamefully held"));
        var place = Assert.Single(GoodFile.Check(file, DocumentKind.SubmissionIndividual).Findings).Place;
        Assert.Equal(("2", "Detention"), (place.Label, place.Heading));
    }

    [Fact]
    public void Words_of_others_may_be_strong()
    {
        var file = GoodFile.Build(DocumentKind.SubmissionIndividual, GoodFile.Words("people were held", "people were “shamefully” held"));
        Assert.Empty(GoodFile.Check(file, DocumentKind.SubmissionIndividual).Findings);
    }

    [Fact]
    public void The_names_of_kinds_come_back()
    {
        Assert.All(DocumentKinds.All, kind => Assert.Equal(kind, DocumentKinds.Find(kind.Name())));
        Assert.Equal(DocumentKind.SubmissionJoint, DocumentKinds.Find("joint-submission"));
        Assert.Null(DocumentKinds.Find("novel"));
    }
}
