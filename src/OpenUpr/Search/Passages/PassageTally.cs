using System.Globalization;

namespace OpenUpr.Search.Passages;

/// <summary>Counts a search's hits by kind of paper, State under review, session, cycle, language and State that speaks: each as it would be if its own filter were off.</summary>
internal sealed class PassageTally(PassageColumns columns, PassageMasks masks)
{
    private readonly int[][] _byDocument = [.. Enumerable.Range(0, PassageMasks.OfPapers).Select(_ => new int[columns.Documents.Length])];
    private readonly int[] _byStates = new int[columns.StateSets.Length];

    public int Hits { get; private set; }

    /// <summary>Counts a paragraph that matches the words; true when it passes the filters too.</summary>
    public bool Add(int doc)
    {
        var fails = masks.Fails(columns, doc);
        if ((fails & (fails - 1)) != 0)
        {
            return false;
        }

        for (var field = 0; field < PassageMasks.OfPapers; field++)
        {
            if ((fails & ~(1 << field)) == 0)
            {
                _byDocument[field][columns.DocumentOf[doc]]++;
            }
        }

        if ((fails & ~(1 << PassageMasks.State)) == 0)
        {
            _byStates[columns.StatesOf[doc]]++;
        }

        Hits += fails == 0 ? 1 : 0;
        return fails == 0;
    }

    /// <summary>Values with hits, and chosen ones: kinds and languages most first, States by code, numbers by number.</summary>
    public IReadOnlyList<Facet> Facets() => [.. Enumerable.Range(0, PassageMasks.Submitter).Select(FacetOf)];

    private Facet FacetOf(int field)
    {
        var counts = masks.Chosen[field].ToDictionary(v => v, _ => 0);
        var values = field == PassageMasks.State
            ? columns.StateSets.SelectMany((s, i) => s.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Select(v => (Value: v, Count: _byStates[i])))
            : columns.Documents.Select((d, i) => (Value: PassageMasks.Value(d, field)!, Count: _byDocument[field][i])).Where(v => v.Value is not null);
        foreach (var (value, count) in values.Where(v => v.Count > 0))
        {
            counts[value] = counts.GetValueOrDefault(value) + count;
        }

        var list = counts.Select(c => new FacetValue(c.Key, c.Key, c.Value, masks.Chosen[field].Contains(c.Key)));
        return new Facet(PassageMasks.Fields[field], [.. list
            .OrderBy(v => int.TryParse(v.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .ThenByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal)]);
    }
}
