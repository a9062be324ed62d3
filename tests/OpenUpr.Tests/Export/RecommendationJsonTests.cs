using System.Text;
using System.Text.Json;
using OpenUpr.Export;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;

namespace OpenUpr.Tests.Export;

public sealed class RecommendationJsonTests
{
    [Fact]
    public async Task A_row_has_the_fields_of_the_contract_in_their_order()
    {
        Assert.Equal(
            """{"id":1,"kind":"recommendation","sur":"CUB","rs":"FRA","session":16,"cycle":2,"symbol":"A/HRC/24/16","paragraph":"170.12","page":13,"text":"Ratify the Convention.","position":"supported","positionText":"enjoys the support of","action":5,"issues":["Rights of the Child","Women's rights"],"sdgs":[5,16],"source":"14-17.csv line 12"}""",
            Assert.Single(await LinesAsync([SampleRows.Row(1)])));
    }

    [Fact]
    public async Task What_is_not_known_is_null_and_partial_shows_only_when_true()
    {
        var lines = await LinesAsync(SampleRows.Sparse);
        Assert.Equal("""{"id":7,"kind":"recommendation","sur":"ALB","rs":"unknown","session":99,"cycle":null,"symbol":null,"paragraph":null,"page":null,"text":"Do it.","position":"noted","positionText":null,"action":null,"issues":[],"sdgs":[],"source":"x.csv","partial":true}""", lines[0]);
        Assert.Contains("\"kind\":\"pledge\"", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"position\":null", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_come_back_as_they_were_and_no_formula_rule_touches_them()
    {
        var lines = await LinesAsync(SampleRows.All);
        foreach (var (row, line) in SampleRows.All.Zip(lines))
        {
            Assert.Equal(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(row.Text)), JsonDocument.Parse(line).RootElement.GetProperty("text").GetString());
        }
    }

    [Fact]
    public async Task Letters_of_other_scripts_are_not_escaped()
    {
        var line = Assert.Single(await LinesAsync([SampleRows.Row(1, "café مرحبا 人权 <b>'x'</b>")]));
        Assert.Contains("café مرحبا 人权 <b>'x'</b>", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_of_the_demonstration_say_that_they_are_fictional()
    {
        using var file = new MemoryStream();
        await RecommendationJson.WriteLinesAsync(file, SampleRows.Stream([SampleRows.Row(1)]), World.Demo, TestContext.Current.CancellationToken);
        Assert.EndsWith("\"fictional\":true}\n", Encoding.UTF8.GetString(file.ToArray()), StringComparison.Ordinal);
    }

    private static async Task<List<string>> LinesAsync(IReadOnlyList<RecommendationRow> rows)
    {
        var text = Encoding.UTF8.GetString(await SampleRows.WriteAsync(ExportFormat.Jsonl, rows));
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        return [.. text[..^1].Split('\n')];
    }
}
