using OpenUpr.Taxonomy;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Planning.Targets;

/// <summary>Issues that somebody names: by their names or slugs, or in a sentence of their own.</summary>
public static class TargetIssues
{
    /// <summary>What the classifier reads from a text, the surest first; none in a build without a model.</summary>
    public static IReadOnlyList<string> Read(string text) => Classifier.HasShipped ? [.. Classifier.Shipped.Classify(text).Issues.Select(i => i.Value)] : [];

    /// <summary>Issues with commas between; some names hold a comma, so the whole is looked for first.</summary>
    /// <param name="unknown">The first part that is no issue; null where all are.</param>
    public static IReadOnlyList<string> Find(IEnumerable<string> typed, out string? unknown)
    {
        unknown = null;
        var found = new List<string>();
        foreach (var part in typed.SelectMany(t => IssueList.Current.Find(t.Trim()) is null ? t.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [t.Trim()]))
        {
            if (IssueList.Current.Find(part) is { } issue)
            {
                found.Add(issue.Slug);
            }
            else
            {
                unknown ??= part;
            }
        }

        return [.. found.Distinct()];
    }
}
