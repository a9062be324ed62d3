using OpenUpr.Reviews;

namespace OpenUpr.Search;

/// <summary>Something in a query that cannot be meant as typed, with what might have been meant. Never a silent zero.</summary>
/// <param name="Field">The field's name, or null for the words themselves.</param>
public sealed record QueryProblem(string? Field, string Value, string Message, IReadOnlyList<string> Suggestions);

/// <summary>A parsed query, or the problems that keep it from being run.</summary>
public sealed record ParsedSearch(SearchQuery? Query, IReadOnlyList<QueryProblem> Problems);

public static class QueryParser
{
    /// <summary>Understands a query text together with form fields or command-line options (the same names).</summary>
    /// <param name="text">The whole query language.</param>
    /// <param name="fields">Values by field name ("sur", "rs-group", "issue", "issues", "response", "session", "kind", "synonyms", ...); a value may be a comma-separated list or a range a..b.</param>
    public static ParsedSearch Parse(string? text, IReadOnlyDictionary<string, IReadOnlyList<string>> fields, ReferenceData reference) => throw new NotImplementedException();
}
