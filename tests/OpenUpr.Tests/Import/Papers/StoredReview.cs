using Microsoft.EntityFrameworkCore;
using OpenUpr.Recommendations;
using OpenUpr.Storage;
using Xunit;

namespace OpenUpr.Tests.Import.Papers;

/// <summary>What a store holds, in words: without ids and moments, so that two stores that hold the same read the same.</summary>
internal static class StoredReview
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<string> DescribeAsync(Store store)
    {
        await using var db = store.Open();
        var documents = await db.Documents.ToDictionaryAsync(d => d.Id, d => d.FileName, Cancel);
        var lines = new List<string>();
        lines.AddRange((await PairsAsync(db, documents)).Order(StringComparer.Ordinal));
        lines.AddRange((await DoubtsAsync(db, documents)).Order(StringComparer.Ordinal));
        lines.AddRange((await db.Passages.ToListAsync(Cancel)).Select(p => $"passage {documents[p.DocumentId]} {p.Ordinal} {p.Number} {p.Heading} {p.Page} {p.Text} {p.States} {p.Submitters}").Order(StringComparer.Ordinal));
        lines.AddRange((await db.ReviewFacts.ToListAsync(Cancel)).Select(f => $"fact {documents[f.DocumentId]} {f.Kind} {f.Ordinal} {f.Value}").Order(StringComparer.Ordinal));
        lines.AddRange((await db.Paragraphs.ToListAsync(Cancel)).Select(p => $"paragraph {p.Number} {documents[p.DocumentId]} {p.Page}").Order(StringComparer.Ordinal));
        return string.Join('\n', lines);
    }

    /// <summary>Pairs that count: State, paragraph, text, current position.</summary>
    public static async Task<IReadOnlyList<string>> PairsAsync(Store store)
    {
        await using var db = store.Open();
        var rows = await (
            from r in db.Recommendations
            join t in db.Texts on r.TextId equals t.Id
            from p in db.Paragraphs.Where(p => p.Id == t.ParagraphId).DefaultIfEmpty()
            from q in db.Positions.Where(q => q.TextId == t.Id && q.IsCurrent).DefaultIfEmpty()
            where r.MergedIntoId == null
            orderby r.Id
            select new { r.Id, r.Rs, Number = p == null ? null : p.Number, t.Text, Position = q == null ? null : (Position?)q.Value }).ToListAsync(Cancel);
        return rows.ConvertAll(r => $"{r.Id} {r.Rs} {r.Number ?? "-"} {r.Text}: {r.Position}");
    }

    public static async Task<IReadOnlyList<Doubt>> OpenDoubtsAsync(Store store)
    {
        await using var db = store.Open();
        return await db.Doubts.Where(d => d.GoneAt == null).OrderBy(d => d.Code).ThenBy(d => d.Number).ToListAsync(Cancel);
    }

    private static async Task<List<string>> PairsAsync(OpenUprDb db, Dictionary<long, string> documents)
    {
        var texts = await db.Texts.ToDictionaryAsync(t => t.Id, Cancel);
        var numbers = await db.Paragraphs.ToDictionaryAsync(p => p.Id, p => p.Number, Cancel);
        var positions = (await db.Positions.ToListAsync(Cancel)).ToLookup(p => p.TextId);
        var wordings = (await db.Wordings.ToListAsync(Cancel)).ToLookup(w => w.TextId);
        var tags = (await db.Tags.Where(t => t.WithdrawnAt == null).ToListAsync(Cancel)).ToLookup(t => t.RecommendationId);
        var known = (await db.KnownIdentities.ToListAsync(Cancel)).ToLookup(k => k.RecommendationId);
        var result = new List<string>();
        foreach (var pair in await db.Recommendations.Where(r => r.MergedIntoId == null).ToListAsync(Cancel))
        {
            var text = texts[pair.TextId];
            result.Add(string.Join(" | ",
                $"pair {(text.ParagraphId is { } p ? numbers[p] : "-")} {text.Part} {pair.Rs} {pair.RsInSource} {text.Kind} {text.Text} {text.Cited} {documents[pair.DocumentId]} {pair.Line}",
                $"{Convert.ToHexString(pair.Identity)} {Convert.ToHexString(text.Key)}",
                Joined(known[pair.Id].Select(k => $"{Convert.ToHexString(k.Identity)} {documents[k.DocumentId]}")),
                Joined(positions[text.Id].Select(q => $"{q.Value} {q.Partial} {q.Wording} {documents[q.DocumentId]} {q.Symbol} {q.SaidOn} {q.Rule} {q.IsCurrent}")),
                Joined(wordings[text.Id].Select(w => $"{documents[w.DocumentId]} {w.Text} {w.StatesAsPrinted} {w.Number} {w.Page}")),
                Joined(tags[pair.Id].Select(t => $"{t.Scheme} {t.Value} {t.SetByName}"))));
        }

        return result;
    }

    private static async Task<List<string>> DoubtsAsync(OpenUprDb db, Dictionary<long, string> documents)
    {
        var texts = await db.Texts.ToDictionaryAsync(t => t.Id, t => t.Text, Cancel);
        var doubts = await db.Doubts.Where(d => d.GoneAt == null).ToListAsync(Cancel);
        return doubts.ConvertAll(d => $"doubt {d.Code} {d.Number} {documents[d.DocumentId]} {d.Excerpt} {d.Found} {d.Stored} {(d.TextId is { } t ? texts[t] : "-")} {d.RecommendationId is not null} {Convert.ToHexString(d.Key)}");
    }

    private static string Joined(IEnumerable<string> parts) => string.Join("; ", parts.Order(StringComparer.Ordinal));
}
