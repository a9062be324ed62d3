using OpenUpr.App.Features.Recommendations;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;
using OpenUpr.Taxonomy;

namespace OpenUpr.App.Features.Compare;

/// <summary>What the address of a comparison asks for.</summary>
/// <param name="Field">"sur", "rs" or "issue": what is compared.</param>
/// <param name="Typed">As typed, for the form.</param>
/// <param name="Keys">What was understood, each once.</param>
/// <param name="Refusals">Why nothing can be compared, a sentence each.</param>
public sealed record CompareRequest(SearchRequest Search, string Field, IReadOnlyList<string> Typed, IReadOnlyList<string> Keys, IReadOnlyList<string> Refusals)
{
    public const string Page = "/compare";
    public const string States = "states";
    public const string Issues = "issues";

    private static readonly string[] _ownFields = [States, Issues, "as"];

    /// <summary>True while there is nothing yet to compare: none or one was chosen.</summary>
    public bool IsUnfinished => Keys.Count < Comparison.Least;

    private string Name => Field == "issue" ? Issues : States;

    public static CompareRequest Read(IQueryCollection query, ReferenceData reference)
    {
        var search = SearchRequest.Read(new QueryCollection(
            query.Where(f => !_ownFields.Contains(f.Key, StringComparer.OrdinalIgnoreCase)).ToDictionary(f => f.Key, f => f.Value, StringComparer.OrdinalIgnoreCase)));
        var refusals = new List<string>();
        var (states, issues) = (Values(query[States]), Values(query[Issues]));
        var asWhom = query["as"].ToString();
        if (states.Count > 0 && issues.Count > 0)
        {
            refusals.Add(StatisticsWords.Compare_Both);
        }

        if (asWhom is not ("" or "sur" or "rs"))
        {
            refusals.Add(Numbers.Fill(StatisticsWords.Compare_RefusedAs, asWhom));
        }

        var byIssue = states.Count == 0 && issues.Count > 0;
        var typed = (byIssue ? issues : states).SelectMany(v => Split(v, byIssue, reference)).ToList();
        var keys = new List<string>();
        foreach (var name in typed)
        {
            if (Find(name, byIssue, reference) is not { } key)
            {
                refusals.Add(Numbers.Fill(byIssue ? StatisticsWords.Compare_NoIssue : StatisticsWords.Compare_NoState, name));
            }
            else if (!keys.Contains(key))
            {
                keys.Add(key);
            }
        }

        if (keys.Count > Comparison.Most)
        {
            refusals.Add(Numbers.Fill(StatisticsWords.Compare_TooMany, keys.Count, keys.Count - Comparison.Most));
        }

        return new CompareRequest(search, byIssue ? "issue" : asWhom == "rs" ? "rs" : "sur", typed, keys, refusals);
    }

    /// <summary>The one address of this comparison over a search.</summary>
    public string To(SearchQuery query, IReadOnlyList<string>? keys = null) => SearchLink.ToFields(
        [new(Name, string.Join(',', keys ?? Keys)), new("as", Field == "rs" ? "rs" : ""), .. SearchAddress.Fields(query)], Page);

    /// <summary>True where the address names everything as <see cref="To"/> writes it.</summary>
    public bool IsCanonical(IQueryCollection query) => Keys.Count == 0 || query[Name].ToString() == string.Join(',', Keys);

    private static List<string> Values(Microsoft.Extensions.Primitives.StringValues values) => [.. values.OfType<string>().Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v.Trim())];

    /// <summary>Some names hold a comma; only what is no name is a list.</summary>
    private static string[] Split(string value, bool byIssue, ReferenceData reference) =>
        Find(value, byIssue, reference) is not null ? [value] : value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string? Find(string name, bool byIssue, ReferenceData reference) => byIssue ? IssueList.Current.Find(Sound(name))?.Slug : reference.Names.Find(Sound(name))?.Iso3;

    /// <summary>Half a character would make the comparison of names throw.</summary>
    private static string Sound(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
