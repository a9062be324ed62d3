namespace OpenUpr.Search.Text;

/// <summary>How many letters must be added, dropped, replaced or swapped with their neighbour to make one word of another.</summary>
public static class EditDistance
{
    /// <summary>The distance, or <paramref name="limit"/> + 1 as soon as it must be larger than the limit.</summary>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
        {
            return limit + 1;
        }

        var width = b.Length + 1;
        Span<int> cells = width * 3 <= 512 ? stackalloc int[width * 3] : new int[width * 3];
        var before = cells[..width];
        var above = cells.Slice(width, width);
        var row = cells[(2 * width)..];
        for (var j = 0; j < width; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var best = i;
            for (var j = 1; j < width; j++)
            {
                var same = a[i - 1] == b[j - 1];
                var cost = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && !same && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cost = Math.Min(cost, before[j - 2] + 1);
                }

                row[j] = cost;
                best = Math.Min(best, cost);
            }

            if (best > limit)
            {
                return limit + 1;
            }

            var reuse = before;
            before = above;
            above = row;
            row = reuse;
        }

        return above[^1];
    }

    /// <summary>The candidates nearest to a mistyped value, nearest first, none further than a third of its letters (and two at least).</summary>
    public static IReadOnlyList<T> Nearest<T>(string value, IEnumerable<(string Key, T Value)> candidates, int count = 3)
    {
        var limit = Math.Max(2, value.Length / 3);
        return [.. candidates
            .Select(c => (c.Value, Distance: Between(value, c.Key, limit), c.Key))
            .Where(c => c.Distance <= limit && c.Distance < Math.Max(value.Length, c.Key.Length))
            .OrderBy(c => c.Distance).ThenBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => c.Value).Distinct().Take(count)];
    }
}
