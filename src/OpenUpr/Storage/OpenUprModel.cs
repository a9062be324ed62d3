using Microsoft.EntityFrameworkCore;

namespace OpenUpr.Storage;

/// <summary>Tables, keys and indexes. Every reference is a foreign key; nothing is deleted by cascade.</summary>
internal static class OpenUprModel
{
    public static void Configure(ModelBuilder model, OpenUprDb db)
    {
        Sources(model);
        Recommendations(model);
        Papers(model);
        PrivateModel.Configure(model, db);
        model.Entity<Change>(e =>
        {
            e.ToTable("changes").HasKey(c => c.Sequence);
            e.Property(c => c.Sequence).ValueGeneratedNever();
        });
        model.Entity<Counter>(e => e.ToTable("counters").HasKey(c => c.Name));
        model.Entity<Setting>(e => e.ToTable("settings").HasKey(s => s.Key));
        foreach (var entity in model.Model.GetEntityTypes())
        {
            foreach (var key in entity.GetForeignKeys())
            {
                key.DeleteBehavior = DeleteBehavior.Restrict;
            }

            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(SnakeCase(property.Name));
                if (property.IsPrimaryKey() && property.ClrType == typeof(long))
                {
                    // Ids come from counters, never from the database: they must be the same on both and never be given twice.
                    property.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
                }
            }
        }
    }

    private static void Sources(ModelBuilder model)
    {
        model.Entity<SourceDocument>(e =>
        {
            e.ToTable("documents");
            e.HasIndex(d => d.Sha256).IsUnique();
            e.HasIndex(d => d.Symbol);
            e.HasOne<Review>().WithMany().HasForeignKey(d => d.ReviewId);
        });
        model.Entity<DocumentContent>(e =>
        {
            e.ToTable("document_contents").HasKey(c => c.DocumentId);
            e.HasOne<SourceDocument>().WithOne().HasForeignKey<DocumentContent>(c => c.DocumentId);
        });
        model.Entity<ImportRun>(e =>
        {
            e.ToTable("import_runs");
            e.HasOne<SourceDocument>().WithMany().HasForeignKey(r => r.DocumentId);
        });
        model.Entity<ImportFinding>(e =>
        {
            e.ToTable("import_findings");
            e.HasOne<ImportRun>().WithMany().HasForeignKey(f => f.ImportRunId);
        });
    }

    private static void Recommendations(ModelBuilder model)
    {
        model.Entity<Review>(e =>
        {
            e.ToTable("reviews");
            e.HasIndex(r => new { r.Sur, r.Session }).IsUnique();
        });
        model.Entity<Paragraph>(e =>
        {
            e.ToTable("paragraphs");
            e.HasOne<Review>().WithMany().HasForeignKey(p => p.ReviewId);
            e.HasOne<SourceDocument>().WithMany().HasForeignKey(p => p.DocumentId);
            e.HasIndex(p => new { p.DocumentId, p.Number }).IsUnique();
        });
        model.Entity<RecommendationText>(e =>
        {
            e.ToTable("texts");
            e.HasOne<Review>().WithMany().HasForeignKey(t => t.ReviewId);
            e.HasOne<Paragraph>().WithMany().HasForeignKey(t => t.ParagraphId);
            e.HasIndex(t => t.Key).IsUnique();
        });
        model.Entity<Recommendation>(e =>
        {
            e.ToTable("recommendations");
            e.HasOne<RecommendationText>().WithMany().HasForeignKey(r => r.TextId);
            e.HasOne<SourceDocument>().WithMany().HasForeignKey(r => r.DocumentId);
            e.HasOne<Recommendation>().WithMany().HasForeignKey(r => r.MergedIntoId);
            e.HasIndex(r => r.Identity).IsUnique();
        });
        model.Entity<PositionRecord>(e =>
        {
            e.ToTable("positions");
            e.HasOne<RecommendationText>().WithMany().HasForeignKey(p => p.TextId);
            e.HasOne<SourceDocument>().WithMany().HasForeignKey(p => p.DocumentId);
            e.HasIndex(p => p.TextId, "IX_positions_text_id");
            // At most one position of a text holds: two would count its pairs twice.
            e.HasIndex(p => p.TextId, "ix_positions_current").IsUnique().HasFilter("\"is_current\"");
        });
        model.Entity<Tag>(e =>
        {
            e.ToTable("tags");
            e.HasOne<Recommendation>().WithMany().HasForeignKey(t => t.RecommendationId);
            e.HasIndex(t => t.RecommendationId, "IX_tags_recommendation_id");
            // Corrections are few among very many tags.
            e.HasIndex(t => t.RecommendationId, "ix_tags_corrections").HasFilter("\"set_by\" = 'user'");
        });
        model.Entity<MachineReading>(e =>
        {
            e.ToTable("machine_readings").HasKey(r => r.TextId);
            e.HasOne<RecommendationText>().WithOne().HasForeignKey<MachineReading>(r => r.TextId);
            e.HasIndex(r => r.Doubt);
            e.HasIndex(r => r.ActionDoubt);
            e.HasIndex(r => r.IssueDoubt);
        });
    }

    private static void Papers(ModelBuilder model)
    {
        model.Entity<DocumentReading>(e =>
        {
            e.ToTable("document_readings").HasKey(r => r.DocumentId);
            e.HasOne<SourceDocument>().WithOne().HasForeignKey<DocumentReading>(r => r.DocumentId);
        });
        model.Entity<Passage>(e =>
        {
            e.ToTable("passages");
            e.HasOne<SourceDocument>().WithMany().HasForeignKey(p => p.DocumentId);
            e.HasIndex(p => new { p.DocumentId, p.Ordinal }).IsUnique();
        });
        model.Entity<Submitter>(e =>
        {
            e.ToTable("submitters");
            e.HasOne<SourceDocument>().WithMany().HasForeignKey(s => s.DocumentId);
        });
        model.Entity<ReviewFact>(e =>
        {
            e.ToTable("review_facts");
            e.HasOne<Review>().WithMany().HasForeignKey(f => f.ReviewId);
            e.HasOne<SourceDocument>().WithMany().HasForeignKey(f => f.DocumentId);
        });
        model.Entity<Wording>(e =>
        {
            e.ToTable("wordings");
            e.HasOne<RecommendationText>().WithMany().HasForeignKey(w => w.TextId);
            e.HasOne<SourceDocument>().WithMany().HasForeignKey(w => w.DocumentId);
        });
        model.Entity<KnownIdentity>(e =>
        {
            e.ToTable("known_identities");
            e.HasOne<Recommendation>().WithMany().HasForeignKey(k => k.RecommendationId);
            e.HasOne<SourceDocument>().WithMany().HasForeignKey(k => k.DocumentId);
            e.HasIndex(k => k.Identity).IsUnique();
        });
        model.Entity<Doubt>(e =>
        {
            e.ToTable("doubts");
            e.HasOne<Review>().WithMany().HasForeignKey(d => d.ReviewId);
            e.HasOne<SourceDocument>().WithMany().HasForeignKey(d => d.DocumentId);
            e.HasOne<RecommendationText>().WithMany().HasForeignKey(d => d.TextId);
            e.HasOne<Recommendation>().WithMany().HasForeignKey(d => d.RecommendationId);
            e.HasIndex(d => d.Key).IsUnique();
        });
        model.Entity<Settlement>(e =>
        {
            e.ToTable("settlements");
            e.HasOne<Doubt>().WithMany().HasForeignKey(s => s.DoubtId);
        });
        model.Entity<Upload>(e =>
        {
            e.ToTable("uploads");
            e.HasOne<SourceDocument>().WithMany().HasForeignKey(u => u.DocumentId);
            e.HasIndex(u => u.Batch);
        });
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "_") + char.ToLowerInvariant(c) : c.ToString()));
}
