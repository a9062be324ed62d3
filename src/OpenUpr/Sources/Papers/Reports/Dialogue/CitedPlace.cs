using OpenUpr.Reviews;
using OpenUpr.Sources.Papers.StateMentions;

namespace OpenUpr.Sources.Papers.Reports.Dialogue;

/// <summary>What stands at a cited place: the recommendation's words and who said them.</summary>
internal sealed record FoundText(Citation Citation, string Text, string? State);

/// <summary>Goes to a place of the dialogue and takes from it what was recommended there.</summary>
internal sealed class CitedPlace(DialogueParagraph paragraph, string? sur, ReferenceData reference)
{
    private readonly string _text = paragraph.Text;
    private readonly IReadOnlyList<LetteredItem> _items = LetteredItems.In(paragraph.Text);
    private readonly IReadOnlyList<StateMention> _speakers = [.. DialogueSpeakers.Places(paragraph.Text, reference).Where(m => m.Iso3 != sur)];

    /// <summary>The texts at the place, in order; empty where the paragraph has no such item, or nothing is recommended there.</summary>
    public IReadOnlyList<FoundText> Read(Citation citation)
    {
        if (citation.Items.Count == 0)
        {
            return citation.Piece == CitedPiece.All ? [.. Whole(citation)] : [.. OneSentence(citation)];
        }

        if (_items.Count > 0)
        {
            return _items.FirstOrDefault(i => i.Letter == citation.Items[0]) is { } item ? [.. OfItem(item, citation)] : [];
        }

        // A paragraph that was printed without its letters: "(b)" is the second thing that it recommends.
        var sentences = RecommendingSentences();
        var place = citation.Items[0][0] - 'a';
        return place < sentences.Count ? [OfSentence(sentences[place].Start, sentences[place].End, citation)] : [];
    }

    private IEnumerable<FoundText> OfItem(LetteredItem item, Citation citation)
    {
        var (start, end) = (item.Start, item.End);
        if (citation.Items.Count > 1)
        {
            if (LetteredItems.InsideOf(_text, item).FirstOrDefault(i => i.Letter == citation.Items[1]) is not { } inner)
            {
                yield break;
            }

            (start, end) = (inner.Start, inner.End);
        }

        var first = _items.Where(i => i == item || (i.MarkerStart < item.MarkerStart && !HasVerbBetween(i.Start, item.MarkerStart))).MinBy(i => i.MarkerStart) ?? item;
        var stem = Recommending.Stem(_text[..first.MarkerStart], sur, reference);
        var words = stem == "that"
            ? Recommending.TidyItem("that " + _text[start..end], sur, reference)
            : $"{stem} {Recommending.TidyItem(_text[start..end], sur, reference)}".TrimStart();
        yield return new FoundText(citation, words, SpeakerAt(item.MarkerStart));
    }

    /// <summary>A new verb of recommending begins a new list of items, to which the words before the old one do not belong.</summary>
    private bool HasVerbBetween(int from, int to) => Recommending.IsIn(_text[from..to]) || _text[from..to].Contains(". ", StringComparison.Ordinal);

    private IEnumerable<FoundText> Whole(Citation citation) =>
        RecommendingSentences().Select(s => (s.Start, Texts: new[] { OfSentence(s.Start, s.End, citation) }.AsEnumerable()))
            .Concat(_items.Select(i => (Start: i.MarkerStart, Texts: OfItem(i, citation with { Items = [i.Letter] }))))
            .OrderBy(t => t.Start)
            .SelectMany(t => t.Texts);

    /// <summary>Sentences without items in which something is recommended; milder words count only where the paragraph has no items.</summary>
    private List<(int Start, int End)> RecommendingSentences()
    {
        var sentences = Sentences.Of(_text).Where(s => !_items.Any(i => i.MarkerStart >= s.Start && i.MarkerStart < s.End)).ToList();
        return _items.Count > 0 ? sentences.FindAll(s => Recommending.IsSaidIn(_text[s.Start..s.End])) : Recommending.Among(sentences, _text);
    }

    private IEnumerable<FoundText> OneSentence(Citation citation)
    {
        var sentences = Sentences.Of(_text);
        if (sentences.Count > 0)
        {
            var (start, end) = citation.Piece == CitedPiece.Last ? sentences[^1] : sentences[0];
            yield return OfSentence(start, end, citation);
        }
    }

    private FoundText OfSentence(int start, int end, Citation citation) =>
        new(citation, Recommending.Reduce(_text[start..end], sur, reference), SpeakerAt(end));

    /// <summary>The last speaker before the place; a paragraph whose speaker is told nowhere belongs to the first State that it names.</summary>
    private string? SpeakerAt(int place) =>
        (_speakers.LastOrDefault(s => s.Start < place) is { Length: > 0 } speaker ? speaker : _speakers.Count > 0 ? _speakers[0] : FirstNamed()).Iso3;

    private StateMention FirstNamed() => StateMentions.StateMentions.In(_text, reference).FirstOrDefault(m => m.Iso3 != sur);
}
