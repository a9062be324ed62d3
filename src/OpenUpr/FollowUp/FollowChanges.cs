using System.Globalization;
using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp;

/// <summary>A followed recommendation beside what the database says now.</summary>
/// <param name="Row">Null for one that is new.</param>
/// <param name="Text">Null for one that the database does not hold any more.</param>
/// <param name="Place">In the order of the report, from 1.</param>
internal readonly record struct Beside(FollowedRecommendation? Row, ReviewText? Text, int Place);

/// <summary>What taking over the database again would change.</summary>
/// <param name="New">Recommendations that are not followed yet.</param>
/// <param name="Answered">Those whose position is another one now.</param>
/// <param name="Changed">Those whose words, number, States, issues or goals are others now.</param>
/// <param name="Gone">Those that the database does not hold any more.</param>
public sealed record PendingChanges(int New, int Answered, int Changed, int Gone)
{
    public bool IsNone => New + Answered + Changed + Gone == 0;
}

/// <summary>Compares followed recommendations with the database.</summary>
internal static class FollowChanges
{
    /// <summary>By the pair in the database, else by number and words, else by words alone; each at most once.</summary>
    public static IReadOnlyList<Beside> Pair(IReadOnlyList<FollowedRecommendation> rows, IReadOnlyList<ReviewText> texts)
    {
        var left = new List<FollowedRecommendation>(rows);
        var found = new FollowedRecommendation?[texts.Count];
        Func<FollowedRecommendation, ReviewText, bool>[] ways =
        [
            (row, text) => row.RecommendationId == text.First.Id,
            (row, text) => row.Number == text.First.Paragraph && Same(row.Text, text.First.Text),
            (row, text) => Same(row.Text, text.First.Text),
        ];
        foreach (var way in ways)
        {
            for (var i = 0; i < texts.Count && left.Count > 0; i++)
            {
                if (found[i] is null && left.FindIndex(r => way(r, texts[i])) is >= 0 and var at)
                {
                    found[i] = left[at];
                    left.RemoveAt(at);
                }
            }
        }

        return [.. texts.Select((t, i) => new Beside(found[i], t, i + 1)), .. left.Select((r, i) => new Beside(r, null, texts.Count + i + 1))];
    }

    public static PendingChanges Count(IReadOnlyList<Beside> beside)
    {
        var both = beside.Where(b => b is { Row: not null, Text: not null }).Select(b => (Row: b.Row!, Text: b.Text!)).ToList();
        return new PendingChanges(
            beside.Count(b => b.Row is null), both.Count(b => b.Row.Position != b.Text.Position),
            both.Count(b => (b.Row.RecommendationId, b.Row.Number, b.Row.Text, b.Row.States, b.Row.Issues, b.Row.Goals) != (b.Text.First.Id, b.Text.First.Paragraph, b.Text.First.Text, States(b.Text), Issues(b.Text), Goals(b.Text))),
            beside.Count(b => b is { Text: null, Row.RecommendationId: not null }));
    }

    /// <summary>Writes into a row what the database says.</summary>
    /// <param name="text">Null where it holds the recommendation no more: the row keeps its words.</param>
    public static void Take(FollowedRecommendation row, ReviewText? text, int place)
    {
        row.Place = place;
        if (text is null)
        {
            row.RecommendationId = null;
            return;
        }

        (row.RecommendationId, row.Number, row.Text, row.Position) = (text.First.Id, text.First.Paragraph, text.First.Text, text.Position);
        (row.States, row.Issues, row.Goals) = (States(text), Issues(text), Goals(text));
    }

    private static bool Same(string one, string other) => RecommendationIdentity.Normalise(one) == RecommendationIdentity.Normalise(other);

    private static string States(ReviewText text) => string.Join(',', text.States);

    private static string Issues(ReviewText text) => string.Join('\n', text.First.Issues);

    private static string Goals(ReviewText text) => string.Join(',', text.First.Sdgs.Select(g => g.ToString(CultureInfo.InvariantCulture)));
}
