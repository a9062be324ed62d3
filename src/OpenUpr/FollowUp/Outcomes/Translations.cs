using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.FollowUp.Positions;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Outcomes;

/// <summary>A translation as typed.</summary>
/// <param name="Revision">The one that the writer had before them; 0 for none.</param>
/// <param name="Translator">Who translated, as they want to be named.</param>
public sealed record TranslationWish(long FollowedId, string? Language, int Revision, string? Text, string? Translator);

/// <summary>What came of it.</summary>
/// <param name="Theirs">What somebody else wrote meanwhile; nothing was stored then.</param>
public sealed record TranslationSaved(Outcome Outcome, RecommendationTranslation? Theirs);

/// <summary>A translation with the names of who wrote and who checked it.</summary>
public sealed record TranslationRow(RecommendationTranslation Translation, string? Author, string? Checker)
{
    public bool IsChecked => Translation.CheckedAt is not null;
}

/// <summary>
/// Recommendations in languages of the coalition's choice (requirement J8). None is an official translation. A second person reads each against the original; what is written anew has to be read anew.
/// </summary>
public static class Translations
{
    /// <summary>Languages of one followed review.</summary>
    public const int MostLanguages = 20;

    /// <summary>Characters of a language tag.</summary>
    private const int MaxLanguage = 12;

    /// <summary>The newest of each recommendation in a language, by the recommendation.</summary>
    public static async Task<IReadOnlyDictionary<long, TranslationRow>> ReadAsync(Store store, CoalitionAccess access, long followId, string language, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        if (!access.Is(CoalitionRole.Observer))
        {
            return new Dictionary<long, TranslationRow>();
        }

        var names = await Planning.TaskRows.NamesAsync(db, cancel);
        string? Name(long? id) => id is { } known ? names.GetValueOrDefault(known) : null;
        return (await db.RecommendationTranslations.AsNoTracking().Where(t => t.FollowId == followId && t.Language == language).ToListAsync(cancel)).GroupBy(t => t.FollowedId)
            .ToDictionary(g => g.Key, g => g.MaxBy(t => t.Number) is { } newest ? new TranslationRow(newest, Name(newest.AuthorId), Name(newest.CheckedById)) : null!);
    }

    /// <summary>Languages that have translations, with how many and how many of them are checked.</summary>
    public static async Task<IReadOnlyList<(string Language, int Count, int Checked)>> LanguagesAsync(Store store, CoalitionAccess access, long followId, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var all = await db.RecommendationTranslations.AsNoTracking().Where(t => t.FollowId == followId).Select(t => new { t.FollowedId, t.Language, t.Number, IsChecked = t.CheckedAt != null }).ToListAsync(cancel);
        return [.. all.GroupBy(t => (t.FollowedId, t.Language)).Select(g => g.MaxBy(t => t.Number)!).GroupBy(t => t.Language).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Count(), g.Count(t => t.IsChecked)))];
    }

    /// <param name="client">The form's own number.</param>
    public static async Task<TranslationSaved> SaveAsync(Rooms rooms, CoalitionAccess access, long followId, TranslationWish wish, string? client, CancellationToken cancel)
    {
        RecommendationTranslation? theirs = null;
        var outcome = await rooms.WriteAsync(access, CoalitionRole.Contributor, "follow-up.translate", Follows.Thing, async db =>
        {
            if ((await PositionWriting.RowAsync(db, access, followId, wish.FollowedId, cancel)).Refused is { } no)
            {
                return no;
            }

            var fields = new Fields();
            var (language, text, translator) = (Tag(fields, wish.Language), fields.Required("text", wish.Text, Fields.Note), fields.Optional("translator", wish.Translator));
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            var all = await db.RecommendationTranslations.AsNoTracking().Where(t => t.FollowedId == wish.FollowedId && t.Language == language).OrderByDescending(t => t.Number).ToListAsync(cancel);
            if (all.Count > 0)
            {
                var (arrival, _) = Arrivals.Of(all, access.MemberId, client, wish.Revision, t => (t.Text, t.Translator) == (text, translator));
                if (arrival is Arrival.Clash or Arrival.Unknown)
                {
                    theirs = all[0];
                    return Outcome.Done(followId);
                }

                if (arrival == Arrival.Stored)
                {
                    return Outcome.Done(followId);
                }
            }
            else if (await db.RecommendationTranslations.Where(t => t.FollowId == followId).Select(t => t.Language).Distinct().CountAsync(l => l != language, cancel) >= MostLanguages)
            {
                return Outcome.Not(Refusal.TooMany, "language");
            }

            db.RecommendationTranslations.Add(new RecommendationTranslation
            {
                Id = await db.TakeIdsAsync(Counters.RecommendationTranslations, 1, cancel), CoalitionId = access.CoalitionId, FollowId = followId, FollowedId = wish.FollowedId, Language = language, Number = (all.FirstOrDefault()?.Number ?? 0) + 1,
                Text = text, Translator = translator, AuthorId = access.MemberId, WrittenAt = rooms.Time.GetUtcNow(), ClientId = Arrivals.Client(client),
            });
            return Outcome.Done(followId);
        }, cancel);
        return new TranslationSaved(outcome, outcome.IsDone ? theirs : null);
    }

    /// <summary>Notes that a second person read the newest translation against the original; nobody checks their own.</summary>
    public static Task<Outcome> CheckAsync(Rooms rooms, CoalitionAccess access, long followId, long rowId, string language, int number, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "follow-up.translation-check", Follows.Thing, async db =>
        {
            var newest = await db.RecommendationTranslations.Where(t => t.FollowId == followId && t.FollowedId == rowId && t.Language == language).OrderByDescending(t => t.Number).FirstOrDefaultAsync(cancel);
            if (newest is null || await db.FollowedReviews.AnyAsync(f => f.Id == followId && f.ClosedAt != null, cancel))
            {
                return Outcome.Absent;
            }

            if (newest.Number != number)
            {
                return Outcome.Not(Refusal.Conflict);
            }

            if (newest.CheckedAt is not null || access.MemberId is not { } me)
            {
                return Outcome.Not(Refusal.Closed);
            }

            if (newest.AuthorId == me)
            {
                return Outcome.Not(Refusal.NotAllowed);
            }

            (newest.CheckedById, newest.CheckedAt) = (me, rooms.Time.GetUtcNow());
            return Outcome.Done(followId);
        }, cancel);

    /// <summary>A tag such as "sw" or "pt-BR": letters and digits in groups, nothing else.</summary>
    internal static string Tag(Fields fields, string? value) => fields.Required("language", value, MaxLanguage) is var tag && tag.Length > 1 && char.IsAsciiLetter(tag[0]) && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && !tag.EndsWith('-')
        ? tag : fields.Refuse(Refusal.Unknown, "language", "");
}
