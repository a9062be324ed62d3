using OpenUpr.Reviews;

namespace OpenUpr.Drafting.Checking;

/// <summary>Where a rule comes from (Data/check-sources.csv).</summary>
/// <param name="Document">Its name; our own advice says so.</param>
/// <param name="Part">The part or page heading where the rule stands; empty where the whole is meant.</param>
/// <param name="Year">Empty for our own advice.</param>
public sealed record CheckSource(string Key, string Document, string Part, string Year)
{
    /// <summary>True for advice that no document of the UN or of UPR Info gives.</summary>
    public bool IsOwn => Key == CheckSources.Own;

    /// <summary>In one line.</summary>
    public override string ToString() => string.Join(", ", new[] { Document, Part, Year }.Where(p => p.Length > 0));
}

/// <summary>All sources by key.</summary>
public static class CheckSources
{
    public const string Own = "openupr";

    private static readonly Dictionary<string, CheckSource> s_all = ReferenceTable.Read("OpenUpr.Drafting.Checking.Data.check-sources.csv")
        .Select(r => new CheckSource(r["key"], r["document"], r["part"], r["year"])).ToDictionary(s => s.Key, StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">No such source: a mistake in the program.</exception>
    public static CheckSource Get(string key) => s_all[key];
}
