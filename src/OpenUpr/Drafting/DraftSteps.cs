using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Drafting;

/// <summary>A step of approval that somebody may take.</summary>
/// <param name="Code">For buttons and words, such as agree-cluster.</param>
/// <param name="NeedsReason">Whether the others are told why: what goes back does not go back without a word.</param>
public sealed record DraftStep(string Code, string From, string To, bool NeedsReason = false);

/// <summary>What a person is to a draft, as far as its approval goes.</summary>
/// <param name="IsAuthor">Wrote it first.</param>
/// <param name="IsInCluster">Works in its cluster.</param>
/// <param name="SpeaksForCluster">Its cluster's lead; each of its people while it has none; an editor where it has neither lead nor people who can.</param>
public readonly record struct DraftRole(CoalitionRole Role, bool IsAuthor, bool IsInCluster, bool SpeaksForCluster)
{
    public bool IsEditor => Role >= CoalitionRole.Editor;

    /// <summary>Whoever may change the words: its author, the people of its cluster, an editor.</summary>
    public bool MayWrite => IsEditor || (Role >= CoalitionRole.Contributor && (IsAuthor || IsInCluster));

    /// <summary>Whether the person may take the step.</summary>
    public bool May(DraftStep step) => step.Code switch
    {
        DraftSteps.SendToCluster or DraftSteps.SendToCoalition => MayWrite,
        DraftSteps.AgreeCluster or DraftSteps.BackFromCluster => Role >= CoalitionRole.Contributor && SpeaksForCluster,
        DraftSteps.PutToCoalition => IsEditor || (Role >= CoalitionRole.Contributor && SpeaksForCluster),
        DraftSteps.Withdraw when step.From == DraftRecommendation.Draft => MayWrite,
        DraftSteps.Withdraw or DraftSteps.TakeUp => IsEditor || (Role >= CoalitionRole.Contributor && (IsAuthor || SpeaksForCluster)),
        _ => IsEditor,
    };
}

/// <summary>
/// The way of a draft: written, agreed by its cluster, agreed by the coalition. A draft without a cluster goes to the coalition at once. Whoever changes the
/// text of what was agreed brings it back to where it was agreed first. Pure.
/// </summary>
public static class DraftSteps
{
    public const string SendToCluster = "send-cluster";
    public const string AgreeCluster = "agree-cluster";
    public const string BackFromCluster = "back-cluster";
    public const string PutToCoalition = "put-coalition";
    public const string SendToCoalition = "send-coalition";
    public const string AgreeCoalition = "agree-coalition";
    public const string BackFromCoalition = "back-coalition";
    public const string Withdraw = "withdraw";
    public const string TakeUp = "take-up";

    /// <summary>The states in the order of the way.</summary>
    public static IReadOnlyList<string> States { get; } =
        [DraftRecommendation.Draft, DraftRecommendation.ForCluster, DraftRecommendation.ClusterAgreed, DraftRecommendation.ForCoalition, DraftRecommendation.Ready, DraftRecommendation.Dropped];

    /// <summary>Every step there is.</summary>
    public static IReadOnlyList<DraftStep> All { get; } =
    [
        new(SendToCluster, DraftRecommendation.Draft, DraftRecommendation.ForCluster),
        new(SendToCoalition, DraftRecommendation.Draft, DraftRecommendation.ForCoalition),
        new(AgreeCluster, DraftRecommendation.ForCluster, DraftRecommendation.ClusterAgreed),
        new(BackFromCluster, DraftRecommendation.ForCluster, DraftRecommendation.Draft, true),
        new(PutToCoalition, DraftRecommendation.ClusterAgreed, DraftRecommendation.ForCoalition),
        new(AgreeCoalition, DraftRecommendation.ForCoalition, DraftRecommendation.Ready),
        new(BackFromCoalition, DraftRecommendation.ForCoalition, DraftRecommendation.Draft, true),
        new(Withdraw, DraftRecommendation.Draft, DraftRecommendation.Dropped, true),
        new(Withdraw, DraftRecommendation.ForCluster, DraftRecommendation.Dropped, true),
        new(Withdraw, DraftRecommendation.ClusterAgreed, DraftRecommendation.Dropped, true),
        new(Withdraw, DraftRecommendation.ForCoalition, DraftRecommendation.Dropped, true),
        new(Withdraw, DraftRecommendation.Ready, DraftRecommendation.Dropped, true),
        new(TakeUp, DraftRecommendation.Dropped, DraftRecommendation.Draft),
    ];

    /// <summary>What this person may do next with the draft.</summary>
    public static IReadOnlyList<DraftStep> Open(DraftRecommendation draft, DraftRole role) => [.. All.Where(s => s.From == draft.State && Fits(s, draft) && role.May(s))];

    /// <summary>Where a draft goes whose text was changed; the state it has where it stays. Requirement of the approval: nobody is held to words that they did not read.</summary>
    public static string AfterChange(DraftRecommendation draft) => draft.State switch
    {
        DraftRecommendation.ClusterAgreed or DraftRecommendation.ForCoalition or DraftRecommendation.Ready when draft.ClusterId is not null => DraftRecommendation.ForCluster,
        DraftRecommendation.Ready => DraftRecommendation.ForCoalition,
        _ => draft.State,
    };

    /// <summary>Whether the cluster or the coalition agreed to what stands there.</summary>
    public static bool IsAgreed(string state) => state is DraftRecommendation.ClusterAgreed or DraftRecommendation.ForCoalition or DraftRecommendation.Ready;

    private static bool Fits(DraftStep step, DraftRecommendation draft) => step.Code switch
    {
        SendToCluster => draft.ClusterId is not null,
        SendToCoalition => draft.ClusterId is null,
        _ => true,
    };
}
