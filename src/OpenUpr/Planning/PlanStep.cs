using OpenUpr.Reviews;

namespace OpenUpr.Planning;

/// <summary>Whom a step must reach, and so which quiet days it keeps clear of.</summary>
public enum Reach
{
    /// <summary>Nobody outside: it is done whenever there is time.</summary>
    None,

    /// <summary>People in the country: holidays and the coalition's own quiet time.</summary>
    Home,

    /// <summary>Permanent missions in Geneva: also sessions of the Human Rights Council and other sessions of the UPR (requirement H8).</summary>
    Geneva,
}

/// <summary>That a step comes after another one.</summary>
/// <param name="Days">Days that lie between them, such as 7 for a call that follows a letter.</param>
/// <param name="NeedsIt">It makes no sense without the other.</param>
public sealed record StepOrder(string Code, int Days, bool NeedsIt);

/// <summary>Where a step or its window is from.</summary>
/// <param name="Key">A key of <see cref="ReferenceData.Sources"/>.</param>
/// <param name="Place">The part of it, such as "3–4 months before the review".</param>
public sealed record StepSource(string Key, string Place);

/// <summary>An activity of the cycle, as plan-steps.csv has it. Its title, why, how and checklist are words of the resources.</summary>
/// <param name="Until">After it the step makes no sense any more; a late plan may use the time up to it.</param>
/// <param name="NeedsBusyMonth">Only where a session falls about a month before the review (requirement H8).</param>
/// <param name="IsCore">Stays in a plan that starts too late for everything.</param>
/// <param name="Role">Who usually does it: secretariat, cluster, drafting, outreach, geneva, press, safety, monitoring or everyone.</param>
/// <param name="Link">Where the work is done: inside the room, or outside where it begins with "public:"; null where nowhere in the product.</param>
/// <param name="Checks">How many points its checklist has.</param>
/// <param name="IsStated">A source gives the window; otherwise it is this product's proposal.</param>
/// <param name="Requirements">Codes of what it answers, such as H7.</param>
public sealed record PlanStep(
    string Code, string Phase, PlanEdge From, PlanEdge To, PlanEdge Until, IReadOnlyList<StepOrder> After, Reach Reach, bool NeedsBusyMonth, bool IsCore,
    string Role, string? Link, int Checks, bool IsStated, IReadOnlyList<string> Requirements, IReadOnlyList<StepSource> Sources);
