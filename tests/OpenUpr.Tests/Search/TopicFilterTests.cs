using OpenUpr.Search;
using Xunit;
using static OpenUpr.Tests.Search.SearchHarness;

namespace OpenUpr.Tests.Search;

public sealed class TopicFilterTests
{
    private static readonly List<IndexRow> Rows = GeneratedRows.Make(17, 400);
    private static readonly SearchIndex Index = Build(Rows);

    [Theory]
    [InlineData("theme:ratification", "theme", "ratification")]
    [InlineData("theme:\"Acceptance of international norms\"", "theme", "ratification")]
    [InlineData("person:children", "person", "children")]
    [InlineData("person:\"Women & girls\"", "person", "women-girls")]
    [InlineData("instrument:CEDAW", "instrument", "cedaw")]
    [InlineData("instrument:\"Convention on the Elimination of All Forms of Discrimination against Women\"", "instrument", "cedaw")]
    [InlineData("instrument:OPCAT", "instrument", "op-cat")]
    public void A_field_finds_what_a_plain_count_finds(string text, string field, string slug)
    {
        var plain = Rows.Count(r => Statistics.PlainCount.Values(r, field).Contains(slug));
        Assert.InRange(plain, 1, Rows.Count - 1);
        Assert.Equal(plain, Index.Count($"{text} kind:all"));
        Assert.Equal(Rows.Count - plain, Index.Count($"-{text} kind:all"));
        Assert.Equal(plain, Index.Run(Query("kind:all"), new SearchPage(Limit: 0)).Facets.Single(f => f.Field == field).Values.Single(v => v.Value == slug).Count);
    }

    [Fact]
    public void People_s_labels_alone_leave_out_what_a_machine_read_but_not_what_the_words_name()
    {
        List<IndexRow> people =
        [
            .. Rows.Select(r => r with
            {
                Themes = r.ByMachine.HasFlag(MachineLabels.Themes) ? [] : r.Themes,
                Persons = r.ByMachine.HasFlag(MachineLabels.Persons) ? [] : r.Persons,
            }),
        ];
        foreach (var (text, field, slug) in new[] { ("theme:ratification", "theme", "ratification"), ("person:girls", "person", "girls"), ("instrument:cedaw", "instrument", "cedaw") })
        {
            Assert.Equal(people.Count(r => Statistics.PlainCount.Values(r, field).Contains(slug)), Index.Count($"{text} kind:all labels:people"));
        }

        Assert.True(Index.Count("theme:ratification kind:all labels:people") < Index.Count("theme:ratification kind:all"));
    }

    [Fact]
    public void Statistics_by_a_topic_say_how_much_a_machine_read()
    {
        var table = OpenUpr.Search.Statistics.StatisticTable.Read(Index, Query("kind:all"), "theme");
        Assert.Equal(Rows.Count(r => (r.ByMachine & (MachineLabels.Action | MachineLabels.Themes)) != 0), table.ByMachine);
        Assert.Equal(Rows.Count(r => r.Themes.Contains("ratification")), table.Rows.Single(r => r.Key == "ratification").Count);
    }

    [Theory]
    [InlineData("theme:ratificaton", "ratification")]
    [InlineData("person:childen", "children")]
    [InlineData("instrument:CEDAV", "cedaw")]
    [InlineData("instrument:\"Convention on the Rights of the Chidl\"", "crc")]
    public void A_value_that_is_not_known_is_a_problem_with_what_may_be_meant(string text, string near)
    {
        var problem = Assert.Single(Parse(text).Problems);
        Assert.Contains(near, problem.Suggestions);
    }

    [Theory]
    [InlineData("theme:ratification,treaty-bodies person:children instrument:cedaw")]
    [InlineData("(theme:ratification OR instrument:op-cat) -person:girls")]
    public void A_search_by_topics_has_an_address_that_finds_the_same(string text)
    {
        var query = Query(text);
        var again = QueryParser.Parse(null, SearchAddress.Fields(query).ToLookup(f => f.Key, f => f.Value).ToDictionary(f => f.Key, f => (IReadOnlyList<string>)[.. f]), Reference);
        Assert.Empty(again.Problems);
        Assert.Equal(Index.AllIds(query, SortBy.Id), Index.AllIds(again.Query!, SortBy.Id));
        Assert.NotEmpty(Index.AllIds(query, SortBy.Id));
    }
}
