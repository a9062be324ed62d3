using System.Text;
using OpenUpr.Reviews;
using OpenUpr.Search.Language;

namespace OpenUpr.Search;

/// <summary>Something in a query that cannot be meant as typed, with what might have been meant. Never a silent zero.</summary>
/// <param name="Field">The field's name, or null for the words themselves.</param>
public sealed record QueryProblem(string? Field, string Value, string Message, IReadOnlyList<string> Suggestions);

/// <summary>A parsed query, or the problems that keep it from being run.</summary>
public sealed record ParsedSearch(SearchQuery? Query, IReadOnlyList<QueryProblem> Problems);

/// <summary>
/// The query language: words (all must match), "phrases", begin*, OR, -exclusion, brackets and field:value filters. OR joins
/// what stands on its two sides up to the next OR or bracket: <c>child labour OR slavery</c> is (child AND labour) OR slavery.
/// </summary>
public static class QueryParser
{
    /// <summary>Characters of a query text; longer ones are refused.</summary>
    public const int MaxLength = 2_000;

    /// <summary>Understands a query text together with form fields or command-line options (the same names).</summary>
    /// <param name="text">The whole query language.</param>
    /// <param name="fields">Values by field name ("sur", "rs-group", "issue", "issues", "response", "session", "kind", "synonyms", ...); a value may be a comma-separated list or a range a..b. "q" is a further query text. Any other name is a problem.</param>
    public static ParsedSearch Parse(string? text, IReadOnlyDictionary<string, IReadOnlyList<string>> fields, ReferenceData reference)
    {
        var problems = new List<QueryProblem>();
        var values = new FieldValues(reference, problems);
        var filters = new FilterBuilder();
        QueryNode? expression = null;
        text = Sound(string.Join(' ', new[] { text }.Concat(fields.GetValueOrDefault(SearchFields.Text) ?? []).Where(t => !string.IsNullOrWhiteSpace(t))));
        if (text.Length > MaxLength)
        {
            problems.Add(new QueryProblem(null, text[..40] + "…", $"The query has {text.Length:N0} characters; {MaxLength:N0} are the most that can be searched for.", []));
        }
        else if (QueryLexer.Read(text, problems) is { } tokens)
        {
            expression = new QueryReader(tokens, values, filters, problems).Read();
        }

        foreach (var (name, list) in fields.Where(f => f.Key != SearchFields.Text))
        {
            foreach (var value in list.Where(v => !string.IsNullOrWhiteSpace(v)))
            {
                values.Add(Sound(name), Sound(value), filters);
            }
        }

        return problems.Count > 0
            ? new ParsedSearch(null, [.. problems.Distinct()])
            : new ParsedSearch(new SearchQuery(expression, filters.Build(KindFields.Any(expression)), filters.Synonyms ?? true, filters.Labels ?? LabelScope.All), []);
    }

    /// <summary>Half a character (a broken surrogate pair) becomes the replacement sign: name matching would throw on it.</summary>
    private static string Sound(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
