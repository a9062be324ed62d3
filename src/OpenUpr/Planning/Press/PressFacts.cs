using OpenUpr.Papers;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;
using OpenUpr.Sources.Papers;
using OpenUpr.Storage;

namespace OpenUpr.Planning.Press;

/// <summary>How the recommendations of a review were answered, in one unit.</summary>
public sealed record PressCount(CountUnit Unit, int All, int Supported, int Noted)
{
    public int Open => All - Supported - Noted;
}

/// <summary>
/// What the store knows of a review, for a text to the press. Nothing is guessed: what is not known is null, and the text then has a blank that somebody must fill.
/// </summary>
/// <param name="Review">The session that the text is about; null where none is named and none is known.</param>
/// <param name="Pairs">Recommendations as UPR Info counts, one for each State that made them; null where the store holds none of this review.</param>
/// <param name="Texts">The same, each text once.</param>
/// <param name="States">States that recommended something.</param>
/// <param name="Issues">Those that the coalition chose, slugs with pairs, the most first; empty where it chose none.</param>
/// <param name="ReviewedOn">The day on which the State was reviewed, as its report says.</param>
/// <param name="Adoption">When the Human Rights Council adopts the outcome.</param>
/// <param name="Symbol">Of the report; null where no source gives one.</param>
public sealed record PressFacts(
    string Sur, Session? Review, PressCount? Pairs, PressCount? Texts, int States, IReadOnlyList<(string Issue, int Pairs)> Issues, DateOnly? ReviewedOn, StepDate? Adoption, int? HrcSession, string? Symbol)
{
    private const int MostIssues = 5;

    public static async Task<PressFacts> ReadAsync(Store store, SearchIndex index, string sur, int? session, IReadOnlyList<string> issues, CancellationToken cancel)
    {
        var reference = store.Reference;
        if (session is not { } number)
        {
            return new PressFacts(sur, null, null, null, 0, [], null, null, null, null);
        }

        var query = new SearchQuery(null, new SearchFilters { Sur = [sur], Sessions = [number] });
        var tables = StatisticTable.ReadAll(index, query, ["rs", "issue"]);
        var texts = StatisticTable.Read(index, query, "rs", CountUnit.Texts).Total;
        var (total, facts) = (tables[0].Total, await ReviewFacts.ReadAsync(store, sur, number, cancel));
        var adoption = ReviewTimeline.Of(reference, sur, number)?.Steps.FirstOrDefault(s => s.Key == "hrc-adoption");
        return new PressFacts(
            sur, reference.FindSession(number),
            total.Count == 0 ? null : new PressCount(CountUnit.Pairs, total.Count, total.Supported, total.Noted),
            total.Count == 0 ? null : new PressCount(CountUnit.Texts, texts.Count, texts.Supported, texts.Noted),
            tables[0].Rows.Count(r => r.Key != State.Unknown),
            total.Count == 0 ? [] : [.. issues.Take(MostIssues).Select(i => (i, tables[1].Rows.FirstOrDefault(r => r.Key == i)?.Count ?? 0)).OrderByDescending(i => i.Item2)],
            facts.Of(ReviewFact.ReviewedOn) is [var said, ..] && DateOnly.TryParseExact(said, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null,
            adoption?.Date, adoption?.HrcSession, await SymbolAsync(store, sur, number, cancel));
    }

    /// <summary>The review of which the store holds the newest recommendations; null where it holds none.</summary>
    public static int? NewestReview(SearchIndex index, string sur) =>
        StatisticTable.Read(index, new SearchQuery(null, new SearchFilters { Sur = [sur] }), "session").Rows.Select(r => (int?)int.Parse(r.Key, System.Globalization.CultureInfo.InvariantCulture)).Max();

    private static async Task<string?> SymbolAsync(Store store, string sur, int session, CancellationToken cancel) =>
        (await ReviewDocuments.ReadAllAsync(store, sur, session, cancel)).Files.FirstOrDefault(f => f.Kind == PaperIdentity.NameOf(PaperKind.WorkingGroupReport))?.Symbol;
}
