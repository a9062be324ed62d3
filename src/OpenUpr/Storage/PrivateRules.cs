using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace OpenUpr.Storage;

/// <summary>
/// Which private rows a context sees: one filter for each kind of row, part of every query of it. Lists, single reads, joins, counts, and
/// changes by query all have it. Three things open a row: the coalition is the access's own; its cluster, if closed, is the person's; for a
/// guest, the row is shared by name.
/// </summary>
internal static class PrivateRules
{
    public static void Apply(ModelBuilder model, OpenUprDb db)
    {
        foreach (var type in model.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(IPrivateRow))).ToList())
        {
            var method = typeof(PrivateRules).GetMethod(RuleOf(type.ClrType), BindingFlags.Static | BindingFlags.NonPublic)!;
            var rule = (method.IsGenericMethod ? method.MakeGenericMethod(type.ClrType) : method).Invoke(null, [db, type.GetTableName()]);
            model.Entity(type.ClrType).HasQueryFilter((LambdaExpression)rule!);
        }
    }

    private static string RuleOf(Type row) =>
        row == typeof(TermsOfReference) ? nameof(Terms)
        : row == typeof(Cluster) ? nameof(OpenClusters)
        : row == typeof(ClusterMember) ? nameof(ClusterPeople)
        : row == typeof(Share) ? nameof(Shares)
        : row == typeof(SealedReader) ? nameof(Readers)
        : row == typeof(ReprisalEntry) ? nameof(Reprisals)
        : row == typeof(EvidenceFile) ? nameof(Files)
        : row == typeof(EvidencePiece) ? nameof(Pieces)
        : row == typeof(DropBox) ? nameof(Boxes)
        : row == typeof(AgendaChoice) ? nameof(Choices)
        : row == typeof(OutgoingMail) ? nameof(Mails)
        : row == typeof(DraftCopy) ? nameof(Copies)
        : row == typeof(StudioCopy) ? nameof(SectionCopies)
        : row == typeof(ActionGuest) ? nameof(Writers)
        : row == typeof(ActionComment) ? nameof(Comments)
        : row == typeof(JointEntry) ? nameof(Joint)
        : row == typeof(ReportComment) ? nameof(ReportComments)
        : row == typeof(ReportGuest) ? nameof(Reporters)
        : row == typeof(ProgressReport) ? nameof(Reports)
        : row.IsAssignableTo(typeof(ISealableRow)) ? nameof(Sealable)
        : row.IsAssignableTo(typeof(IClusterRow)) ? nameof(Clustered)
        : nameof(Plain);

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

    // A file is never there for somebody for whom its case is not; a guest to whom the case is shared still needs the file shared by name.
    private static Expression<Func<EvidenceFile, bool>> Files(OpenUprDb db, string table) => row => row.CoalitionId == db.CoalitionId
        && db.EvidenceCases.Any(c => c.Id == row.CaseId)
        && (db.SeesUnshared || db.Shares.Any(s => s.Thing == table && s.ThingId == row.Id && s.MemberId == db.MemberId));

    // Pieces are there before the row of their file is, for whoever sends it: closed, since their key is in that row alone.
    private static Expression<Func<EvidencePiece, bool>> Pieces(OpenUprDb db, string table) => row => row.CoalitionId == db.CoalitionId
        && (db.SeesUnshared || db.IsSender || db.EvidenceFiles.Any(f => f.Id == row.FileId));

    // A sender reads the greeting of a box.
    private static Expression<Func<DropBox, bool>> Boxes(OpenUprDb db, string table) => row => row.CoalitionId == db.CoalitionId && (db.SeesUnshared || db.IsSender);

    // Requirement D9: narrower than the coalition and its secretariat; never shared with a guest.
    private static Expression<Func<ReprisalEntry, bool>> Reprisals(OpenUprDb db, string table) => row => row.CoalitionId == db.CoalitionId && db.SeesReprisals;

    // A closed cluster is there for its own people alone: its name, who is in it, and that it exists.
    private static Expression<Func<Cluster, bool>> OpenClusters(OpenUprDb db, string table) => row => row.CoalitionId == db.CoalitionId && !db.HiddenClusters.Contains(row.Id)
        && (db.SeesUnshared || db.Shares.Any(s => s.Thing == table && s.ThingId == row.Id && s.MemberId == db.MemberId));

    private static Expression<Func<ClusterMember, bool>> ClusterPeople(OpenUprDb db, string table) => row => row.CoalitionId == db.CoalitionId && !db.HiddenClusters.Contains(row.ClusterId) && db.SeesUnshared;

    // Who has a place but has not accepted the terms yet must be able to read them (requirement D2).
    private static Expression<Func<TermsOfReference, bool>> Terms(OpenUprDb db, string table) => row => row.CoalitionId == db.CoalitionId
        && (db.SeesUnshared || db.SeesTerms || db.Shares.Any(s => s.Thing == table && s.ThingId == row.Id && s.MemberId == db.MemberId));

    // A guest sees those lines that are their own.
    private static Expression<Func<Share, bool>> Shares(OpenUprDb db, string table) => row => row.CoalitionId == db.CoalitionId
        && (db.SeesUnshared || row.MemberId == db.MemberId);

    // A person's own choices are nobody else's, the secretariat's neither.
    private static Expression<Func<AgendaChoice, bool>> Choices(OpenUprDb db, string table) => row => row.CoalitionId == db.CoalitionId && (db.SeesSealed || row.Id == db.MemberId);

    // When somebody is written to, and whether it reached them, is theirs to know.
    private static Expression<Func<OutgoingMail, bool>> Mails(OpenUprDb db, string table) => row => row.CoalitionId == db.CoalitionId && (db.SeesSealed || (db.SeesUnshared && row.MemberId == db.MemberId));

    // What somebody has not sent yet is nobody else's; and it goes out of sight with the draft.
    private static Expression<Func<DraftCopy, bool>> Copies(OpenUprDb db, string table) => row => row.CoalitionId == db.CoalitionId
        && (db.SeesSealed || (db.SeesUnshared && row.MemberId == db.MemberId && db.DraftRecommendations.Any(d => d.Id == row.DraftId)));

    private static Expression<Func<StudioCopy, bool>> SectionCopies(OpenUprDb db, string table) => row => row.CoalitionId == db.CoalitionId
        && (db.SeesSealed || (db.SeesUnshared && row.MemberId == db.MemberId && db.StudioSections.Any(s => s.Id == row.SectionId)));

    // A guest knows of their own right, and as long as the version is shared with them.
    private static Expression<Func<ActionGuest, bool>> Writers(OpenUprDb db, string table) => row => row.CoalitionId == db.CoalitionId
        && (db.SeesUnshared || (row.MemberId == db.MemberId && db.ActionVersions.Any(v => v.Id == row.VersionId)));

    // What one government said is not for another guest: each sees their own words and the answers to them.
    private static Expression<Func<ActionComment, bool>> Comments(OpenUprDb db, string table) => row => row.CoalitionId == db.CoalitionId
        && (db.SeesUnshared || (row.AuthorId == db.MemberId && db.ActionVersions.Any(v => v.Id == row.VersionId)));

    // A joint draft is written together: whoever reads the version reads what all wrote into it.
    private static Expression<Func<JointEntry, bool>> Joint(OpenUprDb db, string table) => row => row.CoalitionId == db.CoalitionId
        && (db.SeesUnshared || db.ActionVersions.Any(v => v.Id == row.VersionId));

    private static Expression<Func<ReportComment, bool>> ReportComments(OpenUprDb db, string table) => row => row.CoalitionId == db.CoalitionId
        && (db.SeesUnshared || (row.AuthorId == db.MemberId && db.ReportVersions.Any(v => v.Id == row.VersionId)));

    // A guest knows which actions were given to them, and of no other guest's.
    private static Expression<Func<ReportGuest, bool>> Reporters(OpenUprDb db, string table) => row => row.CoalitionId == db.CoalitionId && (db.SeesUnshared || row.MemberId == db.MemberId);

    // Those who report on an action for its ministry read each other's reports, and none of the room's own.
    private static Expression<Func<ProgressReport, bool>> Reports(OpenUprDb db, string table) => row => row.CoalitionId == db.CoalitionId
        && (db.SeesUnshared || (row.IsGuests && db.ReportGuests.Any(g => g.ActionId == row.ActionId && g.MemberId == db.MemberId)));

    // That a sealed thing exists, and who reads it, is itself told to nobody but them and the one who named them.
    private static Expression<Func<SealedReader, bool>> Readers(OpenUprDb db, string table) => row => row.CoalitionId == db.CoalitionId
        && (db.SeesSealed || row.MemberId == db.MemberId || row.AuthorId == db.MemberId);
}
