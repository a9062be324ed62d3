namespace OpenUpr.Recommendations;

/// <summary>A tag as it was set, without its history. Ids ascend with time.</summary>
internal readonly record struct SetTag(long Id, string Scheme, string Value, string SetBy);

/// <summary>
/// Which tags of a recommendation hold where several were set: a person's correction before the coder's, the coder's before a
/// machine's guess. All others stay in the store and on the recommendation's page.
/// </summary>
internal static class EffectiveTags
{
    private static readonly string[] s_precedence = ["user", "coder", "model"];

    /// <summary>The values of a scheme that may have several, such as issues: all that the most trusted setter gave, each once.</summary>
    public static IEnumerable<string> Of(IEnumerable<SetTag> tags, string scheme) => Trusted(tags, scheme).OrderBy(t => t.Id).Select(t => t.Value).Distinct();

    /// <summary>The value of a scheme that has one, such as the action category: the newest that the most trusted setter gave, or null.</summary>
    public static string? One(IEnumerable<SetTag> tags, string scheme) => Trusted(tags, scheme).OrderBy(t => t.Id).Select(t => t.Value).LastOrDefault();

    private static IEnumerable<SetTag> Trusted(IEnumerable<SetTag> tags, string scheme)
    {
        var own = tags.Where(t => t.Scheme == scheme);
        return own.GroupBy(t => Rank(t.SetBy)).MinBy(g => g.Key) ?? Enumerable.Empty<SetTag>();
    }

    private static int Rank(string setBy)
    {
        var rank = Array.IndexOf(s_precedence, setBy);
        return rank < 0 ? s_precedence.Length : rank;
    }
}
