namespace OpenUpr.Search.Language;

/// <summary>
/// Makes an expression of a query's signs. Filters that hold for the whole search (outside OR, brackets and exclusions) go to
/// the filters instead, so that facets can count past them.
/// </summary>
internal sealed class QueryReader
{
    private const int MaxDepth = 20;
    private const int MaxParts = 200;

    private readonly IReadOnlyList<QueryToken> _tokens;
    private readonly FieldValues _values;
    private readonly FilterBuilder _filters;
    private readonly List<QueryProblem> _problems;
    private readonly bool _orAtTop;
    private int _at;
    private int _parts;
    private bool _ignored;

    public QueryReader(IReadOnlyList<QueryToken> tokens, FieldValues values, FilterBuilder filters, List<QueryProblem> problems)
    {
        (_tokens, _values, _filters, _problems) = (tokens, values, filters, problems);
        var depth = 0;
        foreach (var token in tokens)
        {
            depth += token.Kind == QueryTokenKind.Open ? 1 : token.Kind == QueryTokenKind.Close ? -1 : 0;
            _orAtTop |= depth <= 0 && token.Kind == QueryTokenKind.Or;
        }
    }

    private QueryTokenKind? Current => _at < _tokens.Count ? _tokens[_at].Kind : null;

    /// <summary>The expression; null when the text holds only filters, or on a problem, which is then added to the list.</summary>
    public QueryNode? Read()
    {
        var expression = ReadAlternatives(0);
        if (_problems.Count == 0 && Current == QueryTokenKind.Close)
        {
            Report(")", "A bracket is closed that was never opened.");
        }

        if (_problems.Count == 0 && expression is null && _ignored && _filters.IsEmpty)
        {
            Report(string.Concat(_tokens.Select(t => t.Text)), "There is no letter or digit in this to search for.");
        }

        return expression;
    }

    private QueryNode? ReadAlternatives(int depth)
    {
        var alternatives = new List<QueryNode>();
        while (true)
        {
            var before = _at;
            var node = ReadAll(depth);
            var (isOr, empty) = (Current == QueryTokenKind.Or, _at == before);
            if (empty && (isOr || before > 0 && _tokens[before - 1].Kind == QueryTokenKind.Or))
            {
                Report("OR", "OR stands between two things to search for; one of them is missing.");
            }

            if (node is not null)
            {
                alternatives.AddRange(node is OrNode or ? or.Parts : [node]);
            }

            if (_problems.Count > 0 || !isOr)
            {
                return alternatives.Count switch { 0 => null, 1 => alternatives[0], _ => new OrNode(alternatives) };
            }

            _at++;
        }
    }

    /// <summary>Reads up to the next OR or closing bracket: all of it must match.</summary>
    private QueryNode? ReadAll(int depth)
    {
        var parts = new List<QueryNode>();
        var fields = new Dictionary<string, FilterBuilder>();
        while (_problems.Count == 0 && Current is not (null or QueryTokenKind.Or or QueryTokenKind.Close))
        {
            if (Current == QueryTokenKind.And)
            {
                _at++;
            }
            else if (Current == QueryTokenKind.Field)
            {
                ReadField(depth, fields, parts);
            }
            else if (ReadPart(depth) is { } part)
            {
                parts.AddRange(part is AndNode and ? and.Parts : [part]);
            }
        }

        return parts.Count switch { 0 => null, 1 => parts[0], _ => new AndNode(parts) };
    }

    private void ReadField(int depth, Dictionary<string, FilterBuilder> fields, List<QueryNode> parts)
    {
        var token = Take();
        if (depth == 0 && (!_orAtTop || SearchFields.IsSetting(token.Field)))
        {
            _values.Add(token.Field, token.Text, _filters);
            return;
        }

        // The same field again is one more alternative, as it is outside brackets.
        if (fields.TryGetValue(token.Field, out var builder))
        {
            _values.Add(token.Field, token.Text, builder);
            parts[parts.FindIndex(p => p is FieldNode f && ReferenceEquals(f.Filters, builder.Node))] = new FieldNode(builder.BuildNode());
        }
        else if (FieldPart(token) is var (node, made))
        {
            fields.Add(token.Field, made);
            parts.Add(node);
        }
    }

    private QueryNode? ReadPart(int depth)
    {
        if (++_parts > MaxParts)
        {
            Report("", $"The query has more than {MaxParts} parts; shorten it.");
            return null;
        }

        var token = Take();
        switch (token.Kind)
        {
            case QueryTokenKind.Not:
                return ReadExclusion(depth);
            case QueryTokenKind.Open:
                return ReadBrackets(depth + 1);
            case QueryTokenKind.Field:
                return FieldPart(token)?.Node;
            default:
                var part = WordParts.Read(token, _problems);
                _ignored |= part is null;
                return part;
        }
    }

    private QueryNode? ReadExclusion(int depth)
    {
        if (depth >= MaxDepth || Current is null or QueryTokenKind.Or or QueryTokenKind.And or QueryTokenKind.Close)
        {
            Report("-", "Nothing to exclude follows; a minus (or NOT) stands directly before a word, a phrase, a bracket or a filter.");
            return null;
        }

        return ReadPart(depth + 1) switch
        {
            null => null,
            NotNode twice => twice.Part,
            var part => new NotNode(part),
        };
    }

    private QueryNode? ReadBrackets(int depth)
    {
        if (depth > MaxDepth)
        {
            Report("(", $"Brackets are nested more than {MaxDepth} deep.");
            return null;
        }

        var node = ReadAlternatives(depth);
        if (_problems.Count > 0)
        {
            return null;
        }

        if (Current != QueryTokenKind.Close)
        {
            Report("(", "A bracket is opened that is never closed.");
            return null;
        }

        _at++;
        return node;
    }

    private (QueryNode Node, FilterBuilder Builder)? FieldPart(QueryToken token)
    {
        if (SearchFields.IsSetting(token.Field))
        {
            Report(token.Text, $"“{token.Field}:” is about the whole search: it cannot stand in brackets or behind a minus.", token.Field);
            return null;
        }

        var builder = new FilterBuilder();
        _values.Add(token.Field, token.Text, builder);
        return _problems.Count > 0 ? null : (new FieldNode(builder.BuildNode()), builder);
    }

    private QueryToken Take() => _tokens[_at++];

    private void Report(string value, string message, string? field = null) => _problems.Add(new QueryProblem(field, value, message, []));
}
