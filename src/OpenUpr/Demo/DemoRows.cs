using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Storage;
using OpenUpr.Taxonomy;

namespace OpenUpr.Demo;

/// <summary>Turns the rows of the demonstration file into entities: a document for each symbol, a review for each State and session, paragraphs with one or two texts.</summary>
internal sealed class DemoRows(DateTimeOffset now)
{
    private const string Rule = "demo/1";

    private readonly Dictionary<string, SourceDocument> _documents = [];
    private readonly List<DocumentContent> _contents = [];
    private readonly Dictionary<(string, int), Review> _reviews = [];
    private readonly Dictionary<(long, string), Paragraph> _paragraphs = [];
    private readonly List<RecommendationText> _texts = [];
    private readonly List<Recommendation> _pairs = [];
    private readonly List<PositionRecord> _positions = [];
    private readonly List<Tag> _tags = [];

    public void Add(ReferenceTable row)
    {
        var document = Document(row["symbol"]);
        var review = Review(row["sur"], row.Number("session")!.Value);
        var paragraph = Paragraph(document, review, row);
        var kind = row["kind"] == "pledge" ? RecommendationKind.Pledge : RecommendationKind.Recommendation;
        var text = new RecommendationText
        {
            Id = _texts.Count + 1,
            ReviewId = review.Id,
            ParagraphId = paragraph.Id,
            Kind = kind,
            Text = row["text"],
            Key = RecommendationIdentity.OfText(review.Sur, review.Session, kind, row["text"], $"{row["symbol"]} {row["paragraph"]}"),
        };
        _texts.Add(text);
        AddPositions(row, text, document);
        foreach (var state in kind == RecommendationKind.Pledge ? [review.Sur] : row["states"].Split(';'))
        {
            AddPair(row, text, document, state == "?" ? State.Unknown : state);
        }
    }

    public async Task InsertAsync(OpenUprDb db, CancellationToken cancel)
    {
        await db.BulkInsertAsync(_documents.Values, cancel);
        await db.BulkInsertAsync(_contents, cancel);
        await db.BulkInsertAsync(_reviews.Values, cancel);
        await db.BulkInsertAsync(_paragraphs.Values, cancel);
        await db.BulkInsertAsync(_texts, cancel);
        await db.BulkInsertAsync(_pairs, cancel);
        await db.BulkInsertAsync(_positions, cancel);
        await db.BulkInsertAsync(_tags, cancel);
        foreach (var (counter, count) in new[]
        {
            (Counters.Documents, _documents.Count), (Counters.Reviews, _reviews.Count), (Counters.Paragraphs, _paragraphs.Count), (Counters.Texts, _texts.Count),
            (Counters.Recommendations, _pairs.Count), (Counters.Positions, _positions.Count), (Counters.Tags, _tags.Count),
        })
        {
            await db.TakeIdsAsync(counter, count, cancel);
        }

        await db.BulkInsertAsync([new Change { Sequence = await db.TakeIdsAsync(Counters.Changes, 1, cancel), FirstRecommendationId = 1, LastRecommendationId = _pairs.Count }], cancel);
    }

    private SourceDocument Document(string symbol)
    {
        if (!_documents.TryGetValue(symbol, out var document))
        {
            // The fictional paper itself does not exist; what is kept as its original says so.
            var original = Encoding.UTF8.GetBytes($"{symbol}: a fictional document of the OpenUPR demonstration.\n");
            document = new SourceDocument
            {
                Id = _documents.Count + 1,
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(original)),
                Kind = "demo",
                Symbol = symbol,
                FileName = $"{symbol.Replace('/', '_')}.txt",
                MediaType = "text/plain",
                Language = "en",
                Licence = "MIT",
                Size = original.Length,
                ReceivedAt = now,
            };
            _documents.Add(symbol, document);
            _contents.Add(new DocumentContent { DocumentId = document.Id, Brotli = Compress(original) });
        }

        return document;
    }

    private Review Review(string sur, int session)
    {
        if (!_reviews.TryGetValue((sur, session), out var review))
        {
            review = new Review { Id = _reviews.Count + 1, Sur = sur, Session = session };
            _reviews.Add((sur, session), review);
        }

        return review;
    }

    private Paragraph Paragraph(SourceDocument document, Review review, ReferenceTable row)
    {
        var key = (document.Id, row["paragraph"]);
        if (!_paragraphs.TryGetValue(key, out var paragraph))
        {
            paragraph = new Paragraph { Id = _paragraphs.Count + 1, ReviewId = review.Id, DocumentId = document.Id, Number = row["paragraph"], Page = row.Number("page") };
            _paragraphs.Add(key, paragraph);
        }

        return paragraph;
    }

    private void AddPositions(ReferenceTable row, RecommendationText text, SourceDocument report)
    {
        if (row.Optional("earlier_position") is { } earlier)
        {
            AddPosition(row, text, report, "earlier", earlier, partial: false, isCurrent: false);
        }

        if (row.Optional("position") is { } position)
        {
            AddPosition(row, text, report, "position", position, row["partial"] == "true", isCurrent: true);
        }
    }

    private void AddPosition(ReferenceTable row, RecommendationText text, SourceDocument report, string prefix, string value, bool partial, bool isCurrent)
    {
        var symbol = row.Optional($"{prefix}_symbol") ?? report.Symbol!;
        _positions.Add(new PositionRecord
        {
            Id = _positions.Count + 1,
            TextId = text.Id,
            Value = Enum.Parse<Position>(value, ignoreCase: true),
            Partial = partial,
            Wording = row[$"{prefix}_wording"],
            DocumentId = Document(symbol).Id,
            Symbol = symbol,
            SaidOn = row.Date($"{prefix}_date"),
            Rule = Rule,
            RecordedAt = now,
            IsCurrent = isCurrent,
        });
    }

    private void AddPair(ReferenceTable row, RecommendationText text, SourceDocument document, string rs)
    {
        var id = _pairs.Count + 1;
        var issues = row["issues"].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(name => IssueList.Current.Find(name)!.Slug).ToList();
        _pairs.Add(new Recommendation
        {
            Id = id,
            TextId = text.Id,
            Rs = rs,
            DocumentId = document.Id,
            Identity = RecommendationIdentity.OfRow(text.Key, rs, row.Number("action")!.Value, issues, ordinal: 0),
        });

        // Of some rows people set nothing, and of mixed ones the action alone: there the machine's reading holds, as it would in a new report.
        var source = row["tag_source"];
        AddTags(id, Tag.ActionScheme, source is "coder" or "mixed" ? [row["action"]] : []);
        AddTags(id, Tag.IssueScheme, source is "coder" ? issues : []);
        AddTags(id, Tag.SdgScheme, source is "coder" ? row["sdgs"].Split(';', StringSplitOptions.RemoveEmptyEntries) : []);
    }

    private void AddTags(long recommendation, string scheme, IReadOnlyList<string> values) => _tags.AddRange(values.Select((value, i) => new Tag
    {
        Id = _tags.Count + 1 + i,
        RecommendationId = recommendation,
        Scheme = scheme,
        Value = value,
        SetBy = Tag.Coder,
        SetByName = "demonstration coder",
        SetAt = now,
    }).ToList());

    private static byte[] Compress(byte[] bytes)
    {
        using var output = new MemoryStream();
        using (var brotli = new BrotliStream(output, CompressionLevel.SmallestSize))
        {
            brotli.Write(bytes);
        }

        return output.ToArray();
    }
}
