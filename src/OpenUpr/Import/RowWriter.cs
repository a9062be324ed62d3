using System.Globalization;
using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.Import;

/// <summary>Turns checked rows into the store's rows and writes them in batches, inside the caller's transaction.</summary>
internal sealed class RowWriter
{
    private const int BatchSize = 2_000;
    private const string CoderName = "UPR Info";

    private readonly List<Review> _reviews = [];
    private readonly List<RecommendationText> _texts = [];
    private readonly List<Recommendation> _recommendations = [];
    private readonly List<PositionRecord> _positions = [];
    private readonly List<Tag> _tags = [];
    private readonly OpenUprDb _db;
    private readonly KnownRows _known;
    private readonly long _documentId;
    private readonly DateTimeOffset _now;
    private readonly CancellationToken _cancel;
    private IdRange _reviewIds = null!;
    private IdRange _textIds = null!;
    private IdRange _recommendationIds = null!;
    private IdRange _positionIds = null!;
    private IdRange _tagIds = null!;

    private RowWriter(OpenUprDb db, KnownRows known, long documentId, DateTimeOffset now, CancellationToken cancel)
    {
        _db = db;
        _known = known;
        _documentId = documentId;
        _now = now;
        _cancel = cancel;
    }

    public static async Task<RowWriter> OpenAsync(OpenUprDb db, KnownRows known, long documentId, DateTimeOffset now, CancellationToken cancel) => new(db, known, documentId, now, cancel)
    {
        _reviewIds = await IdRange.OpenAsync(db, Counters.Reviews, cancel),
        _textIds = await IdRange.OpenAsync(db, Counters.Texts, cancel),
        _recommendationIds = await IdRange.OpenAsync(db, Counters.Recommendations, cancel),
        _positionIds = await IdRange.OpenAsync(db, Counters.Positions, cancel),
        _tagIds = await IdRange.OpenAsync(db, Counters.Tags, cancel),
    };

    /// <summary>The id of the first pair that was added; null while none was.</summary>
    public long? FirstAdded => _recommendationIds.IsEmpty ? null : _recommendationIds.First;

    public async Task AddAsync(CheckedRow row, byte[] textKey, byte[] identity)
    {
        var recommendation = new Recommendation
        {
            Id = _recommendationIds.Next(), TextId = _known.TextOf(textKey) ?? AddText(row, textKey),
            Rs = row.Rs, DocumentId = _documentId, Line = row.Line, Identity = identity,
        };
        _recommendations.Add(recommendation);
        AddTag(recommendation.Id, Tag.ActionScheme, row.Action.ToString(CultureInfo.InvariantCulture));
        foreach (var issue in row.Issues)
        {
            AddTag(recommendation.Id, Tag.IssueScheme, issue);
        }

        if (_recommendations.Count >= BatchSize)
        {
            await FlushAsync();
        }
    }

    /// <summary>Writes what is left, moves the counters and tells every node what was added.</summary>
    public async Task CloseAsync()
    {
        await FlushAsync();
        foreach (var ids in new[] { _reviewIds, _textIds, _recommendationIds, _positionIds, _tagIds })
        {
            await ids.CloseAsync(_db, _cancel);
        }

        if (!_recommendationIds.IsEmpty)
        {
            var change = new Change
            {
                Sequence = await _db.TakeIdsAsync(Counters.Changes, 1, _cancel),
                FirstRecommendationId = _recommendationIds.First,
                LastRecommendationId = _recommendationIds.Last,
            };
            await _db.BulkInsertAsync([change], _cancel);
        }
    }

    private long AddText(CheckedRow row, byte[] key)
    {
        var text = new RecommendationText
        {
            Id = _textIds.Next(), ReviewId = _known.ReviewOf(row.Sur, row.Session) ?? AddReview(row), Kind = row.Kind, Text = row.Text, Key = key,
        };
        _texts.Add(text);
        _known.AddText(key, text.Id);
        if (row.Position is { } position)
        {
            _positions.Add(new PositionRecord
            {
                Id = _positionIds.Next(), TextId = text.Id, Value = position, Wording = row.Wording, DocumentId = _documentId,
                Rule = ResponseRule.Name, RecordedAt = _now, IsCurrent = true,
            });
        }

        return text.Id;
    }

    private long AddReview(CheckedRow row)
    {
        var review = new Review { Id = _reviewIds.Next(), Sur = row.Sur, Session = row.Session };
        _reviews.Add(review);
        _known.AddReview(row.Sur, row.Session, review.Id);
        return review.Id;
    }

    private void AddTag(long recommendationId, string scheme, string value) => _tags.Add(new Tag
    {
        Id = _tagIds.Next(), RecommendationId = recommendationId, Scheme = scheme, Value = value, SetBy = Tag.Coder, SetByName = CoderName, SetAt = _now,
    });

    private async Task FlushAsync()
    {
        await InsertAsync(_reviews);
        await InsertAsync(_texts);
        await InsertAsync(_recommendations);
        await InsertAsync(_positions);
        await InsertAsync(_tags);
    }

    private async Task InsertAsync<T>(List<T> rows)
        where T : class
    {
        if (rows.Count > 0)
        {
            await _db.BulkInsertAsync(rows, _cancel);
            rows.Clear();
        }
    }
}
