using System.Globalization;
using OpenUpr.Search.Language;

namespace OpenUpr.Search.Passages;

/// <summary>Which filters a paragraph fails, one bit for each field: by its paper, by its set of States, by its set of submitters.</summary>
internal sealed class PassageMasks
{
    /// <summary>The fields in the order of their bits. The first five are of papers, the others of paragraphs.</summary>
    public static readonly string[] Fields = [PassageFields.Paper, SearchFields.Sur, SearchFields.Session, SearchFields.Cycle, PassageFields.Language, PassageFields.State, PassageFields.Submitter];

    public const int OfPapers = 5;
    public const int State = 5;
    public const int Submitter = 6;

    private readonly byte[] _papers;
    private readonly byte[] _states;
    private readonly byte[] _submitters;

    public PassageMasks(PassageColumns columns, PassageQuery query)
    {
        var filters = query.Words.Filters;
        Chosen = [query.Papers, filters.Sur, Numbers(filters.Sessions), Numbers(filters.Cycles), query.Languages, query.States, query.Submitters];
        _papers = Array.ConvertAll(columns.Documents, d => FailsOf(Enumerable.Range(0, OfPapers), f => Value(d, f) is { } value && Chosen[f].Contains(value)));
        _states = Sets(columns.StateSets, State, StringComparison.Ordinal);
        _submitters = Sets(columns.SubmitterSets, Submitter, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>By field: the values that the reader chose.</summary>
    public IReadOnlyList<string>[] Chosen { get; }

    /// <summary>A paper's value in a field; null where it has none.</summary>
    public static string? Value(PassageDocument document, int field) => field switch
    {
        0 => document.Kind,
        1 => document.Sur,
        2 => document.Session?.ToString(CultureInfo.InvariantCulture),
        3 => document.Cycle?.ToString(CultureInfo.InvariantCulture),
        _ => document.Language,
    };

    public int Fails(PassageColumns columns, int doc) => _papers[columns.DocumentOf[doc]] | _states[columns.StatesOf[doc]] | _submitters[columns.SubmittersOf[doc]];

    private byte[] Sets(string[] sets, int field, StringComparison comparison) =>
        Array.ConvertAll(sets, s => FailsOf([field], _ => s.Split(' ').Any(v => Chosen[field].Any(c => c.Equals(v, comparison)))));

    private byte FailsOf(IEnumerable<int> fields, Func<int, bool> passes) =>
        (byte)fields.Where(f => Chosen[f].Count > 0 && !passes(f)).Aggregate(0, (bits, f) => bits | (1 << f));

    private static IReadOnlyList<string> Numbers(IReadOnlyList<int> values) => [.. values.Select(v => v.ToString(CultureInfo.InvariantCulture))];
}
