using Microsoft.EntityFrameworkCore;
using OpenUpr.Search;
using OpenUpr.Search.Passages;
using OpenUpr.Storage;
using OpenUpr.Tests.Sources.Fetching;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Search.Passages;

public sealed class PassageIndexTests
{
    private static readonly CancellationToken s_cancel = TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task The_index_finds_and_counts_what_looking_at_every_paragraph_finds(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        var samples = PaperFiller.Make(seed: 5, papers: 30, passages: 25);
        await PaperFiller.FillAsync(test.Store, samples, s_cancel);
        using var live = new LivePassages(test.Store, TimeProvider.System);
        var index = await live.CurrentAsync(s_cancel);
        Assert.Equal((750, 30), (index.Count, index.Documents.Count));
        var plain = new PlainPassages(samples);
        var random = new Random(11);
        var found = 0;
        for (var i = 0; i < 300; i++)
        {
            var query = Random(random);
            var matching = plain.Matching(query);
            var expected = PlainPassages.Passing(matching, query);
            var result = index.Run(query, limit: int.MaxValue);
            Assert.Equal(expected.Order(), result.Ids.Order());
            Assert.Equal(expected.Count, result.Total);
            Assert.Equal(index.Run(query, offset: 3, limit: 4).Ids, result.Ids.Skip(3).Take(4));
            foreach (var facet in result.Facets)
            {
                MustCountAsAlone(matching, query, facet);
            }

            found += expected.Count;
        }

        Assert.True(found > 1_000, $"The queries find only {found} paragraphs in all: they test nothing.");
    }

    [Theory]
    [OnEachDatabase]
    public async Task New_papers_and_papers_that_were_read_again_are_taken_in(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        var first = PaperFiller.Make(seed: 1, papers: 6, passages: 10);
        await PaperFiller.FillAsync(test.Store, first, s_cancel);
        var clock = new TestClock(TimeSpan.Zero);
        using var live = new LivePassages(test.Store, clock);
        await live.CurrentAsync(s_cancel);
        Assert.False(await live.RefreshAsync(s_cancel));

        var second = PaperFiller.Make(seed: 2, papers: 4, passages: 10, firstDocument: 7, firstPassage: 61);
        await PaperFiller.FillAsync(test.Store, second, s_cancel);
        await using (var db = test.Store.Open())
        {
            // Read again: other paragraphs under new ids.
            await db.Passages.Where(p => p.DocumentId == 3).ExecuteDeleteAsync(s_cancel);
            db.Passages.Add(new Passage { Id = 500, DocumentId = 3, Ordinal = 1, Text = "a wholly new zebra" });
            await db.SaveChangesAsync(s_cancel);
        }

        Assert.True(await live.RefreshAsync(s_cancel));
        var now = live.Newest!;
        Assert.Equal(60 + 40 - 10 + 1, now.Count);
        Assert.Equal([500], now.Run(Query("zebra")).Ids);

        // As if it had been built from nothing.
        using var fresh = new LivePassages(test.Store, TimeProvider.System);
        var anew = await fresh.CurrentAsync(s_cancel);
        Assert.Equal(anew.Stamp, now.Stamp);
        Assert.Equal(anew.Documents, now.Documents);
        var random = new Random(3);
        for (var i = 0; i < 100; i++)
        {
            var query = Random(random);
            Assert.Equal(anew.Run(query, limit: int.MaxValue).Ids, now.Run(query, limit: int.MaxValue).Ids);
        }
    }

    [Fact]
    public async Task An_empty_store_has_an_empty_index()
    {
        await using var test = await TestStores.CreateAsync(Provider.Sqlite);
        using var live = new LivePassages(test.Store, TimeProvider.System);
        var index = await live.CurrentAsync(s_cancel);
        Assert.Equal((0, 0), (index.Count, index.Run(Query("rights")).Total));
    }

    [Fact]
    public async Task Rows_come_in_the_order_of_the_result_with_the_names_of_submitters()
    {
        await using var test = await TestStores.CreateAsync(Provider.Sqlite);
        await PaperFiller.FillAsync(test.Store, PaperFiller.Make(seed: 5, papers: 8, passages: 20), s_cancel);
        using var live = new LivePassages(test.Store, TimeProvider.System);
        var index = await live.CurrentAsync(s_cancel);
        var ids = index.Run(Query("rights", ("submitter", "js1"))).Ids;
        var rows = await PassageRows.StreamAsync(test.Store, index, ids, s_cancel).ToListAsync(s_cancel);
        Assert.NotEmpty(rows);
        Assert.Equal(ids, rows.Select(r => r.Id));
        Assert.All(rows, r => Assert.Contains(r.Submitters, s => s is { Code: "JS1", Name: "Joint submission 1: Lanterns for Rights" }));
        Assert.All(rows, r => Assert.All(r.Submitters, s => Assert.Equal(s.Code == "JS1", s.Name is not null)));
    }

    [Theory]
    [InlineData("rs:FRA", "rs")]
    [InlineData("torture OR response:noted", "response")]
    [InlineData("kind:pledge", "kind")]
    public void A_filter_of_recommendations_is_refused_not_passed_over(string text, string field)
    {
        var problem = Assert.Single(PassageParser.Parse(text, new Dictionary<string, IReadOnlyList<string>>(), SearchHarness.Reference).Problems);
        Assert.Equal(field, problem.Field);
    }

    [Fact]
    public void Values_are_understood_as_people_write_them_and_mistakes_are_named()
    {
        var query = Query("torture sur:CUB", ("paper", "report,Summary"), ("state", "France"), ("language", "FR"), ("submitter", "js1"));
        Assert.Equal(["summary", "working-group-report"], query.Papers);
        Assert.Equal("FRA fr JS1 CUB", string.Join(' ', query.States.Concat(query.Languages).Concat(query.Submitters).Concat(query.Words.Filters.Sur)));
        var again = PassageParser.Parse(null, query.Fields().ToDictionary(f => f.Key, f => (IReadOnlyList<string>)[f.Value]), SearchHarness.Reference).Query!;
        Assert.Equal(query.Fields(), again.Fields());

        var wrong = PassageParser.Parse("x", Fields([("paper", "sumary"), ("language", "tlh"), ("state", "Atlantis")]), SearchHarness.Reference);
        Assert.Equal(["paper", "language", "state"], wrong.Problems.Select(p => p.Field));
        Assert.Contains("summary", wrong.Problems[0].Suggestions);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(120)]
    public void An_excerpt_holds_the_first_match_and_pieces_of_the_text_only(int length)
    {
        var text = string.Join(' ', Enumerable.Range(1, 90).Select(n => $"word{n}")) + " torture " + string.Join(' ', Enumerable.Range(91, 90).Select(n => $"word{n}"));
        var cut = PassageExcerpt.Cut(Highlighter.Mark(text, SearchHarness.Query("torture")), length);
        Assert.Contains(cut, p => p is { Matched: true, Text: "torture" });
        Assert.InRange(cut.Sum(p => p.Text.Length), length / 2, length + 2);
        Assert.Contains(string.Concat(cut.Select(p => p.Text)).Trim('…'), text, StringComparison.Ordinal);
        Assert.StartsWith("word1 ", string.Concat(PassageExcerpt.Cut([new TextPiece(text, false)], length).Select(p => p.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_without_spaces_is_cut_between_letters()
    {
        var cut = PassageExcerpt.Cut([new TextPiece(string.Concat(Enumerable.Repeat("\U00020000", 200)), false)], 51);
        Assert.All(cut, p => Assert.True(p.Text.IsNormalized()));
        Assert.Equal(50 + 1, cut.Sum(p => p.Text.Length));
    }

    private static void MustCountAsAlone(IReadOnlyList<SamplePassage> matching, PassageQuery query, Facet facet)
    {
        foreach (var value in facet.Values)
        {
            Assert.Equal(PlainPassages.Passing(matching, Only(query, facet.Field, value.Value)).Count, value.Count);
        }
    }

    private static PassageQuery Only(PassageQuery query, string field, string value)
    {
        var filters = query.Words.Filters;
        return field switch
        {
            "paper" => query with { Papers = [value] },
            "language" => query with { Languages = [value] },
            "state" => query with { States = [value] },
            "sur" => With(filters with { Sur = [value] }),
            "session" => With(filters with { Sessions = [Number(value)] }),
            _ => With(filters with { Cycles = [Number(value)] }),
        };

        PassageQuery With(SearchFilters changed) => query with { Words = query.Words with { Filters = changed } };
    }

    private static PassageQuery Random(Random random)
    {
        var expression = random.Next(5) == 0 ? null : GeneratedQueries.Expression(random, GeneratedRows.Words, random.Next(3), fields: false);
        if (random.Next(4) == 0)
        {
            var field = new FieldNode(new SearchFilters { Sur = Some("CUB", "FRA"), Sessions = Some(8, 16), Cycles = Some(1, 2), Kind = KindFilter.All });
            expression = expression is null ? new NotNode(field) : new OrNode([expression, field]);
        }

        var filters = new SearchFilters { Sur = Some("CUB", "FRA", "KEN"), Sessions = Some(8, 16, 24, 32, 40), Cycles = Some(1, 2, 3, 4), Kind = KindFilter.All };
        return new PassageQuery(new SearchQuery(expression, filters, UseSynonyms: false))
        {
            Papers = Some("summary", "compilation", "working-group-report", "advance-questions"), Languages = Some("en", "fr"), States = Some("ESP", "DZA", "KEN"), Submitters = Some("JS1", "NHRI", "AI"),
        };

        T[] Some<T>(params T[] values) => random.Next(5) == 0 ? [.. values.Where(_ => random.Next(2) == 0)] : [];
    }

    private static PassageQuery Query(string text, params (string Name, string Value)[] fields)
    {
        var parsed = PassageParser.Parse(text, Fields(fields), SearchHarness.Reference);
        Assert.Empty(parsed.Problems);
        return parsed.Query!;
    }

    private static Dictionary<string, IReadOnlyList<string>> Fields(IEnumerable<(string Name, string Value)> fields) => fields.ToDictionary(f => f.Name, f => (IReadOnlyList<string>)[f.Value]);

    private static int Number(string value) => int.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
}
