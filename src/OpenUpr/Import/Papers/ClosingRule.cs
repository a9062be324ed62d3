using System.Globalization;
using OpenUpr.Recommendations;
using OpenUpr.Sources.Papers;
using OpenUpr.Storage;

namespace OpenUpr.Import.Papers;

/// <summary>
/// The Council's decision closes the review: a recommendation that has no answer by then is noted (resolution 5/1, annex, paragraph 32, 2007:
/// those that enjoy support are identified, the others are noted). Where the decision names replies that are not in the store, a doubt says so.
/// </summary>
internal sealed class ClosingRule(ReviewPapers papers, PaperMerge merge)
{
    /// <summary>Change the rule, change the number.</summary>
    public const string Name = "no-answer-by-adoption/1";

    private const string Wording = "No answer by the adoption of the outcome";

    public void Run()
    {
        if (papers.Decision is not { } decision)
        {
            return;
        }

        var open = merge.Entries.Where(e => e.Kind == RecommendationKind.Recommendation && e.Positions.All(p => p.Read.Value == Position.Pending)).ToList();
        var day = decision.Reading.Facts.FirstOrDefault(f => f.Kind == ReviewFact.OutcomeAdoptedOn)?.Value is { } value
            && DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var adopted) ? adopted : decision.PublishedOn;
        foreach (var entry in open)
        {
            entry.Positions.Add(new PaperPosition(
                decision, new ReadPosition(Position.Noted, false, Wording, decision.Symbol, null, null, Name), decision.Symbol, day, null, PositionRank.Rule));
        }

        foreach (var symbol in open.Count == 0 ? [] : decision.Reading.Named.Where(n => !papers.All.Any(p => p.Symbol == n)))
        {
            merge.Raise(new RaisedDoubt(DoubtCodes.AddendumMissing, $"{decision.Name}|{symbol}", decision.DocumentId) { Found = symbol });
        }
    }
}
