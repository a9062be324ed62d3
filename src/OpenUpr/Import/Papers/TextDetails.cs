using OpenUpr.Storage;

namespace OpenUpr.Import.Papers;

/// <summary>Writes the positions and wordings of a review's texts. What no source says any more goes; what is said still keeps its row.</summary>
internal sealed class TextDetails
{
    private readonly OpenUprDb _db;
    private readonly ReviewState _state;
    private readonly DateTimeOffset _now;
    private readonly CancellationToken _cancel;
    private readonly List<PositionRecord> _newPositions = [];
    private readonly List<PositionRecord> _becomeCurrent = [];
    private readonly List<Wording> _newWordings = [];
    private IdRange _positionIds = null!;
    private IdRange _wordingIds = null!;

    private TextDetails(OpenUprDb db, ReviewState state, DateTimeOffset now, CancellationToken cancel)
    {
        _db = db;
        _state = state;
        _now = now;
        _cancel = cancel;
    }

    public static async Task<TextDetails> OpenAsync(OpenUprDb db, ReviewState state, DateTimeOffset now, CancellationToken cancel) => new(db, state, now, cancel)
    {
        _positionIds = await IdRange.OpenAsync(db, Counters.Positions, cancel),
        _wordingIds = await IdRange.OpenAsync(db, Counters.Wordings, cancel),
    };

    /// <summary>The number of positions added.</summary>
    public async Task<int> WriteAsync(IReadOnlyList<TargetText> texts)
    {
        foreach (var text in texts)
        {
            ComparePositions(text);
            CompareWordings(text);
        }

        // First those that no longer hold, then those that do: at no moment may two of a text be current.
        await _db.SaveChangesAsync(_cancel);
        _becomeCurrent.ForEach(p => p.IsCurrent = true);
        await _db.SaveChangesAsync(_cancel);
        await _db.BulkInsertAsync(_newPositions, _cancel);
        await _db.BulkInsertAsync(_newWordings, _cancel);
        await _positionIds.CloseAsync(_db, _cancel);
        await _wordingIds.CloseAsync(_db, _cancel);
        return _newPositions.Count;
    }

    private void ComparePositions(TargetText text)
    {
        var stored = _state.Positions[text.Row!.Id].ToList();
        foreach (var wanted in text.Positions)
        {
            var row = stored.Find(p => TargetPositions.Same(p, wanted));
            var isCurrent = ReferenceEquals(wanted, text.Current);
            if (row is null)
            {
                (wanted.Id, wanted.TextId, wanted.IsCurrent) = (_positionIds.Next(), text.Row.Id, isCurrent);
                wanted.RecordedAt = wanted.RecordedAt == default ? _now : wanted.RecordedAt;
                _newPositions.Add(wanted);
                continue;
            }

            stored.Remove(row);
            if (isCurrent && !row.IsCurrent)
            {
                _becomeCurrent.Add(row);
            }

            row.IsCurrent &= isCurrent;
        }

        _db.Positions.RemoveRange(stored);
    }

    private void CompareWordings(TargetText text)
    {
        var stored = _state.Wordings[text.Row!.Id].ToList();
        foreach (var wanted in text.Wordings)
        {
            if (stored.Find(w => Same(w, wanted)) is { } row)
            {
                stored.Remove(row);
                continue;
            }

            (wanted.Id, wanted.TextId) = (_wordingIds.Next(), text.Row.Id);
            _newWordings.Add(wanted);
        }

        _db.Wordings.RemoveRange(stored);
    }

    private static bool Same(Wording a, Wording b) =>
        (a.DocumentId, a.Text, a.StatesAsPrinted, a.Number, a.Page) == (b.DocumentId, b.Text, b.StatesAsPrinted, b.Number, b.Page);
}
