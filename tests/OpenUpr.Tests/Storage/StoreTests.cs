using Microsoft.EntityFrameworkCore;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Tests.Storage;

public sealed class StoreTests
{
    private static readonly DateTimeOffset s_noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [OnEachDatabase]
    public async Task The_migrations_hold_the_whole_model(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        await using var db = test.Store.Open();
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Opening_a_store_again_keeps_its_world(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider, World.Demo);
        var again = await Store.OpenAsync(test.Store.Location, World.UnitedNations, TestContext.Current.CancellationToken);
        Assert.Equal(World.Demo, again.World);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_store_of_a_newer_version_is_refused_by_name(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        await using (var db = test.Store.OpenWhole())
        {
            await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Future', '99.0')", TestContext.Current.CancellationToken);
        }

        var refusal = await Assert.ThrowsAsync<StoreException>(() => Store.OpenAsync(test.Store.Location, cancel: TestContext.Current.CancellationToken));
        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Every_kind_of_row_comes_back_as_it_went_in(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        var world = new SmallWorld();
        await world.InsertAsync(test.Store);

        await using var db = test.Store.Open();
        var cancel = TestContext.Current.CancellationToken;
        Assert.Equivalent(world.Document, await db.Documents.SingleAsync(cancel), strict: true);
        Assert.Equivalent(world.Content, await db.DocumentContents.SingleAsync(cancel), strict: true);
        Assert.Equivalent(world.Run, await db.ImportRuns.SingleAsync(cancel), strict: true);
        Assert.Equivalent(world.Finding, await db.ImportFindings.SingleAsync(cancel), strict: true);
        Assert.Equivalent(world.Review, await db.Reviews.SingleAsync(cancel), strict: true);
        Assert.Equivalent(world.Paragraph, await db.Paragraphs.SingleAsync(cancel), strict: true);
        Assert.Equivalent(world.Texts, await db.Texts.OrderBy(t => t.Id).ToListAsync(cancel), strict: true);
        Assert.Equivalent(world.Pairs, await db.Recommendations.OrderBy(r => r.Id).ToListAsync(cancel), strict: true);
        Assert.Equivalent(world.Positions, await db.Positions.OrderBy(p => p.Id).ToListAsync(cancel), strict: true);
        Assert.Equivalent(world.Tags, await db.Tags.OrderBy(t => t.Id).ToListAsync(cancel), strict: true);
        Assert.Equivalent(world.Change, await db.Changes.SingleAsync(cancel), strict: true);
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_row_without_its_parent_is_refused(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        await using var db = test.Store.Open();
        await using var transaction = await db.BeginWriteAsync(TestContext.Current.CancellationToken);
        var orphan = new Recommendation { Id = 1, TextId = 404, DocumentId = 404, Rs = "FRA", Identity = [1] };
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(async () =>
        {
            await db.BulkInsertAsync([orphan], TestContext.Current.CancellationToken);
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        });
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_text_has_at_most_one_current_position(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        var world = new SmallWorld();
        await world.InsertAsync(test.Store);
        await using var db = test.Store.Open();
        await using var transaction = await db.BeginWriteAsync(TestContext.Current.CancellationToken);
        var second = new PositionRecord { Id = 9, TextId = 1, Value = Position.Supported, Wording = "accepted", DocumentId = 1, Rule = "test/1", RecordedAt = s_noon, IsCurrent = true };
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.BulkInsertAsync([second], TestContext.Current.CancellationToken));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Ids_are_never_given_twice_even_by_writers_at_the_same_time(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await using var db = test.Store.Open();
            await using var transaction = await db.BeginWriteAsync(TestContext.Current.CancellationToken);
            var first = await db.TakeIdsAsync(Counters.Recommendations, 10, TestContext.Current.CancellationToken);
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
            return first;
        }));
        Assert.Equal([1, 11, 21, 31, 41, 51, 61, 71], taken.Order());
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_row_shows_its_current_position_and_leaves_out_withdrawn_tags(Provider provider)
    {
        await using var test = await TestStores.CreateAsync(provider);
        await new SmallWorld().InsertAsync(test.Store);

        var rows = await RecommendationRows.ByIdsAsync(test.Store, [2, 1, 99], TestContext.Current.CancellationToken);
        Assert.Equal([2, 1], rows.Select(r => r.Id));
        Assert.Equal(
            ("A/HRC/21/10", "112.4", 17, Position.Noted, true, "supported in part", 5, 2),
            (rows[1].Symbol, rows[1].Paragraph, rows[1].Page, rows[1].Position, rows[1].Partial, rows[1].PositionText, rows[1].Action, rows[1].Cycle));
        Assert.Equal(["Torture and other CID treatment"], rows[1].Issues);
        Assert.Equal("report.csv line 7", rows[1].Source);
        Assert.Equal((null, null, null), (rows[0].Symbol, rows[0].Paragraph, rows[0].Page));
    }

    [Theory]
    [InlineData("mysql://a:b@c/d")]
    [InlineData("postgres://user:s3cret@host")]
    [InlineData("nonsense s3cret")]
    public void A_wrong_database_address_is_explained_without_repeating_its_password(string address)
    {
        var refusal = Assert.Throws<StoreException>(() => StoreLocation.Parse(null, address));
        Assert.DoesNotContain("s3cret", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("postgres://", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_failure_of_a_database_is_found_wherever_it_is_wrapped()
    {
        var failure = new Npgsql.NpgsqlException("The connection broke.", new IOException());
        Assert.Same(failure, StoreException.DatabaseFailure(failure));
        Assert.Same(failure, StoreException.DatabaseFailure(new InvalidOperationException("likely due to a transient failure", failure)));
        Assert.Null(StoreException.DatabaseFailure(new InvalidOperationException("a mistake of ours")));
    }

    [Theory]
    [InlineData("sslmode=require", "SSL Mode=Require")]
    [InlineData("sslmode=verify-full", "SSL Mode=VerifyFull")]
    [InlineData("sslmode=disable", "SSL Mode=Disable")]
    public void The_encryption_that_a_database_address_asks_for_is_used(string query, string connection) =>
        Assert.Contains(connection, StoreLocation.Parse(null, $"postgres://user:s3cret@host/name?{query}").PostgresConnection, StringComparison.Ordinal);

    [Theory]
    [InlineData("sslmode=bogus")]
    [InlineData("ssl=true")]
    [InlineData("sslmode")]
    [InlineData("sslmode=require&password=s3cret")]
    public void A_parameter_of_a_database_address_is_never_passed_over(string query)
    {
        var refusal = Assert.Throws<StoreException>(() => StoreLocation.Parse(null, $"postgres://user:s3cret@host/name?{query}"));
        Assert.Contains("sslmode", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>One of each entity, with a superseded position and a withdrawn tag.</summary>
    private sealed class SmallWorld
    {
        public SourceDocument Document { get; } = new() { Id = 1, Sha256 = new string('a', 64), Kind = "upr-info-export", Symbol = "A/HRC/21/10", FileName = "report.csv", MediaType = "text/csv", Language = "en", Licence = "CC", Size = 10, ReceivedAt = s_noon };

        public DocumentContent Content { get; } = new() { DocumentId = 1, Brotli = [1, 2, 3] };

        public ImportRun Run { get; } = new() { Id = 1, DocumentId = 1, StartedAt = s_noon, FinishedAt = s_noon.AddSeconds(1), RowsRead = 3, Added = 2, Refused = 1 };

        public ImportFinding Finding { get; } = new() { Id = 1, ImportRunId = 1, Severity = "refused", Line = 3, Column = "To", Message = "No State is called 'Atlantis'." };

        public Review Review { get; } = new() { Id = 1, Sur = "IND", Session = 13 };

        public Paragraph Paragraph { get; } = new() { Id = 1, ReviewId = 1, DocumentId = 1, Number = "112.4", Page = 17 };

        public RecommendationText[] Texts { get; } =
        [
            new() { Id = 1, ReviewId = 1, ParagraphId = 1, Kind = RecommendationKind.Recommendation, Text = "Ratify the “Convention”; naïve – text 🙂", Key = [1, 1] },
            new() { Id = 2, ReviewId = 1, ParagraphId = null, Kind = RecommendationKind.Pledge, Text = "We shall", Key = [2, 2] },
        ];

        public Recommendation[] Pairs { get; } =
        [
            new() { Id = 1, TextId = 1, Rs = "FRA", DocumentId = 1, Line = 7, Identity = [1] },
            new() { Id = 2, TextId = 2, Rs = "IND", DocumentId = 1, Line = null, Identity = [2], MergedIntoId = 1 },
        ];

        public PositionRecord[] Positions { get; } =
        [
            new() { Id = 1, TextId = 1, Value = Position.Pending, Wording = "will be examined", DocumentId = 1, Rule = "test/1", RecordedAt = s_noon, IsCurrent = false },
            new() { Id = 2, TextId = 1, Value = Position.Noted, Partial = true, Wording = "supported in part", DocumentId = 1, Symbol = "A/HRC/21/10/Add.1", SaidOn = new DateOnly(2012, 9, 17), Rule = "test/1", RecordedAt = s_noon, IsCurrent = true },
        ];

        public Tag[] Tags { get; } =
        [
            new() { Id = 1, RecommendationId = 1, Scheme = Tag.ActionScheme, Value = "5", SetBy = "coder", SetByName = "UPR Info", SetAt = s_noon },
            new() { Id = 2, RecommendationId = 1, Scheme = Tag.IssueScheme, Value = "torture-and-other-cid-treatment", SetBy = "model", SetByName = "m/1", Confidence = 0.5, SetAt = s_noon },
            new() { Id = 3, RecommendationId = 1, Scheme = Tag.IssueScheme, Value = "justice", SetBy = "model", SetByName = "m/1", Confidence = 0.25, SetAt = s_noon, WithdrawnAt = s_noon },
        ];

        public Change Change { get; } = new() { Sequence = 1, FirstRecommendationId = 1, LastRecommendationId = 2 };

        public async Task InsertAsync(Store store)
        {
            var cancel = TestContext.Current.CancellationToken;
            await using var db = store.Open();
            await using var transaction = await db.BeginWriteAsync(cancel);
            await db.BulkInsertAsync([Document], cancel);
            await db.BulkInsertAsync([Content], cancel);
            await db.BulkInsertAsync([Run], cancel);
            await db.BulkInsertAsync([Finding], cancel);
            await db.BulkInsertAsync([Review], cancel);
            await db.BulkInsertAsync([Paragraph], cancel);
            await db.BulkInsertAsync(Texts, cancel);
            await db.BulkInsertAsync(Pairs, cancel);
            await db.BulkInsertAsync(Positions, cancel);
            await db.BulkInsertAsync(Tags, cancel);
            await db.BulkInsertAsync([Change], cancel);
            await transaction.CommitAsync(cancel);
        }
    }
}
