using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Recommendations;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Topics;

namespace OpenUpr.Taxonomy.Readings;

/// <summary>
/// A person's word about a text's labels. It becomes tags of every pair of the text, before those of coders and of any model, now and after every later
/// import; what was said before stays as history, and taking a correction back brings back exactly what held before it. One transaction each.
/// </summary>
public static class Corrections
{
    /// <summary>More values of one scheme than any text has.</summary>
    public const int MaxValues = 20;

    /// <summary>Says what holds for a text in one scheme. To confirm what holds is to set the same values.</summary>
    /// <param name="scheme">One of the schemes of <see cref="Tag"/>.</param>
    /// <param name="values">As tags store them; none says that the text has no label of this scheme.</param>
    /// <param name="who">The name under which the log keeps it.</param>
    /// <exception cref="CorrectionException">There is no such text, or a value is none of the scheme. Nothing is changed.</exception>
    public static async Task SetAsync(Store store, TimeProvider time, long textId, string scheme, IReadOnlyCollection<string> values, string who, CancellationToken cancel = default)
    {
        var wanted = Check(scheme, values);
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var pairs = await PairsAsync(db, textId, cancel);
        var now = await MomentAsync(db, pairs, time, cancel);
        await CorrectionSpread.WithdrawAsync(db, await HeldAsync(db, pairs, scheme, cancel), now, cancel);
        await CorrectionSpread.InsertAsync(db, [.. pairs.SelectMany(pair => wanted.Select(v => new Tag
        {
            RecommendationId = pair, Scheme = scheme, Value = v, SetBy = Tag.User, SetByName = who, SetAt = now,
        }))], cancel);
        await TellAsync(db, textId, pairs, cancel);
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>Confirms what holds for a text in several schemes at once, whoever set it.</summary>
    /// <exception cref="CorrectionException">There is no such text, or nothing holds that could be confirmed.</exception>
    public static async Task ConfirmAsync(Store store, TimeProvider time, long textId, IReadOnlyCollection<string> schemes, string who, CancellationToken cancel = default)
    {
        var labels = await TextLabels.ReadAsync(store, textId, cancel) ?? throw NoText(textId);
        foreach (var held in labels.Schemes.Where(s => schemes.Contains(s.Scheme) && s.SetBy is not null))
        {
            await SetAsync(store, time, textId, held.Scheme, held.Values, who, cancel);
        }
    }

    /// <summary>Takes back the correction that holds; what held before it, also an earlier correction, holds again.</summary>
    /// <returns>False where there was none.</returns>
    /// <exception cref="CorrectionException">There is no such text.</exception>
    public static async Task<bool> UndoAsync(Store store, TimeProvider time, long textId, string scheme, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var pairs = await PairsAsync(db, textId, cancel);
        var held = await HeldAsync(db, pairs, scheme, cancel);
        if (held.Count == 0)
        {
            return false;
        }

        var set = held.Max(t => t.SetAt);
        await CorrectionSpread.WithdrawAsync(db, held, await MomentAsync(db, pairs, time, cancel), cancel);
        await db.Tags.Where(t => EF.Parameter(pairs).Contains(t.RecommendationId) && t.SetBy == Tag.User && t.Scheme == scheme && t.WithdrawnAt == set)
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.WithdrawnAt, (DateTimeOffset?)null), cancel);
        await TellAsync(db, textId, pairs, cancel);
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }

    private static async Task<List<long>> PairsAsync(OpenUprDb db, long textId, CancellationToken cancel)
    {
        var pairs = await db.Recommendations.Where(r => r.TextId == textId && r.MergedIntoId == null).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(cancel);
        return pairs.Count > 0 ? pairs : throw NoText(textId);
    }

    private static Task<List<Tag>> HeldAsync(OpenUprDb db, List<long> pairs, string scheme, CancellationToken cancel) =>
        db.Tags.AsNoTracking().Where(t => EF.Parameter(pairs).Contains(t.RecommendationId) && t.SetBy == Tag.User && t.Scheme == scheme && t.WithdrawnAt == null).ToListAsync(cancel);

    /// <summary>Now, but later than every correction of these pairs: by their moments corrections are told apart.</summary>
    private static async Task<DateTimeOffset> MomentAsync(OpenUprDb db, List<long> pairs, TimeProvider time, CancellationToken cancel)
    {
        var moments = await db.Tags.Where(t => EF.Parameter(pairs).Contains(t.RecommendationId) && t.SetBy == Tag.User).Select(t => new { t.SetAt, t.WithdrawnAt }).ToListAsync(cancel);

        // PostgreSQL keeps microseconds.
        var now = time.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        var last = moments.Select(m => m.WithdrawnAt > m.SetAt ? m.WithdrawnAt.Value : m.SetAt).DefaultIfEmpty(DateTimeOffset.MinValue).Max();
        return now > last ? now : last.AddMicroseconds(1);
    }

    /// <summary>Brings the text's doubt up to date and tells every node.</summary>
    private static async Task TellAsync(OpenUprDb db, long textId, List<long> pairs, CancellationToken cancel)
    {
        if (await db.MachineReadings.SingleOrDefaultAsync(r => r.TextId == textId, cancel) is { } reading)
        {
            ReadingDoubt.Apply(reading, await PeopleAsync(db, pairs, Tag.ActionScheme, cancel), await PeopleAsync(db, pairs, Tag.IssueScheme, cancel));
            await db.SaveChangesAsync(cancel);
        }

        await ChangeRanges.WriteAsync(db, pairs, cancel);
    }

    private static async Task<PeoplesLabels?> PeopleAsync(OpenUprDb db, List<long> pairs, string scheme, CancellationToken cancel)
    {
        var tags = await db.Tags.Where(t => EF.Parameter(pairs).Contains(t.RecommendationId) && t.Scheme == scheme && t.WithdrawnAt == null).ToListAsync(cancel);
        return EffectiveTags.Of([.. tags.Select(t => new SetTag(t.Id, t.Scheme, t.Value, t.SetBy))], scheme);
    }

    private static List<string> Check(string scheme, IReadOnlyCollection<string> values)
    {
        List<string> wanted = [.. values.Select(v => v.Trim()).Where(v => v.Length > 0).Distinct()];
        if (wanted.Count > (scheme == Tag.ActionScheme ? 1 : MaxValues))
        {
            throw new CorrectionException(scheme == Tag.ActionScheme ? "A recommendation has one action category." : $"{wanted.Count} values are more than a recommendation has; the limit is {MaxValues}.");
        }

        if (wanted.Find(v => !IsValue(scheme, v)) is { } wrong)
        {
            throw new CorrectionException($"'{wrong}' is no value of '{scheme}'.");
        }

        return wanted.Count > 0 ? wanted : [Tag.None];
    }

    private static bool IsValue(string scheme, string value) => scheme switch
    {
        Tag.ActionScheme => ActionCategory.All.Any(a => a.Number.ToString(CultureInfo.InvariantCulture) == value),
        Tag.IssueScheme => IssueList.Current.FindSlug(value) is not null,
        Tag.SdgScheme => Sdg.GoalOf(value) is not null,
        Tag.ThemeScheme => TopicList.Themes.Find(value) is not null,
        Tag.PersonsScheme => TopicList.Persons.Find(value) is not null,
        _ => false,
    };

    private static CorrectionException NoText(long textId) => new($"There is no text {textId}.");
}

/// <summary>A correction that cannot be taken. The message is for the person who gave it.</summary>
public sealed class CorrectionException(string message) : Exception(message);
