using OpenUpr.Reviews;
using OpenUpr.Search.Language;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Search.Passages;

/// <summary>Understands a search in papers: the query language of recommendations with the filters that papers have.</summary>
public static class PassageParser
{
    private const int MaxValues = 200;

    /// <summary>The kinds of papers, as they are typed.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. Enum.GetValues<PaperKind>().Select(PaperIdentity.NameOf)];

    /// <summary>The official languages, ISO 639-1.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["ar", "en", "es", "fr", "ru", "zh"];

    /// <summary>Understands a text and fields as <see cref="QueryParser.Parse"/> does; see <see cref="PassageFields"/> for the names.</summary>
    public static ParsedPassages Parse(string? text, IReadOnlyDictionary<string, IReadOnlyList<string>> fields, ReferenceData reference)
    {
        var problems = new List<QueryProblem>();
        var words = QueryParser.Parse(text, fields.Where(f => !PassageFields.Own.Contains(f.Key)).ToDictionary(), reference);
        problems.AddRange(words.Problems);
        problems.AddRange(OfRecommendations(words.Query));
        var query = new PassageQuery(words.Query ?? SearchQuery.Everything)
        {
            Papers = Values(PassageFields.Paper, fields, problems, v => Kind(v), v => $"is no kind of paper; there are {string.Join(", ", Kinds)}", Kinds),
            Languages = Values(PassageFields.Language, fields, problems, v => Languages.Contains(v.ToLowerInvariant()) ? v.ToLowerInvariant() : null, _ => $"is no language of the United Nations; there are {string.Join(", ", Languages)}", Languages),
            States = Values(PassageFields.State, fields, problems, v => reference.Names.Find(v)?.Iso3, _ => "is not a State that we know; give its name or its ISO code of three letters", []),
            Submitters = Values(PassageFields.Submitter, fields, problems, v => v.ToUpperInvariant(), _ => "", []),
        };
        return problems.Count > 0 ? new ParsedPassages(null, [.. problems.Distinct()]) : new ParsedPassages(query, []);
    }

    /// <summary>The kind of paper of that name: as the store has it, or as people shorten it.</summary>
    private static string? Kind(string typed)
    {
        var word = typed.ToLowerInvariant().Replace(' ', '-');
        return word switch
        {
            "report" => PaperIdentity.NameOf(PaperKind.WorkingGroupReport),
            "questions" => PaperIdentity.NameOf(PaperKind.AdvanceQuestions),
            "list" or "matrix" => PaperIdentity.NameOf(PaperKind.ThematicList),
            _ => Kinds.FirstOrDefault(k => k == word),
        };
    }

    private static List<string> Values(
        string name, IReadOnlyDictionary<string, IReadOnlyList<string>> fields, List<QueryProblem> problems, Func<string, string?> read, Func<string, string> explain, IReadOnlyList<string> known)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var value in fields.GetValueOrDefault(name)?.SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Take(MaxValues) ?? [])
        {
            if (read(value) is { } understood)
            {
                found.Add(understood);
            }
            else
            {
                problems.Add(new QueryProblem(name, value, $"{name}: “{value}” {explain(value)}.", Suggestions.For(value, known.Select(k => (k, k)))));
            }
        }

        return [.. found];
    }

    /// <summary>Filters that a paper's paragraph cannot have would silently find nothing.</summary>
    private static IEnumerable<QueryProblem> OfRecommendations(SearchQuery? query)
    {
        if (query is null)
        {
            return [];
        }

        // Recommendations are the usual kind, whether typed or not: it says nothing here.
        var whole = query.Filters.Kind == KindFilter.Recommendation ? query.Filters with { Kind = KindFilter.All } : query.Filters;
        var filters = Nodes(query.Expression).Select(n => n.Filters).Append(whole);
        return filters.SelectMany(f => SearchFilterText.Fields(f, inExpression: true))
            .Where(f => !PassageFields.Shared.Contains(f.Key) && (f.Key != SearchFields.Kind || f.Value != SearchFilterText.Kind(KindFilter.All)))
            .Select(f => new QueryProblem(
                f.Key, f.Value, $"“{f.Key}:” is about recommendations. Papers have the filters {string.Join(", ", PassageFields.Shared.Concat(PassageFields.Own))}.", []));
    }

    private static IEnumerable<FieldNode> Nodes(QueryNode? node) => node switch
    {
        FieldNode field => [field],
        AndNode and => and.Parts.SelectMany(Nodes),
        OrNode or => or.Parts.SelectMany(Nodes),
        NotNode not => Nodes(not.Part),
        _ => [],
    };
}
