using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Recommendations;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Readings;
using OpenUpr.Taxonomy.Topics;

namespace OpenUpr.Search;

/// <summary>What the search index keeps of one pair.</summary>
/// <param name="TextId">Pairs with the same text id are one text; the index counts them apart and together.</param>
/// <param name="ParagraphId">Null where the paragraph is not known.</param>
/// <param name="Issues">Slugs.</param>
public sealed record IndexRow(
    long Id,
    long TextId,
    long? ParagraphId,
    RecommendationKind Kind,
    string Sur,
    string Rs,
    int Session,
    Position? Position,
    int? Action,
    IReadOnlyList<string> Issues,
    string Text)
{
    /// <summary>Numbers of goals, ascending.</summary>
    public IReadOnlyList<int> Sdgs { get; init; } = [];

    /// <summary>Slugs of OHCHR's themes.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>Slugs of groups of affected persons.</summary>
    public IReadOnlyList<string> Persons { get; init; } = [];

    /// <summary>Which of the labels a machine read, because no person gave any.</summary>
    public MachineLabels ByMachine { get; init; }
}

/// <summary>Labels of a pair that a machine read.</summary>
[Flags]
public enum MachineLabels : byte
{
    None = 0,
    Action = 1,
    Issues = 2,
    Sdgs = 4,
    Themes = 8,
    Persons = 16,
}

/// <summary>Streams the whole store for the index, in the order of texts, so that pairs of one text stand together.</summary>
public static class IndexRows
{
    /// <summary>Texts read at a time.</summary>
    internal const int BatchSize = 5_000;

    /// <summary>Reads the next batch while the caller works on this one.</summary>
    public static async IAsyncEnumerable<IndexRow> ReadAllAsync(Store store, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var reading = NextAsync(db, 0, cancel);
        try
        {
            while (await reading is { Count: > 0 } rows)
            {
                reading = NextAsync(db, rows[^1].TextId, cancel);
                foreach (var row in rows)
                {
                    yield return row;
                }
            }
        }
        finally
        {
            // A caller who stops early must not find the database closed under a batch that is still being read.
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The pairs of the next texts. Texts without pairs (all merged away) are passed over; an empty list is the end.</summary>
    private static Task<List<IndexRow>> NextAsync(OpenUprDb db, long last, CancellationToken cancel) => Task.Run(
        async () =>
        {
            while (true)
            {
                // Whole texts at a time: a batch is a range of text ids, and every pair and tag of it is read with it.
                var ids = await db.Texts.AsNoTracking().Where(t => t.Id > last).OrderBy(t => t.Id).Select(t => t.Id).Take(BatchSize).ToListAsync(cancel);
                if (ids.Count == 0)
                {
                    return [];
                }

                if (await ReadRangeAsync(db, ids[0], ids[^1], cancel) is { Count: > 0 } rows)
                {
                    return rows;
                }

                last = ids[^1];
            }
        },
        cancel);

    /// <summary>The pairs of the texts whose ids lie between two, both included.</summary>
    internal static async Task<List<IndexRow>> ReadRangeAsync(OpenUprDb db, long first, long end, CancellationToken cancel)
    {
        // Merged pairs are few and are dropped here: asked for "merged into nothing", SQLite goes through the whole table for every batch.
        var pairs = db.Recommendations.AsNoTracking().Where(r => r.TextId >= first && r.TextId <= end);
        var tags = (await (from t in db.Tags.AsNoTracking()
                           join r in pairs on t.RecommendationId equals r.Id
                           where t.WithdrawnAt == null && SchemeLabels.Schemes.Contains(t.Scheme)
                           select new { t.RecommendationId, t.Id, t.Scheme, t.Value, t.SetBy }).ToListAsync(cancel)).ToLookup(t => t.RecommendationId, t => new SetTag(t.Id, t.Scheme, t.Value, t.SetBy));
        var readings = await db.MachineReadings.AsNoTracking().Where(r => r.TextId >= first && r.TextId <= end)
            .Select(r => new { r.TextId, Read = new ReadLabels(r.Action, r.Issues, r.Sdgs, r.Themes, r.Persons) }).ToDictionaryAsync(r => r.TextId, r => r.Read, cancel);
        var rows = await (
            from r in pairs
            join t in db.Texts on r.TextId equals t.Id
            join v in db.Reviews on t.ReviewId equals v.Id
            from q in db.Positions.Where(q => q.TextId == t.Id && q.IsCurrent).DefaultIfEmpty()
            orderby t.Id, r.Id
            select new { r.Id, r.TextId, t.ParagraphId, t.Kind, v.Sur, r.Rs, v.Session, r.MergedIntoId, Position = q == null ? null : (Position?)q.Value, t.Text }).ToListAsync(cancel);
        rows.RemoveAll(r => r.MergedIntoId is not null);
        return rows.ConvertAll(r => Labelled(
            new IndexRow(r.Id, r.TextId, r.ParagraphId, r.Kind, r.Sur, r.Rs, r.Session, r.Position, null, [], r.Text), [.. tags[r.Id]], readings.GetValueOrDefault(r.TextId)));
    }

    private static IndexRow Labelled(IndexRow row, List<SetTag> tags, ReadLabels? read)
    {
        var (action, issues, sdgs) = (EffectiveTags.Of(tags, Tag.ActionScheme), EffectiveTags.Of(tags, Tag.IssueScheme), EffectiveTags.Of(tags, Tag.SdgScheme));
        var (themes, persons) = (EffectiveTags.Of(tags, Tag.ThemeScheme), EffectiveTags.Of(tags, Tag.PersonsScheme));
        return row with
        {
            Action = action is null ? read?.Action : action.Values is [.., var number] ? int.Parse(number, CultureInfo.InvariantCulture) : null,
            Issues = issues?.Values ?? read?.IssueValues ?? [],
            Sdgs = sdgs is null ? read?.Goals ?? [] : Goals.Of(sdgs.Values),
            Themes = themes is null ? read?.ThemeValues ?? [] : [.. themes.Values.Select(TopicList.Themes.SlugOf)],
            Persons = persons is null ? read?.PersonValues ?? [] : [.. persons.Values.Select(TopicList.Persons.SlugOf)],
            ByMachine = read is null
                ? MachineLabels.None
                : (action is null ? MachineLabels.Action : 0) | (issues is null ? MachineLabels.Issues : 0) | (sdgs is null ? MachineLabels.Sdgs : 0)
                    | (themes is null ? MachineLabels.Themes : 0) | (persons is null ? MachineLabels.Persons : 0),
        };
    }

    /// <summary>What a reading says, once for all pairs of its text.</summary>
    private sealed record ReadLabels(int Action, string Issues, string Sdgs, string Themes, string Persons)
    {
        private IReadOnlyList<string>? _issues;
        private IReadOnlyList<int>? _goals;
        private IReadOnlyList<string>? _themes;
        private IReadOnlyList<string>? _persons;

        public IReadOnlyList<string> IssueValues => _issues ??= Values(Issues);

        public IReadOnlyList<int> Goals => _goals ??= Taxonomy.Readings.Goals.Of(Values(Sdgs));

        public IReadOnlyList<string> ThemeValues => _themes ??= Values(Themes);

        public IReadOnlyList<string> PersonValues => _persons ??= Values(Persons);

        private static IReadOnlyList<string> Values(string labels) => [.. LabelText.Read(labels).Select(l => l.Value)];
    }
}
