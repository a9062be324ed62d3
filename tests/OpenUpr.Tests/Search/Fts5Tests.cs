using FsCheck;
using FsCheck.Fluent;
using OpenUpr.Search;
using OpenUpr.Search.Text;
using Xunit;
using static OpenUpr.Tests.Search.SearchHarness;

namespace OpenUpr.Tests.Search;

/// <summary>Words, phrases and prefixes match what SQLite's FTS5 matches (porter unicode61, synonyms off).</summary>
public sealed class Fts5Tests
{
    [Fact]
    public void Hit_counts_equal_those_of_FTS5_on_generated_texts()
    {
        var rows = GeneratedRows.Make(21, 900);
        using var oracle = new Fts5Oracle(rows.Select(r => r.Text));
        var index = Build(rows);
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => AssertAgrees(index, oracle, new Random(seed), GeneratedRows.Words))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Hit_counts_equal_those_of_FTS5_on_the_export()
    {
        var index = Real;
        using var oracle = new Fts5Oracle(ExportCorpus.Rows!.Select(r => r.Text));
        var (random, words) = (new Random(7), Tokenizer.Words(string.Join(' ', ExportCorpus.Rows!.Where((_, i) => i % 331 == 0).Select(r => r.Text))));
        for (var i = 0; i < 300; i++)
        {
            AssertAgrees(index, oracle, random, words);
        }
    }

    [Fact]
    public void The_stems_of_the_export_are_those_of_FTS5()
    {
        var index = Real;
        using var oracle = new Fts5Oracle(ExportCorpus.Rows!.Select(r => r.Text));
        var ours = ExportCorpus.Rows!.SelectMany(r => Tokenizer.Words(r.Text).Select(w => Porter.Stem(w)).Distinct()).CountBy(s => s).ToDictionary();
        var theirs = oracle.Stems();
        Assert.Equal(theirs.OrderBy(s => s.Key, StringComparer.Ordinal), ours.OrderBy(s => s.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Words_by_chance_are_stemmed_as_FTS5_does()
    {
        string[] parts = ["a", "e", "i", "o", "u", "y", "s", "t", "l", "z", "b", "st", "ed", "ing", "eed", "ies", "sses", "ational", "iveness", "izer", "biliti", "icate", "ement", "ion", "ous", "ll", "é", "ß", "日", "1"];
        var random = new Random(11);
        var words = Enumerable.Range(0, 20_000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => parts[random.Next(parts.Length)]))).Append(new string('a', 62) + "ing").ToList();
        using var oracle = new Fts5Oracle(words);
        var ours = words.Select(w => Porter.Stem(Tokenizer.Words(w).Single())).CountBy(s => s).OrderBy(s => s.Key, StringComparer.Ordinal);
        Assert.Equal(oracle.Stems().OrderBy(s => s.Key, StringComparer.Ordinal), ours);
    }

    [Theory]
    [InlineData("naïve NAÏVE Ünïcode")]
    [InlineData("l'État d’Azur 1,234.5 50% A/HRC/48/7 co-operation")]
    [InlineData("e\u0301tat ﬁn ½ ² Ⅳ \uF8FF ª º ƒ ı Ω π ∂ ﬂ")]
    [InlineData("𝒳yz \U0001F600 smile 𠀀字 \uD800 broken")]
    [InlineData("women’s “quoted” snake_case a+b=c #tag @you")]
    public void Texts_are_cut_into_words_as_FTS5_does(string text)
    {
        using var oracle = new Fts5Oracle([text]);
        Assert.Equal(oracle.Stems().Keys.Order(StringComparer.Ordinal), Tokenizer.Words(text).Select(w => Porter.Stem(w)).Distinct().Order(StringComparer.Ordinal));
    }

    private static void AssertAgrees(SearchIndex index, Fts5Oracle oracle, Random random, IReadOnlyList<string> words)
    {
        var expression = GeneratedQueries.Expression(random, words, 2, fields: false);
        var query = new SearchQuery(expression, SearchFilters.None with { Kind = KindFilter.All }, UseSynonyms: false);
        var ours = index.Run(query, new SearchPage(Limit: 0, Facets: false)).Pairs;
        Assert.True(oracle.Count(expression) == ours, $"{SearchAddress.Fields(query)[0].Value}: {ours}, FTS5 {oracle.Count(expression)}");
    }
}
