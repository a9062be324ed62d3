using System.Text.Json;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using Xunit;
using static OpenUpr.Tests.Search.SearchHarness;

namespace OpenUpr.Tests.Search;

public sealed class QueryParserTests
{
    [Theory]
    [InlineData("torture", "torture")]
    [InlineData("  torture   prison ", "torture prison")]
    [InlineData("torture AND prison", "torture prison")]
    [InlineData("\"death penalty\"", "\"death penalty\"")]
    [InlineData("“death penalty”", "\"death penalty\"")]
    [InlineData("\"torture\"", "torture")]
    [InlineData("ill-treatment women’s", "\"ill treatment\" \"women s\"")]
    [InlineData("ratif*", "ratif*")]
    [InlineData("self-det*", "self det*")]
    [InlineData("a OR b", "a OR b")]
    [InlineData("a b OR c d", "a b OR c d")]
    [InlineData("a (b OR c)", "a (b OR c)")]
    [InlineData("((a)) (b c)", "a b c")]
    [InlineData("(a OR b) OR c", "a OR b OR c")]
    [InlineData("-a", "-a")]
    [InlineData("NOT a", "-a")]
    [InlineData("a -\"b c\" -(d OR e)", "a -\"b c\" -(d OR e)")]
    [InlineData("--a", "a")]
    [InlineData("HIV - Aids", "HIV Aids")]
    [InlineData("or and not", "or and not")]
    [InlineData("\"OR\"", "\"OR\"")]
    [InlineData("10:30 http://x.org/a 3..4", "\"10 30\" \"http x org a\" \"3 4\"")]
    [InlineData("Recalling: torture", "Recalling torture")]
    [InlineData("État co-operation", "État \"co operation\"")]
    [InlineData("() torture", "torture")]
    public void Words_are_read_as_meant(string text, string canonical) => Assert.Equal(canonical, SearchAddress.Fields(Query(text)).Single().Value);

    [Theory]
    [InlineData("sur:CUB", "sur=CUB")]
    [InlineData("sur:Cuba", "sur=CUB")]
    [InlineData("SUR:cuba", "sur=CUB")]
    [InlineData("sur:\"South Africa\",CUB", "sur=CUB,ZAF")]
    [InlineData("sur:\"South Africa,Cuba\"", "sur=CUB,ZAF")]
    [InlineData("sur:CUB sur:FRA", "sur=CUB,FRA")]
    [InlineData("rs:unknown", "rs=unknown")]
    [InlineData("rs:(Unknown)", null)]
    [InlineData("sur-group:grulac rs-group:Weog", "sur-group=GRULAC&rs-group=WEOG")]
    [InlineData("sur-org:eu rs-org:oif,Commonwealth", "sur-org=EU&rs-org=Commonwealth,OIF")]
    [InlineData("issue:\"Women's rights\"", "issue=womens-rights")]
    [InlineData("issue:womens-rights,Labour issues:all", "issue=labour,womens-rights&issues=all")]
    [InlineData("response:accepted", "response=supported")]
    [InlineData("response:noted,pending", "response=noted,pending")]
    [InlineData("action:4..5", "action=4,5")]
    [InlineData("session:13..17", "session=13..17")]
    [InlineData("session:17-13", "session=13..17")]
    [InlineData("session:52..", "session=52..54")]
    [InlineData("session:1,3,2,7", "session=1..3,7")]
    [InlineData("cycle:2", "cycle=2")]
    [InlineData("kind:pledge", "kind=pledge")]
    [InlineData("kind:recommendation,pledge", "kind=all")]
    [InlineData("synonyms:off", "synonyms=off")]
    [InlineData("torture sur:CUB prison", "q=torture prison&sur=CUB")]
    [InlineData("torture OR sur:CUB", "q=torture OR sur:CUB")]
    [InlineData("(sur:CUB) torture", "q=(sur:CUB) torture")]
    [InlineData("-sur:CUB", "q=-sur:CUB")]
    [InlineData("-issue:\"Women's rights\",Labour", "q=-issue:labour,womens-rights")]
    [InlineData("(sur:CUB sur:FRA torture) OR prison", "q=(sur:CUB,FRA) torture OR prison")]
    [InlineData("a OR b synonyms:off", "q=a OR b&synonyms=off")]
    [InlineData("kind:pledge OR torture", "q=kind:pledge OR torture&kind=all")]
    public void Filters_are_read_as_meant(string text, string? address)
    {
        if (address is null)
        {
            Assert.Null(Parse(text).Query);
            return;
        }

        Assert.Equal(address, string.Join('&', SearchAddress.Fields(Query(text)).Select(f => $"{f.Key}={f.Value}")));
    }

    [Theory]
    [InlineData("sur:Cubaa", "sur", "Cuba")]
    [InlineData("rs:Frnace", "rs", "France")]
    [InlineData("sur:Sri", "sur", "Sri Lanka")]
    [InlineData("sur-group:GRULACC", "sur-group", "GRULAC")]
    [InlineData("sur-org:Comonwealth", "sur-org", "Commonwealth")]
    [InlineData("issue:\"Womens right\"", "issue", "Women's rights")]
    [InlineData("response:suported", "response", "supported")]
    [InlineData("response:rejected", "response", "noted")]
    [InlineData("kind:pledg", "kind", "pledge")]
    [InlineData("synonyms:of", "synonyms", "off")]
    [InlineData("issues:al", "issues", "all")]
    [InlineData("sesion:13", "sesion", "session")]
    [InlineData("torture surr:CUB", "surr", "sur")]
    public void A_typing_mistake_in_a_filter_is_an_error_with_suggestions(string text, string field, string suggestion)
    {
        var parsed = Parse(text);
        Assert.Null(parsed.Query);
        var problem = Assert.Single(parsed.Problems);
        Assert.Equal(field, problem.Field);
        Assert.Contains(suggestion, problem.Suggestions);
    }

    [Theory]
    [InlineData("\"death penalty", "never closed")]
    [InlineData("issue:\"Women's", "never closed")]
    [InlineData("(torture", "never closed")]
    [InlineData("torture)", "never opened")]
    [InlineData("OR", "missing")]
    [InlineData("torture OR", "missing")]
    [InlineData("OR torture", "missing")]
    [InlineData("a OR OR b", "missing")]
    [InlineData("torture NOT", "exclude")]
    [InlineData("-OR a", "exclude")]
    [InlineData("tor*ture", "star")]
    [InlineData("*ture", "star")]
    [InlineData("\"a b\"*", "star")]
    [InlineData("???", "no letter")]
    [InlineData("session:55", "from 1 to 54")]
    [InlineData("session:0..3", "from 1 to 54")]
    [InlineData("session:99999999999999999999", "from 1 to 54")]
    [InlineData("session:x", "from 1 to 54")]
    [InlineData("session:..", "from 1 to 54")]
    [InlineData("action:6", "from 1 to 5")]
    [InlineData("sur:", "needs a value")]
    [InlineData("sur:,", "needs a value")]
    [InlineData("sur:unknown", "not a State")]
    [InlineData("response:rejected", "supported and noted")]
    [InlineData("-issues:all", "whole search")]
    [InlineData("(synonyms:off) a", "whole search")]
    [InlineData("foo:bar", "no filter")]
    public void What_cannot_be_meant_is_a_clear_error(string text, string message)
    {
        var parsed = Parse(text);
        Assert.Null(parsed.Query);
        Assert.Contains(parsed.Problems, p => p.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Form_fields_mean_the_same_as_the_text()
    {
        var text = Query("torture sur:CUB,FRA issue:\"Women's rights\",Labour issues:all session:13..17 response:accepted kind:all");
        var form = Query("torture", ("sur", "Cuba"), ("sur", "FRA"), ("issue", "Women's rights,labour"), ("issues", "all"), ("session", "13..17"), ("response", "accepted"), ("kind", "all"));
        Assert.Equal(Json(text), Json(form));
    }

    [Fact]
    public void A_form_field_adds_to_the_same_filter_of_the_text() => Assert.Equal(["CUB", "FRA"], Query("sur:CUB", ("sur", "FRA")).Filters.Sur);

    [Fact]
    public void Empty_form_fields_filter_nothing() => Assert.Equal(Json(SearchQuery.Everything), Json(Query(null, ("sur", ""), ("q", " "), ("issue", "  "))));

    [Fact]
    public void An_unknown_form_field_is_an_error() => Assert.Contains("sur", Assert.Single(Parse(null, ("surr", "CUB")).Problems).Suggestions);

    [Fact]
    public void A_query_without_kind_asks_for_recommendations() => Assert.Equal(KindFilter.Recommendation, Query("torture").Filters.Kind);

    [Fact]
    public void Response_values_become_positions() => Assert.Equal([Position.Supported, Position.Noted], Query("response:noted,supported").Filters.Positions);

    [Fact]
    public void Queries_that_are_too_long_too_deep_or_too_many_are_refused()
    {
        Assert.Contains("characters", Assert.Single(Parse(new string('a', QueryParser.MaxLength + 1)).Problems).Message);
        Assert.Contains("deep", Assert.Single(Parse(new string('(', 900) + "a" + new string(')', 900)).Problems).Message);
        Assert.Contains("exclude", Assert.Single(Parse(string.Concat(Enumerable.Repeat("-", 900)) + "a").Problems).Message);
        Assert.Contains("parts", Assert.Single(Parse(string.Join(' ', Enumerable.Repeat("a", 999))).Problems).Message);
        Assert.NotEmpty(Parse(null, ("sur", string.Join(',', Enumerable.Repeat("CUB", 9_999)))).Problems);
    }

    [Fact]
    public void Nothing_that_is_typed_makes_it_fall_over()
    {
        string[] parts = ["(", ")", "\"", "-", "OR", "AND", "NOT", "*", ":", "sur:", "sur:CUB", "issue:\"", "session:1..", "..", ",", "a", "é", "\u0301", "\uD800", "😀", " ", "\0", "http://", "kind:", "“", "'", ";--", "<b>", "\\", "\n"];
        var random = new Random(3);
        var index = Build(GeneratedRows.Make(1, 40));
        for (var i = 0; i < 5_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => parts[random.Next(parts.Length)] + (random.Next(3) == 0 ? " " : "")));
            var parsed = Parse(text);
            Assert.True(parsed.Query is null == parsed.Problems.Count > 0, text);
            if (parsed.Query is { } query)
            {
                index.Run(query, new SearchPage());
                Highlighter.Mark(text, query);
                var again = Query(null, [.. SearchAddress.Fields(query).Select(f => (f.Key, f.Value))]);
                Assert.True(Json(query) == Json(again), text);
            }
        }
    }

    [Fact]
    public void An_address_gives_the_query_again()
    {
        var random = new Random(4);
        for (var i = 0; i < 2_000; i++)
        {
            var expression = random.Next(6) == 0 ? null : GeneratedQueries.Expression(random, GeneratedRows.Words, 3, fields: true);
            var made = new SearchQuery(expression, GeneratedQueries.Filters(random, 4), random.Next(2) == 0);

            // Reading flattens what was nested by chance; from then on nothing may change.
            var query = Query(null, [.. SearchAddress.Fields(made).Select(f => (f.Key, f.Value))]);
            Assert.Equal(Json(query), Json(Query(null, [.. SearchAddress.Fields(query).Select(f => (f.Key, f.Value))])));
        }
    }

    private static string Json(SearchQuery query) => JsonSerializer.Serialize(new { Expression = Describe(query.Expression), query.Filters, query.UseSynonyms });

    private static object? Describe(QueryNode? node) => node switch
    {
        null => null,
        AndNode and => new { And = and.Parts.Select(Describe) },
        OrNode or => new { Or = or.Parts.Select(Describe) },
        NotNode not => new { Not = Describe(not.Part) },
        FieldNode field => new { Field = field.Filters },
        PhraseNode phrase => new { Phrase = phrase.Words },
        _ => node.ToString(),
    };
}
