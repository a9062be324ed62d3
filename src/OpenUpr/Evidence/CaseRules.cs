using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Evidence;

/// <summary>Who sees and changes which case. The store's own rule (clusters, sealed cases) holds besides.</summary>
public static class CaseRules
{
    /// <summary>The cases that this person may see, in lists and one by one: what was sent in and not taken over yet is for editors.</summary>
    public static IQueryable<EvidenceCase> Visible(OpenUprDb db, CoalitionAccess access)
    {
        var seesInbox = access.Is(CoalitionRole.Editor);
        return !access.Is(CoalitionRole.Observer) ? db.EvidenceCases.Where(c => false) : db.EvidenceCases.Where(c => seesInbox || c.State == EvidenceCase.Taken);
    }

    /// <summary>Contributors change what they entered, editors all that they see.</summary>
    public static bool MayChange(CoalitionAccess access, EvidenceCase @case) => @case.ShreddedAt is null
        && (access.Is(CoalitionRole.Editor) || (access.Is(CoalitionRole.Contributor) && @case.AuthorId is not null && @case.AuthorId == access.MemberId));

    /// <summary>Whether the case may be used outside the room (requirement F9): agreed to, and checked.</summary>
    public static bool MayLeave(EvidenceCase @case) => @case.State == EvidenceCase.Taken && @case.TrashedAt is null && @case.SafetyCheckedAt is not null
        && @case.SafetyVerdict is not SafetyVerdicts.Unsafe && @case.Consent is Consents.Given or Consents.Limited;
}
