using System.Globalization;
using OpenUpr.App.Cli;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Search;

namespace OpenUpr.App.Features.Api;

/// <summary>The parameters of a request, checked against the operation's own description. The filters among them are left to the query language.</summary>
internal sealed class ApiQuestion
{
    private const string TextName = "q";
    private readonly Dictionary<string, string> _values = [];

    /// <summary>What cannot be meant as it is.</summary>
    public List<QueryProblem> Problems { get; } = [];

    public string Text { get; private set; } = "";

    public Dictionary<string, IReadOnlyList<string>> Filters { get; } = [];

    public string? Value(ApiParameter parameter) => _values.GetValueOrDefault(parameter.Name);

    public static ApiQuestion Read(HttpRequest request, ApiOperation operation)
    {
        var question = new ApiQuestion();
        foreach (var (typedName, given) in request.Query)
        {
            var values = given.OfType<string>().Where(v => !string.IsNullOrWhiteSpace(v)).ToList();
            var name = typedName.ToLowerInvariant();
            if (operation.Parameters.FirstOrDefault(p => p.Name == name && !p.InPath) is { } parameter)
            {
                question.Take(parameter, values);
            }
            else
            {
                question.Problems.Add(Unknown(typedName, values, operation));
            }
        }

        return question;
    }

    private void Take(ApiParameter parameter, List<string> values)
    {
        if (parameter.Name == TextName)
        {
            Text = string.Join(' ', values);
        }
        else if (parameter.IsFilter)
        {
            Filters[parameter.Name] = values;
        }
        else if (values.Count > 1)
        {
            Problems.Add(new QueryProblem(parameter.Name, string.Join(", ", values), Numbers.Fill(ApiWords.Problem_Twice, parameter.Name), []));
        }
        else if (values.Count == 1 && Check(parameter, values[0]) is { } problem)
        {
            Problems.Add(problem);
        }
        else if (values.Count == 1)
        {
            _values[parameter.Name] = values[0];
        }
    }

    private static QueryProblem? Check(ApiParameter parameter, string value)
    {
        if (parameter.Range is { } range)
        {
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= range.Least && number <= range.Most
                ? null
                : new QueryProblem(parameter.Name, value, Numbers.Fill(ApiWords.Problem_Number, parameter.Name, range.Least, range.Most), []);
        }

        return parameter.Values.Count == 0 || parameter.Values.Contains(value, StringComparer.OrdinalIgnoreCase)
            ? null
            : new QueryProblem(parameter.Name, value, Numbers.Fill(ApiWords.Problem_Word, parameter.Name, value, string.Join(", ", parameter.Values)), Nearest.To(value, parameter.Values));
    }

    private static QueryProblem Unknown(string name, List<string> values, ApiOperation operation)
    {
        var known = operation.Parameters.Where(p => !p.InPath).Select(p => p.Name).ToList();
        var message = known.Count == 0 ? Numbers.Fill(ApiWords.Problem_NoParameters, name) : Numbers.Fill(ApiWords.Problem_Unknown, name, string.Join(", ", known));
        return new QueryProblem(name, string.Join(", ", values), message, Nearest.To(name, known));
    }
}
