using OpenUpr.Recommendations;

namespace OpenUpr.Sources.Papers.Addenda;

/// <summary>How surely a position was read: a later, surer one replaces an earlier one.</summary>
internal enum Sureness
{
    /// <summary>"All except 5": that 5 is noted is only implied.</summary>
    Implied,

    /// <summary>It stands under a heading or lead-in that states the position.</summary>
    Section,

    /// <summary>Its own sentence, cell or list states the position.</summary>
    Stated,
}

/// <summary>Where in the addendum something stands.</summary>
/// <param name="Paragraph">The addendum's own paragraph; null where it has no numbers.</param>
internal readonly record struct AnswerPlace(int? Page, string? Paragraph);

/// <summary>A position with the words that decide it, see <see cref="ReadPosition"/>.</summary>
internal sealed record StatedPosition(FoundPosition Found, string Wording, string? Lead, AnswerPlace Place);

/// <summary>Collects what an addendum says of each recommendation, and notices where it says two things.</summary>
internal sealed class AnswerBook(string? symbol)
{
    private const int LongestExcerpt = 400;

    private readonly Dictionary<AnswerId, (StatedPosition Position, Sureness Sureness)> _positions = [];
    private readonly Dictionary<AnswerId, List<string>> _reasons = [];
    private readonly List<AnswerId> _order = [];
    private readonly List<ReadDoubt> _doubts = [];

    public bool Knows(AnswerId id) => _positions.ContainsKey(id);

    public void Set(AnswerId id, StatedPosition position, Sureness sureness)
    {
        if (!_positions.TryGetValue(id, out var known))
        {
            _order.Add(id);
        }
        else if (sureness < known.Sureness || (sureness == known.Sureness && IsSame(position, known.Position)))
        {
            Compare(id, known.Position, position, sureness);
            return;
        }
        else if (sureness == known.Sureness)
        {
            Differ(id, known.Position, position);
            position = Both(known.Position, position);
        }

        _positions[id] = (position, sureness);
    }

    public void Explain(AnswerId id, string reason)
    {
        var reasons = _reasons.TryGetValue(id, out var known) ? known : _reasons[id] = [];
        if (reason.Length > 0 && !reasons.Contains(reason))
        {
            reasons.Add(reason);
        }
    }

    /// <summary>A recommendation is named, but what the State says of it could not be told.</summary>
    public void Unread(AnswerId id, AnswerPlace place, string excerpt)
    {
        if (!Knows(id))
        {
            _doubts.Add(new ReadDoubt("position-unread", id.Paragraph, id.Letter, place.Page, Short(excerpt), null));
        }
    }

    /// <summary>The answers in the order of the paper.</summary>
    public IReadOnlyList<ReadAnswer> Answers => [.. _order.Select(Answer)];

    public IReadOnlyList<ReadDoubt> Doubts => [.. _doubts.Where(d => d.Found is not null || !_order.Any(i => i.Paragraph == d.Paragraph && i.Letter == d.Part)).DistinctBy(d => (d.Code, d.Paragraph, d.Part))];

    private ReadAnswer Answer(AnswerId id)
    {
        var position = _positions[id].Position;
        var source = symbol is null && position.Place.Paragraph is null ? null
            : position.Place.Paragraph is { } paragraph ? $"{symbol ?? "addendum"}, para. {paragraph}" : symbol;
        var reason = _reasons.TryGetValue(id, out var reasons) && reasons.Count > 0 ? string.Join("\n", reasons) : null;
        return new ReadAnswer(id.Paragraph, id.Letter, position.Place.Page, new ReadPosition(position.Found.Value, position.Found.Partial, position.Wording, source, position.Lead, reason, PositionWords.Rule));
    }

    private static bool IsSame(StatedPosition one, StatedPosition other) => one.Found.Value == other.Found.Value && one.Found.Partial == other.Found.Partial;

    // What is said twice may be said differently: the surer one holds, and a person is told.
    private void Compare(AnswerId id, StatedPosition holds, StatedPosition other, Sureness sureness)
    {
        if (sureness != Sureness.Implied && holds.Found.Value != other.Found.Value)
        {
            Differ(id, holds, other);
        }
    }

    private void Differ(AnswerId id, StatedPosition first, StatedPosition second) => _doubts.Add(new ReadDoubt(
        "position-unread", id.Paragraph, id.Letter, second.Place.Page, Short($"{first.Wording} / {second.Wording}"), Both(first, second).Found.Value.ToString().ToLowerInvariant()));

    private static StatedPosition Both(StatedPosition first, StatedPosition second) =>
        first.Found.Partial ? first : second.Found.Partial ? second : first.Found.Value == Position.Pending ? second : first;

    private static string Short(string text) => text.Length <= LongestExcerpt ? text : text[..LongestExcerpt] + "...";
}
