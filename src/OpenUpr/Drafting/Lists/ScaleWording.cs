using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Drafting.Lists;

/// <summary>What a coalition calls the values of the scale; where it says nothing, the scale's own words hold.</summary>
/// <param name="Own">Its words by code of the value and language.</param>
public sealed record ScaleWording(IReadOnlyDictionary<(string Code, string Language), string> Own)
{
    public static ScaleWording Standard { get; } = new(new Dictionary<(string, string), string>());

    public string Word(ScaleValue value, string language) => Own.GetValueOrDefault((value.Code, MatrixWording.Main(language))) ?? value.Word(language);

    /// <summary>Null for a code that is none.</summary>
    public string? Word(string? code, string language) => ValueScale.Find(code) is { } value ? Word(value, language) : null;

    /// <summary>The value that a text names in any language, in the coalition's words or the scale's own; null where it names none.</summary>
    public ScaleValue? ByWord(string? text) => text?.Trim().TrimEnd('.') is { Length: > 0 } word
        ? ValueScale.Find(Own.Where(o => string.Equals(o.Value.TrimEnd('.'), word, StringComparison.OrdinalIgnoreCase)).Select(o => o.Key.Code).FirstOrDefault()) ?? ValueScale.ByWord(word) : null;
}

/// <summary>A word of the form: what stood there when the form was drawn, and what is typed now.</summary>
public sealed record WordWish(string Code, string Language, string? Was, string? Now);

/// <summary>The coalition's own words for the values of the scale.</summary>
public static class ScaleWords
{
    /// <summary>Characters: it stands in a narrow column.</summary>
    public const int Longest = 60;

    /// <summary>What a word of the form is called, in the form and in what is refused.</summary>
    public static string FieldOf(string code, string language) => $"word-{code}-{language}";

    public static async Task<ScaleWording> ReadAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return access.Is(CoalitionRole.Observer) ? await ReadAsync(db, cancel) : ScaleWording.Standard;
    }

    internal static async Task<ScaleWording> ReadAsync(OpenUprDb db, CancellationToken cancel) =>
        new(await db.ScaleWords.AsNoTracking().ToDictionaryAsync(w => (w.Code, w.Language), w => w.Word, cancel));

    /// <summary>
    /// Stores what was changed in the form; an empty word gives the scale's own back. A word that names two values is refused, because a file with it could not be read, and so is one that
    /// somebody else changed meanwhile.
    /// </summary>
    public static Task<Outcome> SaveAsync(Rooms rooms, CoalitionAccess access, IReadOnlyList<WordWish> wishes, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, "scale.words", "scale", async db =>
        {
            var stored = await db.ScaleWords.ToDictionaryAsync(w => (w.Code, w.Language), cancel);
            var changed = wishes.Where(w => Plain(w.Now) != Plain(w.Was)).ToList();
            foreach (var wish in changed)
            {
                var (fields, key) = (new Fields(), (wish.Code, wish.Language));
                var now = fields.Optional(FieldOf(wish.Code, wish.Language), wish.Now?.ReplaceLineEndings(" "), Longest);
                if (fields.Wrong is { } wrong)
                {
                    return wrong;
                }

                if (ValueScale.Find(wish.Code) is null || !MatrixWording.Languages.Contains(wish.Language))
                {
                    return Outcome.Absent;
                }

                var before = stored.GetValueOrDefault(key);
                if (before?.Word != Plain(wish.Was) && before?.Word != now)
                {
                    return Outcome.Not(Refusal.Conflict, FieldOf(wish.Code, wish.Language));
                }

                await SetAsync(rooms, db, access, stored, key, now, cancel);
            }

            return Twice(new ScaleWording(stored.ToDictionary(s => s.Key, s => s.Value.Word)), [.. changed.Select(w => (w.Code, w.Language))]) is { } twice ? Outcome.Not(Refusal.Taken, FieldOf(twice.Code, twice.Language)) : Outcome.Done(0);
        }, cancel);

    private static async Task SetAsync(Rooms rooms, OpenUprDb db, CoalitionAccess access, Dictionary<(string Code, string Language), ScaleWord> stored, (string Code, string Language) key, string? now, CancellationToken cancel)
    {
        if (now is null)
        {
            if (stored.Remove(key, out var gone))
            {
                db.ScaleWords.Remove(gone);
            }

            return;
        }

        if (!stored.TryGetValue(key, out var row))
        {
            row = stored[key] = new ScaleWord { Id = await db.TakeIdsAsync(Counters.ScaleWords, 1, cancel), CoalitionId = access.CoalitionId, Code = key.Code, Language = key.Language, Word = now };
            db.ScaleWords.Add(row);
        }

        (row.Word, row.AuthorId, row.ChangedAt) = (now, access.MemberId, rooms.Time.GetUtcNow());
    }

    /// <summary>A word of the coalition's that names another value too, in any language, one that was changed before others; null where each names one.</summary>
    private static (string Code, string Language)? Twice(ScaleWording wording, HashSet<(string Code, string Language)> changed) => wording.Own.OrderBy(o => !changed.Contains(o.Key))
        .Where(o => ValueScale.All.Any(v => v.Code != o.Key.Code && MatrixWording.Languages.Any(l => Same(wording.Word(v, l), o.Value) || Same(v.Word(l), o.Value))))
        .Select(o => ((string Code, string Language)?)o.Key).FirstOrDefault();

    private static bool Same(string one, string other) => string.Equals(one.TrimEnd('.'), other.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);

    private static string? Plain(string? text) => text?.Trim() is { Length: > 0 } words ? words : null;
}
