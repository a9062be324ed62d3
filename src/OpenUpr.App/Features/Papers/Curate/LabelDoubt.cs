using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Taxonomy.Readings;

namespace OpenUpr.App.Features.Papers.Curate;

/// <summary>The queue's figures in words.</summary>
internal static class LabelDoubt
{
    /// <summary>"531 texts wait. 8 of 539 are settled."</summary>
    public static string Progress(QueuePage queue) =>
        Numbers.Fill(WordingWords.Queue_Waiting, Numbers.Count(queue.Total), Numbers.Count(queue.ByUser), Numbers.Count(queue.ByModel + queue.ByCoder + queue.ByUser));

    /// <summary>How likely a person would change what the queue is sorted by: "41 %".</summary>
    public static string Share(TextLabels text, QueueOrder by) =>
        Numbers.Share((int)Math.Round(1000 * (by switch { QueueOrder.Action => text.ActionDoubt, QueueOrder.Issues => text.IssueDoubt, _ => text.Doubt })), 1000);
}
