using Microsoft.EntityFrameworkCore;
using OpenUpr.Recommendations;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Readings;

namespace OpenUpr.Import.Papers;

/// <summary>Writes what differs between a review as it stands and as it has to stand: ids stay, new rows get new ids, and every changed pair is told to the search index.</summary>
internal sealed class TargetWriter(OpenUprDb db, ReviewState state, long firstNew, DateTimeOffset now, CancellationToken cancel)
{
    private readonly List<Paragraph> _newParagraphs = [];
    private readonly List<RecommendationText> _newTexts = [];
    private readonly List<Recommendation> _newPairs = [];
    private readonly Dictionary<string, Paragraph> _paragraphs = new(StringComparer.Ordinal);
    private IdRange _paragraphIds = null!;
    private IdRange _textIds = null!;
    private IdRange _pairIds = null!;

    public async Task<DerivedCounts> WriteAsync(IReadOnlyList<TargetText> texts, IReadOnlyList<RaisedDoubt> doubts)
    {
        // Opened before anything is changed: taking ids saves what is tracked.
        _paragraphIds = await IdRange.OpenAsync(db, Counters.Paragraphs, cancel);
        _textIds = await IdRange.OpenAsync(db, Counters.Texts, cancel);
        _pairIds = await IdRange.OpenAsync(db, Counters.Recommendations, cancel);
        var details = await TextDetails.OpenAsync(db, state, now, cancel);
        var raised = await DoubtWriter.OpenAsync(db, state, now, cancel);
        var changes = new PairChanges(state);
        var assignment = new PairAssignment(state);
        assignment.Run(texts);

        PlaceParagraphs(texts);
        PlaceTexts(texts);
        await db.BulkInsertAsync(_newParagraphs, cancel);
        await db.BulkInsertAsync(_newTexts, cancel);
        var pairs = new PairWriter(db, state, assignment, firstNew, now, cancel);
        await pairs.WriteAsync(texts, _newPairs, _pairIds);
        var positions = await details.WriteAsync(texts);
        await pairs.WriteTagsAsync(texts);
        var open = await raised.WriteAsync(texts, doubts);
        await DropLeftoversAsync(texts);
        foreach (var ids in new[] { _paragraphIds, _textIds, _pairIds })
        {
            await ids.CloseAsync(db, cancel);
        }

        await changes.WriteAsync(db, texts, pairs.Tagged.Concat(await CorrectionSpread.RunAsync(db, now, cancel, state.Review.Id)), cancel);
        var pledges = texts.Where(t => t.Kind == RecommendationKind.Pledge).SelectMany(t => t.Pairs).Count(p => _newPairs.Contains(p.Row!));
        return new DerivedCounts(_newParagraphs.Count, _newTexts.Count, _newPairs.Count - pledges, pledges, positions, open);
    }

    private void PlaceParagraphs(IReadOnlyList<TargetText> texts)
    {
        foreach (var old in state.Paragraphs)
        {
            _paragraphs.TryAdd(old.Number, old);
        }

        foreach (var entry in texts.Select(t => t.Entry).OfType<PaperEntry>().DistinctBy(e => e.Paragraph))
        {
            if (!_paragraphs.TryGetValue(entry.Paragraph, out var paragraph))
            {
                paragraph = new Paragraph { Id = _paragraphIds.Next(), ReviewId = state.Review.Id, DocumentId = entry.Base.DocumentId, Number = entry.Paragraph, Page = entry.Page };
                _paragraphs[entry.Paragraph] = paragraph;
                _newParagraphs.Add(paragraph);
            }

            (paragraph.DocumentId, paragraph.Page) = (entry.Base.DocumentId, entry.Page);
        }
    }

    private void PlaceTexts(IReadOnlyList<TargetText> texts)
    {
        var byKey = state.Texts.ToDictionary(t => HashKey.From(t.Key));
        foreach (var text in texts)
        {
            if (!byKey.TryGetValue(HashKey.From(text.Key), out var row))
            {
                row = new RecommendationText { Id = _textIds.Next(), ReviewId = state.Review.Id, Kind = text.Kind, Text = text.Text, Key = text.Key };
                _newTexts.Add(row);
            }

            text.Row = row;
            row.Text = text.Text;
            row.ParagraphId = text.Entry is { } entry ? _paragraphs[entry.Paragraph].Id : null;
            (row.Part, row.Cited) = (text.Entry?.Part, text.Entry?.Cited);
        }
    }

    /// <summary>Texts without pairs and paragraphs without texts go; what merged and withdrawn ids point at stays, out of its paragraph.</summary>
    private async Task DropLeftoversAsync(IReadOnlyList<TargetText> texts)
    {
        var kept = texts.Select(t => t.Row!.Id).ToHashSet();
        var gone = new List<long>();
        var pointedAt = state.Pairs.Where(p => db.Entry(p).State != EntityState.Detached).Select(p => p.TextId).ToHashSet();
        foreach (var text in state.Texts.Where(t => !kept.Contains(t.Id)))
        {
            if (pointedAt.Contains(text.Id))
            {
                text.ParagraphId = null;
                continue;
            }

            db.Positions.RemoveRange(state.Positions[text.Id]);
            db.Wordings.RemoveRange(state.Wordings[text.Id]);
            foreach (var doubt in state.Doubts.Where(d => d.TextId == text.Id))
            {
                doubt.TextId = null;
            }

            db.Texts.Remove(text);
            gone.Add(text.Id);
        }

        var numbers = texts.Select(t => t.Entry?.Paragraph).OfType<string>().ToHashSet(StringComparer.Ordinal);
        db.Paragraphs.RemoveRange(state.Paragraphs.Where(p => !numbers.Contains(p.Number)));
        await db.MachineReadings.Where(r => EF.Parameter(gone).Contains(r.TextId)).ExecuteDeleteAsync(cancel);
        await db.SaveChangesAsync(cancel);
    }
}
