using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Tests.App.Papers;

/// <summary>Puts invented papers of a fictional review into a store, as an import would leave them.</summary>
public static class PaperSeed
{
    public const string Report = "DEMO/A/HRC/99/7";

    private static readonly DateTimeOffset s_at = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    /// <summary>A report with two paragraphs, its French edition and a summary, all of Arvenia's review in session 14; returns the report's id.</summary>
    public static async Task<long> AddPapersAsync(Store store, CancellationToken cancel)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var review = await db.Reviews.SingleAsync(r => r.Sur == "XAR" && r.Session == 14, cancel);
        var paragraph = await db.Paragraphs.OrderBy(p => p.Id).FirstAsync(p => p.ReviewId == review.Id, cancel);
        var english = await AddAsync(db, "working-group-report", Report, "en", review.Id, [("1", "The review of Arvenia was held on a Monday."), (paragraph.Number, "Establish an institution (Nivalund)")], cancel);
        await AddAsync(db, "working-group-report", Report, "fr", review.Id, [(paragraph.Number, "Créer une institution (Nivalund)")], cancel);
        var summary = await AddAsync(db, "summary", "DEMO/A/HRC/WG.6/14/XAR/3", "en", review.Id, [("4", "JS1 said that prisons are full.")], cancel);
        db.Submitters.Add(new Submitter { Id = await db.TakeIdsAsync(Counters.Submitters, 1, cancel), DocumentId = summary, Code = "JS1", Name = "Joint submission of invented groups", Kind = "Joint submissions" });
        var fact = await db.TakeIdsAsync(Counters.ReviewFacts, 3, cancel);
        db.ReviewFacts.AddRange(
            new ReviewFact { Id = fact, ReviewId = review.Id, DocumentId = english, Kind = ReviewFact.Troika, Ordinal = 1, Value = "XNI" },
            new ReviewFact { Id = fact + 1, ReviewId = review.Id, DocumentId = english, Kind = ReviewFact.ReviewedOn, Ordinal = 1, Value = "2012-10-22" },
            new ReviewFact { Id = fact + 2, ReviewId = review.Id, DocumentId = english, Kind = ReviewFact.Speaker, Ordinal = 1, Value = "XBT" });
        var text = await db.Texts.OrderBy(t => t.Id).FirstAsync(t => t.ParagraphId == paragraph.Id, cancel);
        var wording = await db.TakeIdsAsync(Counters.Wordings, 2, cancel);
        db.Wordings.AddRange(
            new Wording { Id = wording, TextId = text.Id, DocumentId = english, Text = text.Text, Number = paragraph.Number, Page = 12 },
            new Wording { Id = wording + 1, TextId = text.Id, DocumentId = summary, Text = "Worded in another way", StatesAsPrinted = "(Nivalund)" });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return english;
    }

    /// <summary>Doubts that a paper raises; they belong to no review, so that answering them changes nothing else. Returns their ids.</summary>
    public static async Task<IReadOnlyList<long>> AddDoubtsAsync(Store store, long document, CancellationToken cancel, params (string Code, string? Excerpt, string? Found, string? Stored)[] doubts)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var id = await db.TakeIdsAsync(Counters.Doubts, doubts.Length, cancel);
        db.Doubts.AddRange(doubts.Select((d, i) => new Doubt
        {
            Id = id + i, Key = SHA256.HashData(Encoding.UTF8.GetBytes($"{document} {id + i}")), DocumentId = document, Code = d.Code, Excerpt = d.Excerpt, Found = d.Found, Stored = d.Stored,
            Number = "1", Page = 3, FoundAt = s_at,
        }));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return [.. Enumerable.Range(0, doubts.Length).Select(i => id + i)];
    }

    private static async Task<long> AddAsync(OpenUprDb db, string kind, string symbol, string language, long review, (string Number, string Text)[] passages, CancellationToken cancel)
    {
        var id = await db.TakeIdsAsync(Counters.Documents, 1, cancel);
        db.Documents.Add(new SourceDocument
        {
            Id = id, Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{symbol} {language}"))), Kind = kind, Symbol = symbol, FileName = $"{language}.pdf",
            MediaType = "application/pdf", Language = language, ReviewId = review, Pages = 22, ReceivedAt = s_at, Size = 123_456,
        });
        var passage = await db.TakeIdsAsync(Counters.Passages, passages.Length, cancel);
        db.Passages.AddRange(passages.Select((p, i) => new Passage { Id = passage + i, DocumentId = id, Ordinal = i + 1, Number = p.Number, Heading = "I. An invented heading", Page = 3, Text = p.Text }));
        await db.SaveChangesAsync(cancel);
        return id;
    }
}
