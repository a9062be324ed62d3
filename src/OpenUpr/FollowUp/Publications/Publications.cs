using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Monitoring;
using OpenUpr.FollowUp.Outcomes;
using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Publications;

/// <summary>Judgements on one review that somebody shows to everybody.</summary>
/// <param name="Id">Of one that came from another installation; null for a coalition of this one.</param>
/// <param name="Name">Where it is shown at home: "/outcomes/NAME".</param>
/// <param name="Source">The other installation, as the operator here calls it; null for this one.</param>
public sealed record Publication(long? Id, string Name, string? Source, DateTimeOffset PublishedAt, PublicContent Content)
{
    /// <summary>Of the review; null for a session that is not known.</summary>
    public int? Cycle { get; init; }
}

/// <summary>Which judgements are asked for; null asks for all.</summary>
public sealed record PublicationFilter(string? State, string? Issue, int? Cycle, string? Light)
{
    public static PublicationFilter None { get; } = new(null, null, null, null);

    public bool Passes(Publication publication) => (State is null || publication.Content.State == State) && (Cycle is null || publication.Cycle == Cycle);

    public bool Passes(PublicRow row) => row.Judgements.Count > 0 && (Issue is null || row.Issues.Contains(Issue)) && (Light is null || row.Light() == Light);
}

/// <summary>How far recommendations are carried out, as those say who publish it (requirement N1): each publication for itself, never mixed with positions or with each other.</summary>
public static class Publications
{
    /// <summary>Characters in which the State stands: behind a title whose every character can be an escape of six.</summary>
    private const int Beginning = 2_000;

    /// <summary>Lights in the order in which pages show them.</summary>
    public static IReadOnlyList<string> Lights { get; } = ["green", "amber", "red", "mixed", "none"];

    /// <summary>All that hold judgements, the newest review first.</summary>
    public static Task<IReadOnlyList<Publication>> ReadAsync(Store store, CancellationToken cancel) => ReadAsync(store, null, cancel);

    /// <summary>Those of one State under review alone: what is of another State is not unpacked.</summary>
    public static Task<IReadOnlyList<Publication>> ReadOfAsync(Store store, string state, CancellationToken cancel) => ReadAsync(store, state, cancel);

    /// <summary>What publications say of one recommendation, each with its row: the same words in the same review, or, where none has them, the only row with its number.</summary>
    public static IReadOnlyList<(Publication Publication, PublicRow Row)> Of(IEnumerable<Publication> publications, int session, string? number, string text)
    {
        var words = RecommendationIdentity.Normalise(text);
        return [.. from publication in publications
                   where publication.Content.Session == session
                   let row = publication.Content.Rows.FirstOrDefault(r => RecommendationIdentity.Normalise(r.Text) == words) ?? (publication.Content.Rows.Where(r => number is not null && r.Number == number).ToList() is [var only] ? only : null)
                   where row is { Judgements.Count: > 0 }
                   select (publication, row)];
    }

    /// <summary>One that came from another installation; null for none.</summary>
    public static async Task<Publication?> FindAsync(Store store, long id, CancellationToken cancel) => (await ReadAsync(store, cancel)).FirstOrDefault(p => p.Id == id);

    /// <summary>Recommendations by light.</summary>
    public static IReadOnlyDictionary<string, int> Count(IEnumerable<PublicRow> rows) => rows.GroupBy(r => r.Light()).ToDictionary(g => g.Key, g => g.Count());

    /// <summary>UPR Info's index over all judgements of some recommendations.</summary>
    public static IndexValue IndexOf(IEnumerable<PublicRow> rows) => ImplementationIndex.Of(rows.SelectMany(r => r.Judgements).Select(j => j.Value));

    /// <summary>The signed file of a page that a coalition of this installation shows; null where none of this name shows judgements.</summary>
    public static async Task<byte[]?> WriteAsync(Rooms rooms, string name, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open();
        if (await db.PublicPages.AsNoTracking().SingleOrDefaultAsync(p => p.Name == name, cancel) is not { } page || PublicationFiles.Content(page.Content) is not { HasJudgements: true } content)
        {
            return null;
        }

        using var key = await PublicationKey.OpenAsync(rooms.Store, rooms.Keys, cancel);
        return PublicationFiles.Write(new PublicationBody(page.Name, page.PublishedAt, content), key);
    }

    private static async Task<IReadOnlyList<Publication>> ReadAsync(Store store, string? state, CancellationToken cancel)
    {
        await using var db = store.Open();
        var (pages, others) = (db.PublicPages.AsNoTracking(), db.ForeignPublications.AsNoTracking());
        if (state is not null)
        {
            // The State stands at the beginning of what is kept, behind the title alone, where a quotation mark is written as an escape: the words of a title are never taken for it.
            var said = $"\"{nameof(PublicContent.State)}\":\"{state}\"";
            (pages, others) = (pages.Where(p => p.Content.Substring(0, Beginning).Contains(said)), others.Where(p => p.Content.Substring(0, Beginning).Contains(said)));
        }

        var own = await pages.Select(p => new { p.Name, p.Content, p.PublishedAt }).ToListAsync(cancel);
        var foreign = await (from f in others join s in db.PublicationSources on f.SourceId equals s.Id select new { f.Id, f.Name, Source = s.Name, f.Content, f.PublishedAt }).ToListAsync(cancel);
        return [.. own.Select(p => new Publication(null, p.Name, null, p.PublishedAt, PublicationFiles.Content(p.Content)))
            .Concat(foreign.Select(f => new Publication(f.Id, f.Name, f.Source, f.PublishedAt, PublicationFiles.Content(f.Content))))
            .Where(p => p.Content.HasJudgements && p.Content.Rows.Any(r => r.Judgements.Count > 0) && (state is null || p.Content.State == state)).Select(p => p with { Cycle = store.Reference.CycleOf(p.Content.Session) })
            .OrderByDescending(p => p.Content.Session).ThenBy(p => p.Content.State, StringComparer.Ordinal).ThenBy(p => p.Content.Title, StringComparer.CurrentCulture)];
    }
}
