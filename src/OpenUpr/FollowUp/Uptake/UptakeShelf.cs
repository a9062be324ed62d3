using OpenUpr.Planning.ReviewDay;
using OpenUpr.Reviews;

namespace OpenUpr.FollowUp.Uptake;

/// <summary>
/// The recommendations of a review, ready to be compared with what a coalition asked for. A draft that asks for two things is compared as a whole and thing by thing, because States split
/// it; of two drafts that became one recommendation each finds it, because how much of the draft stands in it counts as well as the other way round.
/// </summary>
public sealed class UptakeShelf
{
    /// <summary>From so much on a reason is named.</summary>
    private const double MostWords = 0.5, MostMeaning = 0.5;

    /// <summary>From so much on the likeliest of one thing comes before the second of another.</summary>
    private const double Worth = 0.3;

    private readonly TextShelf _written;
    private readonly TextShelf _meant;
    private readonly UptakeModel _model;
    private readonly Dictionary<long, UptakeText> _texts;

    private UptakeShelf(TextShelf written, TextShelf meant, UptakeModel model, IEnumerable<UptakeText> texts) =>
        (_written, _meant, _model, _texts) = (written, meant, model, texts.ToDictionary(t => t.Id));

    public int Count => _texts.Count;

    /// <param name="model">Null for the program's own.</param>
    public static async Task<UptakeShelf> BuildAsync(ReferenceData reference, string sur, int session, IReadOnlyList<UptakeText> texts, UptakeModel? model = null, CancellationToken cancel = default)
    {
        Task<TextShelf> Of(Func<string, string> read) => TextShelf.BuildAsync(reference, sur, session, texts.Select(t => new ShelfText(t.Id, State.Unknown, read(t.Text))), [], cancel);
        return new UptakeShelf(await Of(t => t), await Of(SameWords.Read), model ?? UptakeModel.Shipped, texts);
    }

    /// <summary>The likeliest recommendations, best first; where the draft asks for several things, the likeliest of each come before the second of any.</summary>
    /// <param name="ask">Its text has at most <see cref="Search.Similar.SimilarQuery.MaxLength"/> characters.</param>
    public IReadOnlyList<UptakeFound> Find(UptakeAsk ask, int limit = 3)
    {
        var best = new Dictionary<long, UptakeFound>();
        foreach (var (signs, text, part) in Signs(ask))
        {
            var confidence = _model.Confidence(signs);
            if (!best.TryGetValue(text.Id, out var known) || confidence > known.Confidence)
            {
                best[text.Id] = new UptakeFound(text, confidence, Reasons(signs), part);
            }
        }

        var ranked = best.Values.OrderByDescending(f => f.Confidence).ThenBy(f => f.Text.Id).ToList();
        HashSet<int> seen = [];
        var first = ranked.Where((f, i) => i == 0 ? f.Part is not { } part || seen.Add(part) : f.Part is { } other && f.Confidence >= Worth && seen.Add(other)).ToHashSet();
        return [.. ranked.Where(first.Contains).Concat(ranked.Where(f => !first.Contains(f))).Take(limit)];
    }

    /// <summary>What a draft, and each thing that it asks for, has in common with every recommendation.</summary>
    public IEnumerable<(UptakeSigns Signs, UptakeText Text, int? Part)> Signs(UptakeAsk ask) =>
        AskParts.Of(ask.Text).Select((text, i) => (Text: text, Part: (int?)i)).Prepend((ask.Text, null)).SelectMany(asked =>
        {
            var meant = _meant.Compare(SameWords.Read(asked.Text)).ToList();
            var nearest = meant.Select(m => UptakeSigns.Near(m.Shared)).DefaultIfEmpty(0).Max();
            return _written.Compare(asked.Text).Zip(meant, (written, read) =>
            {
                var text = _texts[written.Id];
                var standing = nearest > 0 ? UptakeSigns.Near(read.Shared) / nearest : 0;
                return (new UptakeSigns(written.Shared, read.Shared, standing, Common(ask.Issues, text.Issues), text.States.Any(ask.Targets.Contains), asked.Part is not null), text, asked.Part);
            });
        });

    private static double Common(IReadOnlyCollection<string> a, IReadOnlyCollection<string> b)
    {
        var both = a.Intersect(b).Count();
        return both == 0 ? 0 : (double)both / (a.Count + b.Count - both);
    }

    private static UptakeReasons Reasons(UptakeSigns signs) =>
        (signs.Written.Score >= MostWords ? UptakeReasons.Wording : UptakeReasons.None)
        | (Math.Max(signs.Meant.OfAsked, signs.Meant.OfFound) >= MostMeaning ? UptakeReasons.Meaning : UptakeReasons.None)
        | (signs.Issue > 0 ? UptakeReasons.Issue : UptakeReasons.None)
        | (signs.Approached ? UptakeReasons.Approached : UptakeReasons.None)
        | (signs.IsPart ? UptakeReasons.OneOfSeveral : UptakeReasons.None)
        | (signs.Meant.OfFound < MostMeaning && signs.Meant.OfAsked >= MostMeaning ? UptakeReasons.AsksMore : UptakeReasons.None);
}
