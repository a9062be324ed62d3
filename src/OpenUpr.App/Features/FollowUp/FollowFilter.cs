using System.Globalization;
using Microsoft.Extensions.Primitives;
using OpenUpr.FollowUp;

namespace OpenUpr.App.Features.FollowUp;

/// <summary>Which recommendations of a followed review are shown. The pages of a review share it, so that a choice can be carried from one to the next.</summary>
/// <param name="Position">supported, partly, noted or pending; null for all.</param>
/// <param name="Issue">Name of one; null for all.</param>
/// <param name="Cluster">Id of the cluster that works on it; 0 for those without one; null for all.</param>
/// <param name="Text">Words that must all stand in the text or the number; null for all.</param>
public sealed record FollowFilter(string? Position, string? Issue, long? Cluster, bool IsMine, string? Text)
{
    public static readonly FollowFilter All = new(null, null, null, false, null);

    public static FollowFilter Read(Func<string, StringValues> query)
    {
        string? Of(string name) => query(name).FirstOrDefault() is { Length: > 0 and <= 200 } value ? value.Trim() : null;
        return new FollowFilter(
            FollowPage.Positions.FirstOrDefault(p => p == Of("position")), Of("issue"), long.TryParse(Of("cluster"), NumberStyles.None, CultureInfo.InvariantCulture, out var cluster) ? cluster : null, Of("mine") == "yes", Of("q"));
    }

    public bool Passes(FollowedRow row) => Passes(row, row.Row.Position);

    /// <param name="position">Of the recommendation, where it is known better than by its row.</param>
    public bool Passes(FollowedRow row, string? position) =>
        (Position is null || position == Position) && (Issue is null || row.Issues.Contains(Issue)) && (!IsMine || row.IsMine)
        && (Cluster is null || (row.Row.DutyClusterId ?? 0) == Cluster)
        && (Text is null || Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(w => row.Row.Text.Contains(w, StringComparison.CurrentCultureIgnoreCase) || row.Row.Number == w));

    /// <summary>As it stands in an address, with its question mark; empty for all.</summary>
    public string Query()
    {
        (string Name, string? Value)[] parts = [("position", Position), ("issue", Issue), ("cluster", Cluster?.ToString(CultureInfo.InvariantCulture)), ("mine", IsMine ? "yes" : null), ("q", Text)];
        var set = parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}").ToList();
        return set.Count == 0 ? "" : "?" + string.Join('&', set);
    }
}
