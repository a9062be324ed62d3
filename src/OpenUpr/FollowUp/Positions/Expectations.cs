using OpenUpr.Recommendations;
using OpenUpr.Search;
using OpenUpr.Taxonomy;

namespace OpenUpr.FollowUp.Positions;

/// <summary>What past answers let expect of a recommendation: a proposal for a person, never stored.</summary>
/// <param name="Position">supported or noted: what is likelier.</param>
public sealed record Expectation(string Position, ExpectedResponse History);

/// <summary>Proposes expected responses from the calibrated history of answers (<see cref="ResponseHistory"/>).</summary>
public static class Expectations
{
    /// <summary>Null where nothing was ever answered.</summary>
    public static Expectation? Of(SearchIndex index, string state, FollowedRow row)
    {
        string[] issues = [.. row.Issues.Select(i => IssueList.Current.Find(i)?.Slug).OfType<string>()];
        return ResponseHistory.Of(index).Expect(new ExpectedQuestion(state, issues)) is { } history ? new Expectation(history.Supported >= 0.5 ? "supported" : "noted", history) : null;
    }
}
