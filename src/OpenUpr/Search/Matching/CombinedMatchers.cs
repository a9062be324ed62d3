namespace OpenUpr.Search.Matching;

/// <summary>All parts match, none of the excluded does.</summary>
internal sealed class AndMatcher : Matcher
{
    /// <summary>Where the cheapest part holds less than one of so many pairs, the others only look at its list.</summary>
    private const int ListShare = 12;

    private readonly Matcher[] _parts;
    private readonly Matcher[] _excluded;
    private readonly WindowPool _pool;
    private readonly bool _byList;

    public AndMatcher(IEnumerable<Matcher> parts, IEnumerable<Matcher> excluded, int count, WindowPool pool)
    {
        _parts = [.. parts.OrderBy(p => p.Cost)];
        _excluded = [.. excluded];
        _pool = pool;
        _byList = _parts[0].Cost < count / ListShare;
    }

    public override int Cost => _parts[0].Cost;

    public override int Next(int from)
    {
        var next = from;
        foreach (var part in _parts)
        {
            next = Math.Max(next, part.Next(next));
            if (next == int.MaxValue)
            {
                break;
            }
        }

        return next;
    }

    public override bool Fill(int start, Span<ushort> scores)
    {
        if (_byList)
        {
            var (docs, found) = (_pool.RentList(), _pool.Rent());
            var count = Collect(start, docs, found, _pool);
            Windows.Scatter(docs.AsSpan(0, count), found, start, scores);
            _pool.Return(docs);
            _pool.Return(found);
            return count > 0;
        }

        if (!_parts[0].Fill(start, scores))
        {
            return false;
        }

        var window = _pool.Rent();
        var any = true;
        for (var i = 1; any && i < _parts.Length; i++)
        {
            any = _parts[i].Fill(start, window) && Windows.And(scores, window);
        }

        for (var i = 0; any && i < _excluded.Length; i++)
        {
            if (_excluded[i].Fill(start, window))
            {
                Windows.Without(scores, window);
            }
        }

        _pool.Return(window);
        return any;
    }

    public override int Collect(int start, Span<int> docs, Span<ushort> scores, WindowPool pool)
    {
        if (!_byList)
        {
            return base.Collect(start, docs, scores, pool);
        }

        var count = _parts[0].Collect(start, docs, scores, pool);
        return KeepAll(1, start, docs, scores, count, pool);
    }

    public override int Keep(int start, Span<int> docs, Span<ushort> scores, int count, WindowPool pool) => KeepAll(0, start, docs, scores, count, pool);

    private int KeepAll(int first, int start, Span<int> docs, Span<ushort> scores, int count, WindowPool pool)
    {
        for (var i = first; count > 0 && i < _parts.Length; i++)
        {
            count = _parts[i].Keep(start, docs, scores, count, pool);
        }

        for (var i = 0; count > 0 && i < _excluded.Length; i++)
        {
            count = NotMatcher.Remove(_excluded[i], start, docs, scores, count, pool);
        }

        return count;
    }
}

/// <summary>At least one part matches.</summary>
internal sealed class OrMatcher(Matcher[] parts, int count, WindowPool pool) : Matcher
{
    public override int Cost { get; } = (int)Math.Min(count, parts.Sum(p => (long)p.Cost));

    public override int Next(int from)
    {
        var next = int.MaxValue;
        foreach (var part in parts)
        {
            next = Math.Min(next, part.Next(from));
        }

        return next;
    }

    public override bool Fill(int start, Span<ushort> scores)
    {
        var window = pool.Rent();
        var any = false;
        foreach (var part in parts)
        {
            if (!any)
            {
                any = part.Fill(start, scores);
            }
            else if (part.Fill(start, window))
            {
                Windows.Or(scores, window);
            }
        }

        pool.Return(window);
        return any;
    }
}

/// <summary>The part does not match; every other pair scores 1.</summary>
internal sealed class NotMatcher(Matcher part, int count) : Matcher
{
    public override int Cost => count;

    public override bool Fill(int start, Span<ushort> scores)
    {
        if (!part.Fill(start, scores))
        {
            scores.Clear();
        }

        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = scores[i] == 0 && start + i < count ? (ushort)1 : (ushort)0;
        }

        return true;
    }

    /// <summary>Takes the pairs that a matcher matches off a list.</summary>
    public static int Remove(Matcher matcher, int start, Span<int> docs, Span<ushort> scores, int count, WindowPool pool)
    {
        var window = pool.Rent();
        var kept = count;
        if (matcher.Fill(start, window))
        {
            kept = 0;
            for (var i = 0; i < count; i++)
            {
                if (window[docs[i] - start] == 0)
                {
                    docs[kept] = docs[i];
                    scores[kept++] = scores[i];
                }
            }
        }

        pool.Return(window);
        return kept;
    }
}
