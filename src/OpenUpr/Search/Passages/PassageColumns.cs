using OpenUpr.Search.Index;

namespace OpenUpr.Search.Passages;

/// <summary>What the index keeps of each paragraph beside its words.</summary>
/// <param name="Documents">The papers, newest session first; paragraphs stand in the order of their papers.</param>
/// <param name="Start">By paper: its first paragraph; one entry more than papers.</param>
/// <param name="DocumentOf">By paragraph: number of its paper.</param>
/// <param name="StatesOf">By paragraph: number of its set of States in <paramref name="StateSets"/>.</param>
/// <param name="SubmittersOf">By paragraph: number of its set of submitters in <paramref name="SubmitterSets"/>.</param>
/// <param name="StateSets">Codes with a space between; empty for none.</param>
internal sealed record PassageColumns(PassageDocument[] Documents, int[] Start, int[] DocumentOf, int[] StatesOf, int[] SubmittersOf, string[] StateSets, string[] SubmitterSets);

/// <summary>Puts an index's tables together: paragraphs of papers that did not change are copied from the index before.</summary>
internal sealed class PassageTableBuilder(PassageIndex? before)
{
    private readonly DocTableBuilder _table = before is null ? new DocTableBuilder() : new DocTableBuilder(before.Table);
    private readonly List<PassageDocument> _documents = [];
    private readonly List<int> _start = [0];
    private readonly List<int> _documentOf = [];
    private readonly List<int> _statesOf = [];
    private readonly List<int> _submittersOf = [];
    private readonly NumberedSet<string> _states = new();
    private readonly NumberedSet<string> _submitters = new();

    public void Begin(PassageDocument document) => _documents.Add(document);

    public void Add(long id, string text, string? states, string? submitters)
    {
        _table.Add(new IndexRow(id, id, null, Recommendations.RecommendationKind.Recommendation, "", "", 0, null, null, [], text));
        AddColumns(states ?? "", submitters ?? "");
    }

    /// <summary>Takes over all paragraphs of a paper of the index before.</summary>
    public void Copy(int document)
    {
        var columns = before!.Columns;
        for (var doc = columns.Start[document]; doc < columns.Start[document + 1]; doc++)
        {
            _table.Copy(before.Table, doc, doc + 1);
            AddColumns(columns.StateSets[columns.StatesOf[doc]], columns.SubmitterSets[columns.SubmittersOf[doc]]);
        }
    }

    public void End() => _start.Add(_documentOf.Count);

    public (DocTable Table, PassageColumns Columns) Build() => (
        _table.Build(), new PassageColumns([.. _documents], [.. _start], [.. _documentOf], [.. _statesOf], [.. _submittersOf], [.. _states.Items], [.. _submitters.Items]));

    private void AddColumns(string states, string submitters)
    {
        _documentOf.Add(_documents.Count - 1);
        _statesOf.Add(_states.Number(states));
        _submittersOf.Add(_submitters.Number(submitters));
    }
}
