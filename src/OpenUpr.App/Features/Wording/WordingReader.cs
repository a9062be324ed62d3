using System.Globalization;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Search.Similar;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Classification;
using OpenUpr.Taxonomy.Entities;
using OpenUpr.Taxonomy.Smart;

namespace OpenUpr.App.Features.Wording;

/// <summary>Reads a draft with everything that the library knows of texts. It keeps nothing of it.</summary>
public sealed class WordingReader(Store store, LiveIndex live, TimeProvider time)
{
    /// <summary>Alike texts that are shown in full.</summary>
    public const int Shown = 8;

    /// <summary>Alike texts whose answers are counted by State.</summary>
    private const int Counted = 60;

    /// <summary>A text less like the draft than this part of the best one's score is not near it.</summary>
    private const double Near = 0.4;

    /// <summary>States that a count names.</summary>
    public const int States = 8;

    public async Task<WordingAnswer> ReadAsync(WordingRequest asked, CancellationToken cancel)
    {
        var reading = Reading.Of(asked.Draft);
        var read = reading?.Read;
        var alike = await AlikeAsync(asked, read, cancel);
        return new WordingAnswer(asked, SmartReview.Of(asked.Draft, time.GetUtcNow().Year), read, reading?.Reasons ?? [], Named(asked.Draft)) { Alike = alike, Expected = Expect(asked, read) };
    }

    /// <summary>What is like it: to the State that was chosen, or to any.</summary>
    private async Task<AlikeView> AlikeAsync(WordingRequest asked, TextClassification? read, CancellationToken cancel)
    {
        var filters = asked.Sur is { } sur ? SearchFilters.None with { Sur = [sur] } : SearchFilters.None;
        var query = new SimilarQuery(asked.Draft) { Filters = filters, Limit = Counted, Issues = IssuesOf(asked, read), Action = ActionOf(read) };
        var found = AlikeRecommendations.Read(live.Current, query);

        // Texts far behind the best share a word or two with the draft, which says nothing: they are neither shown nor counted.
        var near = found.Texts.TakeWhile(t => t.Found.Score >= found.Texts[0].Found.Score * Near).Count();
        if (near < found.Texts.Count)
        {
            found = AlikeRecommendations.Read(live.Current, query with { Limit = near });
        }

        var shown = found.Texts.Take(Shown).ToList();
        var rows = (await RecommendationRows.ByIdsAsync(store, [.. shown.Select(t => t.Found.RecommendationId)], cancel)).ToDictionary(r => r.Id);
        return new AlikeView(found, [.. shown.Where(t => rows.ContainsKey(t.Found.RecommendationId)).Select(t => (t, rows[t.Found.RecommendationId].Text))]);
    }

    /// <summary>What the draft names, each once, in the order of the text.</summary>
    private static IReadOnlyList<Entity> Named(string draft)
    {
        var (words, found) = (new TextWords(), new List<EntityMention>());
        words.Read(draft);
        new EntityFinder().Find(words, found);
        return [.. found.Select(m => m.Entity).Distinct().Select(i => EntityList.Current.All[i])];
    }

    private ExpectedResponse? Expect(WordingRequest asked, TextClassification? read) => asked.Sur is { } sur
        ? ResponseHistory.Of(live.Current).Expect(new ExpectedQuestion(sur, IssuesOf(asked, read), ActionOf(read)))
        : null;

    /// <summary>The issue that the writer chose, else those that are read.</summary>
    private static IReadOnlyList<string> IssuesOf(WordingRequest asked, TextClassification? read) => asked.Issue is { } issue ? [issue] : [.. read?.Issues.Select(i => i.Value) ?? []];

    private static int? ActionOf(TextClassification? read) => read is null ? null : int.Parse(read.Action.Value, CultureInfo.InvariantCulture);
}

/// <summary>What is like a draft.</summary>
/// <param name="Found">All that was compared, counted by State.</param>
/// <param name="Texts">The nearest, with their words.</param>
public sealed record AlikeView(AlikeRecommendations Found, IReadOnlyList<(AlikeText Alike, string Text)> Texts);
