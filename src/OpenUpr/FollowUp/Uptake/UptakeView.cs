using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Uptake;

/// <summary>What became of a draft, as far as is known.</summary>
public enum UptakeStage
{
    /// <summary>A person said that a recommendation took it up.</summary>
    Taken,

    /// <summary>The program thinks so, and nobody has looked.</summary>
    Likely,

    /// <summary>Something is a little like it.</summary>
    Doubtful,

    /// <summary>A person said that nothing took it up.</summary>
    Nobody,

    /// <summary>Nothing in the review is like it.</summary>
    NotFound,
}

/// <summary>A recommendation about which a person has spoken.</summary>
public sealed record UptakeSaid(UptakeMatch Match, FollowedRow? Row, string? Author);

/// <summary>A recommendation that may come from the draft.</summary>
/// <param name="IsNoted">Whether people noted on the review's board that it is ours.</param>
public sealed record UptakeProposal(FollowedRow Row, double Confidence, UptakeReasons Reasons, bool IsNoted);

/// <summary>A State that was approached with the draft.</summary>
/// <param name="Took">Whether it made a recommendation that took the draft up.</param>
/// <param name="OnIssue">Its recommendations on the draft's issue.</param>
public sealed record UptakeTarget(string State, bool Took, int OnIssue);

/// <summary>A draft with what became of it.</summary>
/// <param name="Said">What people said, confirmed ones first; without "nobody".</param>
/// <param name="Proposals">Recommendations about which nobody has spoken, the likeliest first.</param>
public sealed record UptakeDraft(DraftRecommendation Draft, UptakeStage Stage, IReadOnlyList<UptakeTarget> Targets, IReadOnlyList<UptakeSaid> Said, UptakeSaid? Nobody, IReadOnlyList<UptakeProposal> Proposals)
{
    public IEnumerable<UptakeSaid> Confirmed => Said.Where(s => s is { Match.Verdict: UptakeMatch.Confirmed, Row: not null });

    /// <summary>Whether a person still has to look.</summary>
    public bool IsOpen => Stage is UptakeStage.Likely or UptakeStage.Doubtful or UptakeStage.NotFound;
}

/// <summary>What became of a coalition's drafts in a review.</summary>
public sealed record UptakeView(FollowView Follow, IReadOnlyList<UptakeDraft> Drafts)
{
    public int Count(UptakeStage stage) => Drafts.Count(d => d.Stage == stage);

    /// <summary>Drafts whose likeliest recommendation is sure, and about which nobody has spoken.</summary>
    public IEnumerable<UptakeDraft> Sure => Drafts.Where(d => d.Stage == UptakeStage.Likely && IsSure(d.Proposals[0]));

    internal static bool IsSure(UptakeProposal proposal) => proposal.IsNoted || proposal.Confidence >= UptakeModel.Sure;
}
