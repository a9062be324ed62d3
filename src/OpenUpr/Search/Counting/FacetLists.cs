namespace OpenUpr.Search.Counting;

/// <summary>Turns a tally into the facets of a result: most frequent first, equal counts by value, chosen values always there.</summary>
internal static class FacetLists
{
    public static IReadOnlyList<Facet> Make(Tally tally, Records records, FilterMasks masks)
    {
        var facets = new Facet[records.Fields.Count];
        for (var field = 0; field < facets.Length; field++)
        {
            facets[field] = Make(tally, records.Fields[field], field, masks.Chosen[field]);
        }

        return facets;
    }

    private static Facet Make(Tally tally, FacetField field, int number, IReadOnlyList<string> chosen)
    {
        var size = field.Values.Length;
        Span<int> counts = size <= 1_024 ? stackalloc int[size] : new int[size];
        counts.Clear();
        tally.Expand(number, counts);

        // The count, downwards, above the value's number: sorting these sorts both ways at once.
        Span<long> order = size <= 1_024 ? stackalloc long[size] : new long[size];
        var shown = 0;
        for (var value = 0; value < size; value++)
        {
            if (counts[value] > 0)
            {
                order[shown++] = ((long)(int.MaxValue - counts[value]) << 32) | (uint)value;
            }
        }

        order[..shown].Sort();
        var values = new List<FacetValue>(shown + chosen.Count);
        foreach (var entry in order[..shown])
        {
            var value = (int)(entry & uint.MaxValue);
            values.Add(new FacetValue(field.Values[value], field.Labels[value], counts[value], chosen.Contains(field.Values[value])));
        }

        foreach (var value in chosen)
        {
            if (field.Find(value) is var known && (known < 0 || counts[known] == 0))
            {
                values.Add(new FacetValue(value, field.Label(value), 0, true));
            }
        }

        return new Facet(field.Name, values);
    }
}
