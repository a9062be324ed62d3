using System.Net;
using System.Text.Json;

namespace OpenUpr.Tests.App.Api;

public sealed class SimilarApiTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Alike_texts_come_with_their_pairs_and_with_how_they_were_answered()
    {
        var found = await JsonAsync("/api/v1/similar?text=rights%20of%20women&limit=5");
        var items = found.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(("texts", 5), (found.GetProperty("unit").GetString(), items.Count));
        Assert.All(items, i => Assert.Contains(i.GetProperty("pairs").EnumerateArray(), p => p.GetProperty("id").GetInt64() == i.GetProperty("id").GetInt64()));
        Assert.InRange(found.GetProperty("bySur").EnumerateArray().Sum(s => s.GetProperty("texts").GetInt32()), 1, 5);
        Assert.All(items, i => Assert.InRange(i.GetProperty("score").GetDouble(), 0.0001, 1));
    }

    [Theory]
    [InlineData("/api/v1/similar", "text")]
    [InlineData("/api/v1/similar?text=a&limit=5000", "limit")]
    [InlineData("/api/v1/expected?issue=detention", "sur")]
    [InlineData("/api/v1/expected?sur=nowhere&issue=detention", "sur")]
    public async Task What_cannot_be_answered_is_refused_by_its_parameter(string address, string field)
    {
        var problem = JsonDocument.Parse(await site.ReadAsync(address, HttpStatusCode.BadRequest)).RootElement;
        Assert.Equal(field, problem.GetProperty("problems")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task An_expectation_names_its_basis()
    {
        var facets = (await JsonAsync("/api/v1/facets")).GetProperty("facets").EnumerateArray().ToDictionary(f => f.GetProperty("field").GetString()!, f => f.GetProperty("values")[0].GetProperty("value").GetString());
        var found = await JsonAsync($"/api/v1/expected?sur={facets["sur"]}&issue={facets["issue"]}&action=4");
        Assert.True(found.GetProperty("low").GetDouble() < found.GetProperty("probability").GetDouble());
        Assert.True(found.GetProperty("probability").GetDouble() < found.GetProperty("high").GetDouble());
        Assert.Equal("state-issue-action", found.GetProperty("basis")[0].GetProperty("of").GetString());
    }

    private async Task<JsonElement> JsonAsync(string address) => JsonDocument.Parse(await site.ReadAsync(address)).RootElement;
}
