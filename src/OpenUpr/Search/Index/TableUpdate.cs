namespace OpenUpr.Search.Index;

/// <summary>Merges changed rows into a table. Texts that did not change are copied, not read or tokenised again.</summary>
internal static class TableUpdate
{
    public static DocTable Apply(DocTable old, ChangedRows changed)
    {
        var builder = new DocTableBuilder(old);
        var gone = changed.TextIds.ToHashSet();
        var next = 0;
        for (var first = 0; first < old.Count;)
        {
            var text = old.TextOf[first];
            var end = first + 1;
            while (end < old.Count && old.TextOf[end] == text)
            {
                end++;
            }

            for (; next < changed.Rows.Count && changed.Rows[next].TextId <= old.TextIds[text]; next++)
            {
                builder.Add(changed.Rows[next]);
            }

            if (!gone.Contains(old.TextIds[text]))
            {
                CopyKept(builder, old, first, end, changed);
            }

            first = end;
        }

        for (; next < changed.Rows.Count; next++)
        {
            builder.Add(changed.Rows[next]);
        }

        return builder.Build();
    }

    /// <summary>Leaves out pairs that moved to another text or were merged away.</summary>
    private static void CopyKept(DocTableBuilder builder, DocTable old, int first, int end, ChangedRows changed)
    {
        var from = first;
        for (var doc = first; doc <= end; doc++)
        {
            if (doc < end && !changed.Changes.Any(c => c.FirstRecommendationId <= old.Ids[doc] && old.Ids[doc] <= c.LastRecommendationId))
            {
                continue;
            }

            if (doc > from)
            {
                builder.Copy(old, from, doc);
            }

            from = doc + 1;
        }
    }
}
