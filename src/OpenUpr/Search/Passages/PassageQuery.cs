using OpenUpr.Search.Language;

namespace OpenUpr.Search.Passages;

/// <summary>A search in papers that was understood. Values of one filter are alternatives; different filters must all hold.</summary>
/// <param name="Words">The expression, and the filters that recommendations have too: State under review, session, cycle.</param>
public sealed record PassageQuery(SearchQuery Words)
{
    public static PassageQuery Everything { get; } = new(SearchQuery.Everything);

    /// <summary>Kinds of papers, by <see cref="Sources.Papers.PaperIdentity.KindName"/>.</summary>
    public IReadOnlyList<string> Papers { get; init; } = [];

    /// <summary>ISO 639-1.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>ISO codes of the States that speak or ask in the paragraph.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>Codes of submitters as a summary's list has them, in capitals.</summary>
    public IReadOnlyList<string> Submitters { get; init; } = [];

    /// <summary>Name and value pairs in a fixed order, for permanent links: parsing them again gives the same query.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields() =>
    [
        .. SearchAddress.Fields(Words),
        .. new (string Name, IReadOnlyList<string> Values)[]
        {
            (PassageFields.Paper, Papers), (PassageFields.Language, Languages), (PassageFields.State, States), (PassageFields.Submitter, Submitters),
        }.Where(f => f.Values.Count > 0).Select(f => KeyValuePair.Create(f.Name, string.Join(',', f.Values))),
    ];
}

/// <summary>The names of the filters that only papers have, and of those that they share with recommendations.</summary>
public static class PassageFields
{
    public const string Paper = "paper";
    public const string Language = "language";
    public const string State = "state";
    public const string Submitter = "submitter";

    public static IReadOnlyList<string> Own { get; } = [Paper, Language, State, Submitter];

    public static IReadOnlyList<string> Shared { get; } = [SearchFields.Sur, SearchFields.Session, SearchFields.Cycle];
}

/// <summary>A parsed query, or the problems that keep it from being run.</summary>
public sealed record ParsedPassages(PassageQuery? Query, IReadOnlyList<QueryProblem> Problems);
