using OpenUpr.Reviews;

namespace OpenUpr.App.Shared;

/// <summary>A timeline as a page draws it: what is done, what is next, what is to come.</summary>
/// <param name="Today">The day in Geneva, see <see cref="Geneva.Today"/>.</param>
/// <param name="Reference">Where the sources are named.</param>
public sealed record TimelineView(ReviewTimeline Timeline, DateOnly Today, ReferenceData Reference)
{
    public TimelineStep? Next { get; } = Timeline.NextStep(Today);
}

/// <summary>What is said about a step's date, by whom; opened on demand.</summary>
public sealed record StepSourceView(TimelineStep Step, ReferenceData Reference);
