using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Reviews;
using OpenUpr.Sources.Papers;
using OpenUpr.Storage;

namespace OpenUpr.Demo;

/// <summary>Two papers of the demonstration with their paragraphs, so that reading and searching papers can be seen: a national report and a report of the Working Group.</summary>
internal static class DemoPapers
{
    /// <summary>Adds them to reviews that are there already. The report's recommendations are those of the demonstration, printed as a report prints them.</summary>
    public static async Task AddAsync(OpenUprDb db, ReferenceData reference, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var rows in ReferenceTable.Read("OpenUpr.Demo.Data.papers.csv").GroupBy(r => r["symbol"]))
        {
            var document = await DocumentAsync(db, rows.First(), now, cancel);
            var passages = rows.Select(r => new Passage { Number = r["number"], Heading = r["heading"], Page = r.Number("page"), Text = r["text"], States = r.Optional("states") }).ToList();
            if (document.Kind == PaperIdentity.NameOf(PaperKind.WorkingGroupReport))
            {
                passages.AddRange(await RecommendationsAsync(db, reference, document.Id, cancel));
            }

            var id = await db.TakeIdsAsync(Counters.Passages, passages.Count, cancel);
            for (var i = 0; i < passages.Count; i++)
            {
                (passages[i].Id, passages[i].DocumentId, passages[i].Ordinal) = (id + i, document.Id, i + 1);
            }

            document.Pages = passages.Max(p => p.Page);
            await db.SaveChangesAsync(cancel);
            await db.BulkInsertAsync(passages, cancel);
        }
    }

    /// <summary>The document that the recommendations came from, or a new one, under its review.</summary>
    private static async Task<SourceDocument> DocumentAsync(OpenUprDb db, ReferenceTable row, DateTimeOffset now, CancellationToken cancel)
    {
        var (sur, session, symbol) = (row["sur"], row.Number("session"), row["symbol"]);
        var document = await db.Documents.SingleOrDefaultAsync(d => d.Symbol == symbol, cancel);
        if (document is null)
        {
            document = new SourceDocument
            {
                Id = await db.TakeIdsAsync(Counters.Documents, 1, cancel), Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(symbol))), Kind = row["kind"], Symbol = symbol,
                FileName = $"{symbol.Replace('/', '_')}.txt", MediaType = "text/plain", Language = "en", Licence = "MIT", ReceivedAt = now,
            };
            db.Documents.Add(document);
        }

        document.Kind = row["kind"];
        document.PublishedOn = row.Date("published");
        document.ReviewId = await db.Reviews.Where(r => r.Sur == sur && r.Session == session).Select(r => r.Id).SingleAsync(cancel);
        return document;
    }

    private static async Task<IEnumerable<Passage>> RecommendationsAsync(OpenUprDb db, ReferenceData reference, long document, CancellationToken cancel)
    {
        var rows = await (
            from p in db.Paragraphs.AsNoTracking()
            join t in db.Texts on p.Id equals t.ParagraphId
            join r in db.Recommendations on t.Id equals r.TextId
            where p.DocumentId == document
            orderby p.Id, t.Id, r.Id
            select new { Paragraph = p.Id, p.Number, p.Page, t.Id, t.Text, r.Rs }).ToListAsync(cancel);
        return rows.GroupBy(r => (r.Paragraph, r.Number, r.Page)).Select(paragraph => new Passage
        {
            Number = paragraph.Key.Number, Page = paragraph.Key.Page, Heading = "II. Conclusions and/or recommendations",
            Text = string.Join("; ", paragraph.GroupBy(r => (r.Id, r.Text)).Select(text => $"{text.Key.Text} ({string.Join(") (", text.Select(r => reference.FindState(r.Rs)?.NameEn ?? r.Rs))})")) + ";",
            States = string.Join(' ', paragraph.Select(r => r.Rs).Where(rs => reference.FindState(rs) is not null).Distinct()) is { Length: > 0 } states ? states : null,
        });
    }
}
