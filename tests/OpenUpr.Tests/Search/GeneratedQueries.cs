using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Search.Text;
using OpenUpr.Taxonomy;

namespace OpenUpr.Tests.Search;

/// <summary>Queries by chance from a seed.</summary>
public static class GeneratedQueries
{
    /// <summary>An expression over the given words.</summary>
    public static QueryNode Expression(Random random, IReadOnlyList<string> words, int depth, bool fields)
    {
        switch (random.Next(depth == 0 ? 5 : 9))
        {
            case 0 or 1:
                return Whole(Word());
            case 2:
                return new PrefixNode(Tokenizer.Words(Word())[0] is var w && w.Length > 1 ? w[..random.Next(1, w.Length)] : w);
            case 3:
                return new PhraseNode([.. Enumerable.Range(0, random.Next(2, 4)).SelectMany(_ => Tokenizer.Words(Word()))]);
            case 4:
                return fields ? new FieldNode(Filters(random, 1) with { AllIssues = false, Kind = GeneratedRows.Pick(random, KindFilter.All, KindFilter.All, KindFilter.Pledge) }) : Whole(Word());
            case 5 or 6:
                return new AndNode(Parts());
            case 7:
                return new OrNode(Parts());
            default:
                return new AndNode([Whole(Word()), new NotNode(Expression(random, words, depth - 1, fields))]);
        }

        string Word() => words[GeneratedRows.Skewed(random, words.Count)];
        QueryNode[] Parts() => [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => Expression(random, words, depth - 1, fields))];
    }

    /// <summary>Filters of which each is set with a chance of one in <paramref name="rarity"/> + 1.</summary>
    public static SearchFilters Filters(Random random, int rarity)
    {
        return new SearchFilters
        {
            Sur = Some("CUB", "FRA", "KEN", "DEU"),
            Rs = Some("CUB", "FRA", "ESP", "unknown"),
            SurGroups = Some("GRULAC", "WEOG", "Africa"),
            RsGroups = Some("GRULAC", "WEOG", "EEG"),
            SurOrganisations = Some("EU", "AU", "OIF"),
            RsOrganisations = Some("EU", "OEI", "OAS"),
            Issues = Some(IssueList.Current.All[0].Slug, IssueList.Current.All[1].Slug, IssueList.Current.All[2].Slug),
            AllIssues = random.Next(2) == 0,
            Positions = Some(Position.Supported, Position.Noted, Position.Pending),
            Actions = Some(1, 2, 3, 4, 5),
            Sessions = Some(4, 8, 12, 16, 20, 24, 28, 40),
            Cycles = Some(1, 2, 3),
            Sdgs = Some(1, 5, 13),
            Themes = Some(GeneratedRows.Themes),
            Persons = Some(GeneratedRows.Persons),
            Instruments = Some("cedaw", "op-cat", "crpd"),
            Kind = GeneratedRows.Pick(random, KindFilter.Recommendation, KindFilter.Recommendation, KindFilter.All, KindFilter.Pledge),
        };

        T[] Some<T>(params T[] values) => random.Next(rarity + 1) == 0 ? [.. values.Where(_ => random.Next(2) == 0)] : [];
    }

    private static QueryNode Whole(string word) => Tokenizer.Words(word) is { Count: > 1 } words ? new PhraseNode(words) : new WordNode(word);
}
