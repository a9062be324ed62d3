using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OpenUpr.Storage;

/// <summary>Tables of accounts and coalitions, and the rule by which a context sees private rows.</summary>
internal static class PrivateModel
{
    public static void Configure(ModelBuilder model, OpenUprDb db)
    {
        Accounts(model);
        Doors(model);
        Private<CoalitionProfile>(model, "coalition_profiles");
        Private<Member>(model, "members");
        Private<TermsOfReference>(model, "terms_of_reference");
        Private<TermsAcceptance>(model, "terms_acceptances");
        Private<Cluster>(model, "clusters");
        Private<ClusterMember>(model, "cluster_members");
        Private<ClusterItem>(model, "cluster_items");
        Private<SealedReader>(model, "sealed_readers");
        Private<Share>(model, "shares");
        Private<Organisation>(model, "organisations");
        Private<SecretariatTerm>(model, "secretariat_terms");
        Private<AbsentGroup>(model, "absent_groups");
        Private<Meeting>(model, "meetings");
        Private<Decision>(model, "decisions");
        Private<Attendance>(model, "attendances");
        Private<Training>(model, "trainings");
        Private<Grant>(model, "grants");
        Private<ReprisalEntry>(model, "reprisal_entries");
        Private<EvidenceCase>(model, "evidence_cases");
        Private<EvidenceFile>(model, "evidence_files").HasIndex(f => f.CaseId);
        Private<EvidencePiece>(model, "evidence_pieces").HasIndex(p => new { p.FileId, p.Copy, p.Number }).IsUnique();
        Private<DropBox>(model, "drop_boxes");
        Filter(model, db);
    }

    private static void Accounts(ModelBuilder model)
    {
        model.Entity<Account>(e => e.ToTable("accounts").HasIndex(a => a.NormalisedName).IsUnique());
        model.Entity<Passkey>(e =>
        {
            e.ToTable("passkeys").HasIndex(p => p.CredentialId).IsUnique();
            e.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId);
        });
        model.Entity<RecoveryCode>(e => e.ToTable("recovery_codes").HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId));
        model.Entity<SignIn>(e =>
        {
            e.ToTable("sign_ins").HasIndex(s => s.TokenHash).IsUnique();
            e.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
        });
        model.Entity<Invitation>(e =>
        {
            e.ToTable("invitations").HasIndex(i => i.TokenHash).IsUnique();
            e.HasIndex(i => i.CodeHash).IsUnique();
            e.HasOne<Coalition>().WithMany().HasForeignKey(i => i.CoalitionId);
        });
        model.Entity<ProtectionKey>(e => e.ToTable("protection_keys"));
        model.Entity<InstallationKey>(e => e.ToTable("installation_keys"));
    }

    private static void Doors(ModelBuilder model)
    {
        model.Entity<Coalition>(e => e.ToTable("coalitions").HasIndex(c => c.Slug).IsUnique());
        model.Entity<Membership>(e =>
        {
            e.ToTable("memberships");
            e.HasOne<Coalition>().WithMany().HasForeignKey(m => m.CoalitionId);
            e.HasIndex(m => new { m.AccountId, m.CoalitionId }).IsUnique();
        });
        model.Entity<CoalitionKey>(e =>
        {
            e.ToTable("coalition_keys").HasIndex(k => new { k.CoalitionId, k.Number }).IsUnique();
            e.HasOne<Coalition>().WithMany().HasForeignKey(k => k.CoalitionId);
        });
        model.Entity<DropBoxDoor>(e =>
        {
            e.ToTable("drop_box_doors").HasIndex(d => d.TokenHash).IsUnique();
            e.HasIndex(d => d.CodeHash).IsUnique();
        });
        model.Entity<DropReceipt>(e => e.ToTable("drop_receipts").HasIndex(r => r.ReceiptHash).IsUnique());
        model.Entity<AuditEntry>(e =>
        {
            e.ToTable("audit_entries");
            e.HasIndex(a => new { a.CoalitionId, a.Number }).IsUnique();
        });
    }

    private static EntityTypeBuilder<T> Private<T>(ModelBuilder model, string table)
        where T : class, IPrivateRow
    {
        var entity = model.Entity<T>();
        entity.ToTable(table);
        entity.HasIndex(nameof(IPrivateRow.CoalitionId));
        entity.HasOne<Coalition>().WithMany().HasForeignKey(nameof(IPrivateRow.CoalitionId));
        return entity;
    }

    private static void Filter(ModelBuilder model, OpenUprDb db)
    {
        foreach (var type in model.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(IPrivateRow))).ToList())
        {
            var kind = type.ClrType.IsAssignableTo(typeof(ISealableRow)) ? nameof(Sealable) : type.ClrType.IsAssignableTo(typeof(IClusterRow)) ? nameof(Clustered)
                : type.ClrType == typeof(EvidenceFile) ? nameof(Files) : type.ClrType == typeof(EvidencePiece) || type.ClrType == typeof(DropBox) ? nameof(ForSenders) : type.ClrType == typeof(TermsOfReference) ? nameof(Terms) : type.ClrType == typeof(Share) || type.ClrType == typeof(SealedReader) ? nameof(Lists) : nameof(Plain);
            var method = typeof(PrivateModel).GetMethod(kind, BindingFlags.Static | BindingFlags.NonPublic)!;
            var rule = (method.IsGenericMethod ? method.MakeGenericMethod(type.ClrType) : method).Invoke(null, [db, type.GetTableName()]);
            model.Entity(type.ClrType).HasQueryFilter((LambdaExpression)rule!);
        }
    }

    private static Expression<Func<T, bool>> Plain<T>(OpenUprDb db, string table)
        where T : class, IPrivateRow => row => row.CoalitionId == db.CoalitionId
            && (db.SeesUnshared || db.Shares.Any(s => s.Thing == table && s.ThingId == row.Id && s.MemberId == db.MemberId));

    private static Expression<Func<T, bool>> Clustered<T>(OpenUprDb db, string table)
        where T : class, IClusterRow => row => row.CoalitionId == db.CoalitionId
            && (row.ClusterId == null || !db.HiddenClusters.Contains(row.ClusterId.Value))
            && (db.SeesUnshared || db.Shares.Any(s => s.Thing == table && s.ThingId == row.Id && s.MemberId == db.MemberId));

    private static Expression<Func<T, bool>> Sealable<T>(OpenUprDb db, string table)
        where T : class, ISealableRow => row => row.CoalitionId == db.CoalitionId
            && (row.ClusterId == null || !db.HiddenClusters.Contains(row.ClusterId.Value))
            && (db.SeesUnshared || db.Shares.Any(s => s.Thing == table && s.ThingId == row.Id && s.MemberId == db.MemberId))
            && (!row.IsSealed || db.SeesSealed || row.AuthorId == db.MemberId
                || db.SealedReaders.Any(r => r.Thing == table && r.ThingId == row.Id && r.MemberId == db.MemberId));

    // A file is seen by those who see its case: one of a sealed case or a closed cluster has no other rule. Guests see no files.
    private static Expression<Func<EvidenceFile, bool>> Files(OpenUprDb db, string table) => row => row.CoalitionId == db.CoalitionId
        && db.SeesUnshared && db.EvidenceCases.Any(c => c.Id == row.CaseId);

    // What a sender works with: the greeting of a box, and pieces, which are closed without the key that the file's row holds.
    private static Expression<Func<T, bool>> ForSenders<T>(OpenUprDb db, string table)
        where T : class, IPrivateRow => row => row.CoalitionId == db.CoalitionId && (db.SeesUnshared || db.IsSender);

    // Who has a place but has not accepted the terms yet must be able to read them (requirement D2).
    private static Expression<Func<TermsOfReference, bool>> Terms(OpenUprDb db, string table) => row => row.CoalitionId == db.CoalitionId
        && (db.SeesUnshared || db.SeesTerms || db.Shares.Any(s => s.Thing == table && s.ThingId == row.Id && s.MemberId == db.MemberId));

    // The lists by which the other rules decide; a guest sees those lines of them that are their own.
    private static Expression<Func<T, bool>> Lists<T>(OpenUprDb db, string table)
        where T : class, INamesMember => row => row.CoalitionId == db.CoalitionId && (db.SeesUnshared || row.MemberId == db.MemberId);
}
