using OpenUpr.Reviews;
using OpenUpr.Search.Text;

namespace OpenUpr.Search.Language;

/// <summary>Finds what a mistyped filter value may have meant.</summary>
internal static class Suggestions
{
    private const int Count = 3;

    /// <summary>Values that begin with what was typed (a name without its quotation marks), then those that differ by few letters.</summary>
    public static IReadOnlyList<string> For(string value, IEnumerable<(string Key, string Shown)> known)
    {
        var all = known.ToList();
        var key = StateNames.Key(value);
        var near = EditDistance.Nearest(key, all);
        var begun = key.Length < 3 ? [] : all.Where(k => k.Key.StartsWith(key, StringComparison.Ordinal) || k.Key.Contains(' ' + key, StringComparison.Ordinal)).Select(k => k.Shown);
        return [.. begun.Concat(near).Distinct().Take(Count)];
    }
}
