using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Recommendations;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Readings;

/// <summary>Reads some texts and writes their readings, one transaction each time.</summary>
/// <param name="covered">The store's newest change when the run began.</param>
internal sealed class ReadingBatch(OpenUprDb db, LabelReader reader, bool replaceOthers, long covered)
{
    /// <summary>Texts that were looked at.</summary>
    public HashSet<long> Seen { get; } = [];

    /// <summary>Texts that the model read.</summary>
    public int Read { get; private set; }

    /// <summary>The change up to which every text was looked at: the run's own changes count, another writer's do not.</summary>
    public long Covered { get; private set; } = covered;

    /// <summary>A hash of a text, the same on every machine.</summary>
    public static long HashOf(string text) => unchecked((long)TextWords.Hash(text));

    /// <summary>Chooses texts inside the transaction, so that none is chosen that another node has read meanwhile.</summary>
    /// <param name="choose">Ids, ascending.</param>
    /// <returns>The last of the texts; null where there was none.</returns>
    public async Task<long?> RunAsync(Func<Task<List<long>>> choose, CancellationToken cancel)
    {
        await using var transaction = await db.BeginWriteAsync(cancel);
        var ids = await choose();
        if (ids.Count == 0)
        {
            return null;
        }

        var own = await WriteAsync(ids, cancel);
        await transaction.CommitAsync(CancellationToken.None);
        db.ChangeTracker.Clear();
        Covered = own is { } changes && changes.First == Covered + 1 ? changes.Last : Covered;
        Seen.UnionWith(ids);
        return ids[^1];
    }

    private async Task<(long First, long Last)?> WriteAsync(List<long> ids, CancellationToken cancel)
    {
        var texts = await db.Texts.AsNoTracking().Where(t => EF.Parameter(ids).Contains(t.Id)).Select(t => new { t.Id, t.Text }).ToListAsync(cancel);
        var stored = await db.MachineReadings.AsNoTracking().Where(r => EF.Parameter(ids).Contains(r.TextId)).ToDictionaryAsync(r => r.TextId, cancel);
        var pairs = await db.Recommendations.AsNoTracking().Where(r => EF.Parameter(ids).Contains(r.TextId) && r.MergedIntoId == null).Select(r => new { r.Id, r.TextId }).ToListAsync(cancel);
        var tags = await TagsAsync(ids, cancel);
        var readings = new (MachineReading Reading, bool IsNew)[texts.Count];
        Parallel.For(0, texts.Count, new ParallelOptions { CancellationToken = cancel }, i =>
        {
            var known = stored.GetValueOrDefault(texts[i].Id);
            var holds = known is not null && known.TextHash == HashOf(texts[i].Text) && (!replaceOthers || known.Model == reader.Model);
            readings[i] = (holds ? known! : ReadText(texts[i].Id, texts[i].Text), !holds);
        });
        var (written, reread) = (new List<MachineReading>(texts.Count), new HashSet<long>());
        foreach (var (reading, isNew) in readings)
        {
            var before = (reading.Doubt, reading.ActionBy, reading.IssuesBy);
            var own = tags[reading.TextId].ToList();
            ReadingDoubt.Apply(reading, EffectiveTags.Of(own, Tag.ActionScheme), EffectiveTags.Of(own, Tag.IssueScheme));
            if (isNew)
            {
                reread.Add(reading.TextId);
            }

            if (isNew || before != (reading.Doubt, reading.ActionBy, reading.IssuesBy))
            {
                written.Add(reading);
            }
        }

        List<long> replaced = [.. written.Select(r => r.TextId).Where(stored.ContainsKey)];
        if (replaced.Count > 0)
        {
            await db.MachineReadings.Where(r => EF.Parameter(replaced).Contains(r.TextId)).ExecuteDeleteAsync(cancel);
        }

        await db.BulkInsertAsync(written, cancel);
        Read += reread.Count;
        return await ChangeRanges.WriteAsync(db, pairs.Where(p => reread.Contains(p.TextId)).Select(p => p.Id), cancel);
    }

    /// <summary>What people say of the action categories and issues of these texts, whichever pair they said it of.</summary>
    private async Task<ILookup<long, SetTag>> TagsAsync(List<long> ids, CancellationToken cancel)
    {
        var tags = await (
            from r in db.Recommendations.AsNoTracking()
            where EF.Parameter(ids).Contains(r.TextId) && r.MergedIntoId == null
            join t in db.Tags on r.Id equals t.RecommendationId
            where t.WithdrawnAt == null && (t.Scheme == Tag.ActionScheme || t.Scheme == Tag.IssueScheme)
            select new { r.TextId, t.Id, t.Scheme, t.Value, t.SetBy }).ToListAsync(cancel);
        return tags.ToLookup(t => t.TextId, t => new SetTag(t.Id, t.Scheme, t.Value, t.SetBy));
    }

    private MachineReading ReadText(long id, string text)
    {
        var read = reader.Read(text.Length > LabelReader.MaxLength ? text[..LabelReader.MaxLength] : text);
        return new MachineReading
        {
            TextId = id,
            Model = reader.Model,
            TextHash = HashOf(text),
            Action = int.Parse(read.Action.Value, CultureInfo.InvariantCulture),
            ActionConfidence = read.Action.Confidence,
            Issues = LabelText.Write(read.Issues),
            Sdgs = LabelText.Write(read.Sdgs),
            Themes = LabelText.Write(read.Themes),
            Persons = LabelText.Write(read.Persons),
            ActionBy = Tag.Model,
            IssuesBy = Tag.Model,
        };
    }
}
