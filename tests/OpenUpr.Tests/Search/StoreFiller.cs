using System.Globalization;
using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Storage;

namespace OpenUpr.Tests.Search;

/// <summary>Puts rows for the index into a store, as an import would, without its checks.</summary>
public static class StoreFiller
{
    private const long DocumentId = 1;

    private static readonly DateTimeOffset Then = new(2014, 6, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Adds the rows and the change that tells of them, in one transaction.</summary>
    public static async Task FillAsync(Store store, IReadOnlyList<IndexRow> rows, long sequence, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        if (!db.Documents.Any())
        {
            db.Documents.Add(new SourceDocument { Id = DocumentId, Sha256 = "0", Kind = "upr-info-export", FileName = "1-5.csv", MediaType = "text/csv", ReceivedAt = Then });
        }

        var reviews = db.Reviews.ToDictionary(r => (r.Sur, r.Session));
        foreach (var (sur, session) in rows.Select(r => (r.Sur, r.Session)).Distinct().Where(r => !reviews.ContainsKey(r)).ToList())
        {
            reviews.Add((sur, session), db.Reviews.Add(new Review { Id = reviews.Count + 1, Sur = sur, Session = session }).Entity);
        }

        await db.SaveChangesAsync(cancel);
        var texts = rows.DistinctBy(r => r.TextId).ToList();
        await db.BulkInsertAsync([.. texts.Select(r => new RecommendationText
        {
            Id = r.TextId, ReviewId = reviews[(r.Sur, r.Session)].Id, Kind = r.Kind, Text = r.Text, Key = BitConverter.GetBytes(r.TextId),
        })], cancel);
        await db.BulkInsertAsync([.. rows.Select(r => new Recommendation
        {
            Id = r.Id, TextId = r.TextId, Rs = r.Rs, DocumentId = DocumentId, Line = (int)r.Id, Identity = BitConverter.GetBytes(r.Id),
        })], cancel);
        await db.BulkInsertAsync([.. texts.Where(r => r.Position is not null).Select(r => new PositionRecord
        {
            Id = r.TextId, TextId = r.TextId, Value = r.Position!.Value, Wording = "Accepted", DocumentId = DocumentId, Rule = "test", RecordedAt = Then, IsCurrent = true,
        })], cancel);
        var tagId = db.Tags.Any() ? db.Tags.Max(t => t.Id) : 0;
        await db.BulkInsertAsync([.. rows.SelectMany(TagsOf).Select(t =>
        {
            t.Id = ++tagId;
            return t;
        })], cancel);
        db.Changes.Add(new Change { Sequence = sequence, FirstRecommendationId = rows.Min(r => r.Id), LastRecommendationId = rows.Max(r => r.Id) });
        await db.SaveChangesAsync(cancel);
        await MoveAsync(db, Counters.Changes, sequence, cancel);
        await MoveAsync(db, Counters.Tags, tagId, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Moves a counter past the ids that were given by hand.</summary>
    private static async Task MoveAsync(OpenUprDb db, string counter, long last, CancellationToken cancel) =>
        await db.TakeIdsAsync(counter, (int)(last + 1 - await db.TakeIdsAsync(counter, 0, cancel)), cancel);

    private static IEnumerable<Tag> TagsOf(IndexRow row)
    {
        if (row.Action is { } action)
        {
            yield return NewTag(row.Id, Tag.ActionScheme, action.ToString(CultureInfo.InvariantCulture));
        }

        var sets = new (string Scheme, IEnumerable<string> Values)[]
        {
            (Tag.IssueScheme, row.Issues), (Tag.SdgScheme, row.Sdgs.Select(g => g.ToString(CultureInfo.InvariantCulture))), (Tag.ThemeScheme, row.Themes), (Tag.PersonsScheme, row.Persons),
        };
        foreach (var (scheme, values) in sets)
        {
            foreach (var value in values)
            {
                yield return NewTag(row.Id, scheme, value);
            }
        }
    }

    private static Tag NewTag(long recommendation, string scheme, string value) =>
        new() { RecommendationId = recommendation, Scheme = scheme, Value = value, SetBy = "coder", SetByName = "test", SetAt = Then };
}
