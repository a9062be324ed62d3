using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions.Moving;

/// <summary>What things of the public database are called everywhere, whatever number a store gave them.</summary>
internal static class PublicThings
{
    public const string Recommendation = "recommendation";
    public const string Text = "text";
    public const string Review = "review";
    public const string Document = "document";

    /// <summary>The name of a thing; null where there is none of this number.</summary>
    public static async Task<string?> NameAsync(OpenUprDb db, string kind, long id, CancellationToken cancel) => kind switch
    {
        Recommendation => await db.Recommendations.AsNoTracking().Where(r => r.Id == id).Select(r => r.Identity).SingleOrDefaultAsync(cancel) is { } hash ? Convert.ToHexStringLower(hash) : null,
        Text => await db.Recommendations.AsNoTracking().Where(r => r.TextId == id).OrderBy(r => r.Id).Select(r => r.Identity).FirstOrDefaultAsync(cancel) is { } hash ? Convert.ToHexStringLower(hash) : null,
        Review => await db.Reviews.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel) is { } review ? FormattableString.Invariant($"{review.Sur}/{review.Session}") : null,
        Document => await db.Documents.AsNoTracking().Where(d => d.Id == id).Select(d => d.Sha256).SingleOrDefaultAsync(cancel),
        _ => null,
    };

    /// <summary>The number that this store gave to what has this name; null where it is not here.</summary>
    public static async Task<long?> FindAsync(OpenUprDb db, string kind, string name, CancellationToken cancel)
    {
        switch (kind)
        {
            case Recommendation:
                return await PairAsync(db, name, cancel);
            case Text:
                return await PairAsync(db, name, cancel) is { } pair ? await db.Recommendations.Where(r => r.Id == pair).Select(r => (long?)r.TextId).SingleOrDefaultAsync(cancel) : null;
            case Review:
                var parts = name.Split('/');
                return parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var session)
                    ? await db.Reviews.Where(r => r.Sur == parts[0] && r.Session == session).Select(r => (long?)r.Id).SingleOrDefaultAsync(cancel) : null;
            default:
                return await db.Documents.Where(d => d.Sha256 == name).Select(d => (long?)d.Id).SingleOrDefaultAsync(cancel);
        }
    }

    private static async Task<long?> PairAsync(OpenUprDb db, string name, CancellationToken cancel)
    {
        if (name.Length is 0 or > 128 || name.Length % 2 != 0 || !name.All(char.IsAsciiHexDigit))
        {
            return null;
        }

        var hash = Convert.FromHexString(name);
        return await db.Recommendations.Where(r => r.Identity == hash).Select(r => (long?)r.Id).SingleOrDefaultAsync(cancel)
            ?? await db.KnownIdentities.Where(k => k.Identity == hash).Select(k => (long?)k.RecommendationId).SingleOrDefaultAsync(cancel);
    }
}
