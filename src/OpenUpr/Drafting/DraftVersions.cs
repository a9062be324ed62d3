using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Drafting;

/// <summary>Versions of drafts. They are only added; a draft that was never changed may have none, and is its own first.</summary>
internal static class DraftVersions
{
    /// <summary>All of a draft, the newest first; never empty.</summary>
    public static async Task<IReadOnlyList<DraftVersion>> OfAsync(OpenUprDb db, DraftRecommendation draft, CancellationToken cancel)
    {
        var versions = await db.DraftVersions.AsNoTracking().Where(v => v.DraftId == draft.Id).OrderByDescending(v => v.Number).ToListAsync(cancel);
        return versions.Count > 0 ? versions : [First(draft)];
    }

    /// <summary>The version that a draft is by itself before its first change.</summary>
    public static DraftVersion First(DraftRecommendation draft) => new()
    {
        CoalitionId = draft.CoalitionId, ClusterId = draft.ClusterId, DraftId = draft.Id, Number = draft.Number, Text = draft.Text, Targets = "", AuthorId = draft.AuthorId, WrittenAt = draft.ChangedAt, ClientId = "",
    };

    /// <summary>Writes the draft's own words down as its first version, where that was not done: before they are changed.</summary>
    public static async Task KeepFirstAsync(OpenUprDb db, DraftRecommendation draft, CancellationToken cancel)
    {
        if (!await db.DraftVersions.AnyAsync(v => v.DraftId == draft.Id, cancel))
        {
            var first = First(draft);
            first.Id = await db.TakeIdsAsync(Counters.DraftVersions, 1, cancel);
            db.DraftVersions.Add(first);
        }
    }

    /// <summary>Adds a version to a draft and makes it the newest.</summary>
    public static async Task AddAsync(OpenUprDb db, DraftRecommendation draft, DraftWords words, string? note, string client, long? author, DateTimeOffset at, CancellationToken cancel)
    {
        db.DraftVersions.Add(new DraftVersion
        {
            Id = await db.TakeIdsAsync(Counters.DraftVersions, 1, cancel), CoalitionId = draft.CoalitionId, ClusterId = draft.ClusterId, DraftId = draft.Id, Number = draft.Number, Text = words.Text, SourceKind = words.SourceKind, Source = words.Source,
            RecommendationId = words.RecommendationId, Targets = string.Join('\n', words.Targets), Note = note, AuthorId = author, WrittenAt = at, ClientId = client,
        });
        (draft.Text, draft.ChangedAt) = (words.Text, at);
    }
}
