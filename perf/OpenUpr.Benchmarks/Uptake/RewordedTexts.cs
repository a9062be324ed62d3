using OpenUpr.Benchmarks.Similar;
using OpenUpr.FollowUp.Uptake;
using OpenUpr.Search.Text;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Benchmarks.Uptake;

/// <summary>A text of a report worded anew.</summary>
/// <param name="Originals">Texts of the review that it was made of: one, or two for <see cref="RewordingKind.Split"/>.</param>
/// <param name="Before">The draft before words were exchanged.</param>
internal sealed record RewordedText(UptakeReview Review, RewordingKind Kind, IReadOnlyList<UptakeText> Originals, UptakeAsk Ask, string Before)
{
    /// <summary>Whether a recommendation is what the draft was made of: itself, or one of the same words.</summary>
    public bool IsRight(UptakeText text) => Originals.Any(o => o.Id == text.Id || Rewording.Plain(o.Text) == Rewording.Plain(text.Text));

    /// <summary>Whether a recommendation says all that the draft said before words were exchanged, so that nothing could tell it from the original.</summary>
    public bool IsAsNear(UptakeText text) => Tokenizer.Words(Before).Select(w => Porter.Stem(w)).Except(Tokenizer.Words(text.Text).Select(w => Porter.Stem(w))).Any() is false;

    /// <summary>Texts drawn round by round over all reports, each kind as often as another.</summary>
    public static IReadOnlyList<RewordedText> Draw(IReadOnlyList<UptakeReview> reviews, CoalitionWording wording, int count, int seed)
    {
        var random = new Random(seed);
        var kinds = Enum.GetValues<RewordingKind>();
        var drawn = new List<RewordedText>();
        var taken = new HashSet<(string, long)>();
        var order = reviews.ToArray();
        random.Shuffle(order);
        for (var i = 0; drawn.Count < count; i++)
        {
            var (review, kind) = (order[i % order.Length], kinds[drawn.Count % kinds.Length]);
            var texts = review.Texts.Where(t => Tokenizer.Words(t.Text).Count >= 8 && (kind != RewordingKind.Merged || CoalitionWording.CanMerge(t.Text))).ToList();
            if (texts.Count < 2)
            {
                continue;
            }

            var (text, second) = (texts[random.Next(texts.Count)], texts[random.Next(texts.Count)]);
            if (text.Id == second.Id || !taken.Add((review.Symbol, text.Id)))
            {
                continue;
            }

            var (draft, before) = wording.Of(kind, text.Text, second.Text, random);
            drawn.Add(new RewordedText(review, kind, kind == RewordingKind.Split ? [text, second] : [text], new UptakeAsk(draft, [.. Classifier.Shipped.Classify(draft).Issues.Select(x => x.Value)], []), before));
        }

        return drawn;
    }
}
