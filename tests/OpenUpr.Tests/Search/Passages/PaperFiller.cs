using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Search.Passages;
using OpenUpr.Sources.Papers;
using OpenUpr.Storage;

namespace OpenUpr.Tests.Search.Passages;

/// <summary>A paragraph and the paper it stands in.</summary>
public sealed record SamplePassage(SourceDocument Document, string? Sur, int? Session, Passage Passage);

/// <summary>Papers by chance from a seed, and their way into a store, as an import would put them.</summary>
public static class PaperFiller
{
    private static readonly DateTimeOffset s_then = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public static List<SamplePassage> Make(int seed, int papers, int passages, long firstDocument = 1, long firstPassage = 1)
    {
        var random = new Random(seed);
        var all = new List<SamplePassage>();
        for (var n = 0; n < papers; n++)
        {
            var kind = GeneratedRows.Pick(random, [.. Enum.GetValues<PaperKind>()]);
            var id = firstDocument + n;
            var (sur, session) = random.Next(8) == 0 ? ((string?)null, (int?)null) : (GeneratedRows.Pick(random, "CUB", "FRA", "KEN"), random.Next(1, 6) * 8);
            var document = New(id, PaperIdentity.NameOf(kind), sur is null ? null : $"A/HRC/{session}/{id}", GeneratedRows.Pick(random, "en", "en", "fr"));
            for (var ordinal = 1; ordinal <= passages; ordinal++)
            {
                all.Add(new SamplePassage(document, sur, session, new Passage
                {
                    Id = firstPassage + all.Count, DocumentId = id, Ordinal = ordinal, Number = $"{ordinal}", Heading = "Part › Section", Page = 1 + (ordinal / 5), Text = GeneratedRows.Text(random, random.Next(0, 20)),
                    States = GeneratedRows.Pick(random, null, "ESP", "ESP DZA", "KEN"), Submitters = GeneratedRows.Pick(random, null, null, "JS1", "JS1 NHRI", "AI"),
                }));
            }
        }

        return all;
    }

    public static SourceDocument New(long id, string kind, string? symbol, string language = "en") => new()
    {
        Id = id, Sha256 = $"{id:x64}", Kind = kind, Symbol = symbol, Language = language, FileName = $"{id}.pdf", MediaType = "application/pdf", ReceivedAt = s_then, Pages = 20, ReadWith = "test/1",
    };

    public static async Task FillAsync(Store store, IReadOnlyList<SamplePassage> samples, CancellationToken cancel)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var reviews = db.Reviews.ToDictionary(r => (r.Sur, r.Session));
        foreach (var sample in samples.DistinctBy(s => s.Document.Id))
        {
            if (sample is { Sur: { } sur, Session: { } session })
            {
                if (!reviews.TryGetValue((sur, session), out var review))
                {
                    // Far from the ids of the demonstration's own reviews.
                    reviews.Add((sur, session), review = db.Reviews.Add(new Review { Id = 100_000 + reviews.Count, Sur = sur, Session = session }).Entity);
                }

                sample.Document.ReviewId = review.Id;
            }

            db.Documents.Add(sample.Document);
        }

        await db.SaveChangesAsync(cancel);
        await db.BulkInsertAsync([.. samples.Select(s => s.Passage)], cancel);
        var id = db.Submitters.Any() ? db.Submitters.Max(s => s.Id) : 0;
        foreach (var document in samples.Where(s => s.Passage.Submitters is not null).Select(s => s.Document.Id).Distinct())
        {
            db.Submitters.Add(new Submitter { Id = ++id, DocumentId = document, Code = "JS1", Name = "Joint submission 1: Lanterns for Rights", Kind = "Joint submissions" });
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}

/// <summary>Searches by looking at every paragraph, in the plainest way.</summary>
public sealed class PlainPassages(IReadOnlyList<SamplePassage> samples)
{
    private readonly BruteForce _words = new([.. samples.Select(Row)]);

    /// <summary>The paragraphs that match the words, whatever the filters say.</summary>
    public IReadOnlyList<SamplePassage> Matching(PassageQuery query) => [.. samples.Where(s => _words.Matches(query.Words.Expression, Row(s)))];

    public static List<long> Passing(IReadOnlyList<SamplePassage> matching, PassageQuery query)
    {
        var f = query.Words.Filters;
        string[] sessions = [.. f.Sessions.Select(n => $"{n}")], cycles = [.. f.Cycles.Select(n => $"{n}")];
        return [.. matching.Where(s => In(f.Sur, s.Sur) && In(sessions, $"{s.Session}") && In(cycles, $"{Cycle(s)}") && In(query.Papers, s.Document.Kind) && In(query.Languages, s.Document.Language)
            && In(query.States, s.Passage.States?.Split(' ') ?? []) && In(query.Submitters, s.Passage.Submitters?.Split(' ') ?? [])).Select(s => s.Passage.Id)];
    }

    private static bool In(IReadOnlyList<string> chosen, params IReadOnlyList<string?> values) => chosen.Count == 0 || values.Any(v => v is not null && chosen.Contains(v));

    private static int? Cycle(SamplePassage s) => s.Session is { } session ? SearchHarness.Reference.CycleOf(session) : null;

    private static IndexRow Row(SamplePassage s) =>
        new(s.Passage.Id, s.Passage.Id, null, RecommendationKind.Recommendation, s.Sur ?? "", "", s.Session ?? 0, null, null, [], s.Passage.Text);
}
