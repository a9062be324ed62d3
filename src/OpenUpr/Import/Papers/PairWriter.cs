using Microsoft.EntityFrameworkCore;
using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.Import.Papers;

/// <summary>Writes a review's pairs, the identities under which they are known, and the tags that OHCHR's list gives them.</summary>
internal sealed class PairWriter(OpenUprDb db, ReviewState state, PairAssignment assignment, long firstNew, DateTimeOffset now, CancellationToken cancel)
{
    private const string ListName = "OHCHR";

    private readonly HashSet<long> _tagged = [];

    /// <summary>Pairs of which other tags hold than before.</summary>
    public IEnumerable<long> Tagged => _tagged;

    public async Task WriteAsync(IReadOnlyList<TargetText> texts, List<Recommendation> added, IdRange ids)
    {
        await MergeAsync();
        foreach (var (text, pair) in texts.SelectMany(t => t.Pairs.Select(p => (t, p))))
        {
            if (pair.Row is not { } row)
            {
                pair.Row = row = new Recommendation { Id = ids.Next(), Rs = pair.Rs, Identity = pair.Identity };
                added.Add(row);
            }

            (row.TextId, row.Rs, row.RsInSource, row.DocumentId, row.Line, row.MergedIntoId) = (text.Row!.Id, pair.Rs, pair.RsInSource, pair.DocumentId, pair.Line, null);
            if (!row.Identity.AsSpan().SequenceEqual(pair.Identity))
            {
                row.Identity = pair.Identity;
            }
        }

        foreach (var row in assignment.Withdrawn)
        {
            row.MergedIntoId = row.Id;
        }

        foreach (var (row, into) in assignment.Merged.Where(m => m.Row.Id < firstNew))
        {
            (row.MergedIntoId, row.TextId) = (into.Row!.Id, into.Row.TextId);
        }

        await db.SaveChangesAsync(cancel);
        await db.BulkInsertAsync(added, cancel);
        await WriteKnownAsync(texts);
    }

    public async Task WriteTagsAsync(IReadOnlyList<TargetText> texts)
    {
        var ids = await IdRange.OpenAsync(db, Counters.Tags, cancel);
        var pairs = texts.SelectMany(t => t.Pairs).ToList();
        var rows = pairs.ConvertAll(p => p.Row!.Id);
        var stored = (await db.Tags.Where(t => EF.Parameter(rows).Contains(t.RecommendationId) && t.SetByName == ListName && t.WithdrawnAt == null).ToListAsync(cancel)).ToLookup(t => t.RecommendationId);
        var added = new List<Tag>();
        foreach (var pair in pairs)
        {
            var own = stored[pair.Row!.Id].ToDictionary(t => (t.Scheme, t.Value));
            added.AddRange(pair.Tags.Where(t => !own.ContainsKey(t)).Select(t => new Tag
            {
                Id = ids.Next(), RecommendationId = pair.Row.Id, Scheme = t.Scheme, Value = t.Value, SetBy = Tag.Coder, SetByName = ListName, SetAt = now,
            }));
            foreach (var gone in own.Where(t => !pair.Tags.Contains(t.Key)))
            {
                gone.Value.WithdrawnAt = now;
                _tagged.Add(pair.Row.Id);
            }
        }

        _tagged.UnionWith(added.Select(t => t.RecommendationId));

        await db.SaveChangesAsync(cancel);
        await db.BulkInsertAsync(added, cancel);
        await ids.CloseAsync(db, cancel);
    }

    /// <summary>Tags go with the pair that stays. An id that nobody has seen goes; others lead to the one that stays and give up their identity to it.</summary>
    private async Task MergeAsync()
    {
        foreach (var (row, into) in assignment.Merged)
        {
            var stays = into.Row!.Id;
            if (row.MergedIntoId != stays)
            {
                await db.Tags.Where(t => t.RecommendationId == row.Id && t.SetByName != ListName).ExecuteUpdateAsync(t => t.SetProperty(x => x.RecommendationId, stays), cancel);
                _tagged.Add(stays);
            }

            if (row.Id >= firstNew)
            {
                db.Recommendations.Remove(row);
                foreach (var doubt in state.Doubts.Where(d => d.RecommendationId == row.Id))
                {
                    doubt.RecommendationId = stays;
                }
            }
            else if (row.Identity.AsSpan().SequenceEqual(into.Identity))
            {
                row.Identity = PaperKeys.OfMerged(row.Id);
            }
        }

        await db.SaveChangesAsync(cancel);
    }

    private async Task WriteKnownAsync(IReadOnlyList<TargetText> texts)
    {
        var wanted = texts.SelectMany(t => t.Pairs).Where(p => p.PaperIdentity is not null).ToDictionary(p => HashKey.From(p.PaperIdentity!));
        foreach (var known in state.Known)
        {
            if (wanted.Remove(HashKey.From(known.Identity), out var pair))
            {
                (known.RecommendationId, known.DocumentId) = (pair.Row!.Id, pair.PaperId!.Value);
            }
            else
            {
                db.KnownIdentities.Remove(known);
            }
        }

        var ids = await IdRange.OpenAsync(db, Counters.KnownIdentities, cancel);
        await db.BulkInsertAsync([.. wanted.Values.Select(p => new KnownIdentity
        {
            Id = ids.Next(), Identity = p.PaperIdentity!, RecommendationId = p.Row!.Id, DocumentId = p.PaperId!.Value,
        })], cancel);
        await ids.CloseAsync(db, cancel);
    }
}
