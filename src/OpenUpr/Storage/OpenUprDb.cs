using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace OpenUpr.Storage;

/// <summary>
/// The store, the same on SQLite and PostgreSQL. The two derived classes hold only what differs: how bulk rows go in, how a
/// writer waits for its turn, how a reader holds one moment fast, what the database can say about its own health. Readers query this class directly; there is no layer between.
/// </summary>
public abstract partial class OpenUprDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<SourceDocument> Documents => Set<SourceDocument>();

    public DbSet<DocumentContent> DocumentContents => Set<DocumentContent>();

    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();

    public DbSet<ImportFinding> ImportFindings => Set<ImportFinding>();

    public DbSet<Review> Reviews => Set<Review>();

    public DbSet<Paragraph> Paragraphs => Set<Paragraph>();

    public DbSet<RecommendationText> Texts => Set<RecommendationText>();

    public DbSet<Recommendation> Recommendations => Set<Recommendation>();

    public DbSet<PositionRecord> Positions => Set<PositionRecord>();

    public DbSet<Tag> Tags => Set<Tag>();

    public DbSet<MachineReading> MachineReadings => Set<MachineReading>();

    public DbSet<DocumentReading> DocumentReadings => Set<DocumentReading>();

    public DbSet<Passage> Passages => Set<Passage>();

    public DbSet<Submitter> Submitters => Set<Submitter>();

    public DbSet<ReviewFact> ReviewFacts => Set<ReviewFact>();

    public DbSet<Wording> Wordings => Set<Wording>();

    public DbSet<KnownIdentity> KnownIdentities => Set<KnownIdentity>();

    public DbSet<Doubt> Doubts => Set<Doubt>();

    public DbSet<Settlement> Settlements => Set<Settlement>();

    public DbSet<Upload> Uploads => Set<Upload>();

    public DbSet<Change> Changes => Set<Change>();

    public DbSet<Counter> CounterRows => Set<Counter>();

    public DbSet<Setting> Settings => Set<Setting>();

    /// <summary>Begins a write transaction and waits until no other writer holds one, here or on another node.</summary>
    public abstract Task<Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction> BeginWriteAsync(CancellationToken cancel);

    /// <summary>From here on this context sees the store as it is now, while others go on writing.</summary>
    public abstract Task BeginSnapshotAsync(CancellationToken cancel);

    /// <summary>For <see cref="Store.WipeAsync"/>, which opens the context that may.</summary>
    internal abstract Task WipeAsync(CancellationToken cancel);

    /// <summary>What is wrong with the rows or the file inside the current transaction, as the end of a sentence; null when nothing is.</summary>
    public abstract Task<string?> FindDamageAsync(CancellationToken cancel);

    /// <summary>Adds many rows of one table; <see cref="BulkInsertAsync"/> has checked that they may be written.</summary>
    protected abstract Task InsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : class;

    /// <summary>Reserves <paramref name="count"/> ids under a name and returns the first. The ids of a transaction that fails are simply not used.</summary>
    public async Task<long> TakeIdsAsync(string counter, int count, CancellationToken cancel)
    {
        var row = await CounterRows.SingleOrDefaultAsync(c => c.Name == counter, cancel);
        if (row is null)
        {
            row = new Counter { Name = counter };
            CounterRows.Add(row);
        }

        var first = row.Last + 1;
        row.Last += count;
        await SaveChangesAsync(cancel);
        return first;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => OpenUprModel.Configure(modelBuilder, this);

    /// <summary>Table, columns and getters of an entity, from the model, so that bulk inserts cannot disagree with it.</summary>
    protected BulkTable<T> TableOf<T>()
        where T : class => BulkTable<T>.From(Model);

    protected DbConnection Connection => Database.GetDbConnection();
}
