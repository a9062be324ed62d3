using OpenUpr.App.Shared;
using OpenUpr.Taxonomy.Readings;

namespace OpenUpr.App.Features.Papers.Curate;

internal static class LabelDoubt
{
    /// <summary>How likely a person would change what the queue is sorted by: "41 %".</summary>
    public static string Share(TextLabels text, QueueOrder by) =>
        Numbers.Share((int)Math.Round(1000 * (by switch { QueueOrder.Action => text.ActionDoubt, QueueOrder.Issues => text.IssueDoubt, _ => text.Doubt })), 1000);
}
