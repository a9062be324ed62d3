using OpenUpr.Search;

namespace OpenUpr.App.Features.Recommendations;

/// <summary>A problem of a query with its suggestions as addresses of the mended search.</summary>
/// <param name="Without">The same search with the doubtful part left out.</param>
public sealed record ProblemView(QueryProblem Problem, IReadOnlyList<(string Label, string Address)> Suggestions, string Without)
{
    public static ProblemView Of(QueryProblem problem, SearchRequest asked) =>
        new(problem, [.. problem.Suggestions.Select(s => (s, Mended(problem, s, asked)))], Mended(problem, null, asked));

    private static string Mended(QueryProblem problem, string? by, SearchRequest asked)
    {
        var fields = new List<KeyValuePair<string, string>> { new("q", MendText(problem, by, asked.Text)) };
        foreach (var (name, values) in asked.Filters)
        {
            var mended = values.SelectMany(v => v.Split(',')).Select(v => v.Trim())
                .Select(v => name == problem.Field && Same(v, problem.Value) ? by ?? "" : v)
                .Where(v => v.Length > 0);

            // A name that is no filter at all goes with everything that it says.
            var kept = problem.Field is not null && name == problem.Value ? (by is null ? [] : values) : mended;
            fields.Add(new(by is not null && name == problem.Value ? by : name, string.Join(',', kept)));
        }

        return SearchLink.ToFields(fields, SearchLink.Page);
    }

    private static string MendText(QueryProblem problem, string? by, string text)
    {
        if (problem.Field is { } field)
        {
            foreach (var typed in new[] { $"{field}:\"{problem.Value}\"", $"{field}:{problem.Value}" })
            {
                var at = text.IndexOf(typed, StringComparison.OrdinalIgnoreCase);
                if (at >= 0)
                {
                    var value = by is null ? "" : $"{field}:{Quoted(by)}";
                    return $"{text[..at]}{value}{text[(at + typed.Length)..]}".Trim();
                }
            }
        }

        var place = problem.Value.Length == 0 ? -1 : text.IndexOf(problem.Value, StringComparison.OrdinalIgnoreCase);
        return place < 0 ? text : $"{text[..place]}{by}{text[(place + problem.Value.Length)..]}".Trim();
    }

    private static string Quoted(string value) => value.Any(c => char.IsWhiteSpace(c) || c is ',' or '(' or ')' or '\'') ? $"\"{value}\"" : value;

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}
