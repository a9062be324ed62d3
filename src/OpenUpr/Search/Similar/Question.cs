namespace OpenUpr.Search.Similar;

/// <summary>
/// The text that others are compared with. Part of a score says how much of what tells most two texts share, whatever its order; the rest how much
/// of the longer text stays when one is turned into the other, as written or with names written out, whichever fits better. A text that somebody
/// worded anew in few places is near by the second even where the places told most.
/// </summary>
internal sealed class Question
{
    /// <summary>How much of a score the second decides.</summary>
    private const double OrderPart = 0.7;

    /// <summary>How much of that the words as written decide in any case, so that of two names the one that was used comes first.</summary>
    private const double LiteralPart = 0.2;

    /// <summary>The score of a text that is not the same words in the same order stays below 1.</summary>
    private const double BestOfOthers = 0.999;

    private readonly UnitIndex _index;
    private readonly int[] _stems;
    private readonly WordOrder _meant;
    private readonly WordOrder _written;

    /// <param name="stems">The text's stems, <see cref="TextUnits.Unknown"/> for those that no text has.</param>
    public Question(UnitIndex index, int[] stems, Workplace work)
    {
        (_index, _stems) = (index, stems);
        var units = new List<int>(stems.Length * 2);
        index.Names.Read(stems, units);
        _meant = work.Meant.Begin(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(units));
        _written = work.Written.Begin(stems);
        Terms = [.. _meant.Different];
        Array.Sort(Array.ConvertAll(Terms, t => -index.Weight[t]), Terms);
        KnownMass = Terms.Sum(t => (double)index.Weight[t]);
        var unknown = index.UnknownWeight * stems.Count(s => s == TextUnits.Unknown);
        Mass = KnownMass + unknown;
        WrittenMass = _written.Different.Sum(t => (double)index.Weight[t]) + unknown;
    }

    /// <summary>The different units that the index knows, the rarest first.</summary>
    public int[] Terms { get; }

    /// <summary>The weights of <see cref="Terms"/> together.</summary>
    public double KnownMass { get; }

    /// <summary>The weights of all units together.</summary>
    public double Mass { get; }

    /// <summary>The same of the text as written.</summary>
    private double WrittenMass { get; }

    /// <summary>How much of what tells most a text of some mass has in common with this one, 0 to 1.</summary>
    public double Common(double shared, double mass) => Math.Min(1, 2 * shared / (Mass + mass));

    /// <summary>
    /// How much of what tells most in this text another holds, of all its words and of those that any text of the index has; and how much of that one this text holds. 0 to 1; of two readings the better one counts.
    /// </summary>
    public (double OfThis, double OfKnown, double OfOther) Cover(int text)
    {
        var (same, written) = (_meant.Shared(_index.UnitsOf(text), _index.Weight), _written.Shared(_index.StemsOf(text), _index.Weight));
        return (
            Math.Max(Share(same.Shared, Mass), Share(written.Shared, WrittenMass)), Math.Max(Share(same.Shared, KnownMass), Share(written.Shared, WrittenMass - (Mass - KnownMass))),
            Math.Max(Share(same.Shared, same.All), Share(written.Shared, written.All)));

        static double Share(double shared, double all) => all > 0 ? Math.Min(1, shared / all) : 0;
    }

    /// <summary>The score of a text.</summary>
    public double Score(int text)
    {
        var stems = _index.StemsOf(text);
        if (stems.SequenceEqual(_stems))
        {
            return 1;
        }

        // A name with a word changed is no name any more, so both readings count, each text by the better one.
        var units = _index.UnitsOf(text);
        var (same, sameWritten) = (_meant.Shared(units, _index.Weight), _written.Shared(stems, _index.Weight));
        var common = Math.Max(Common(same.Shared, same.All), 2 * sameWritten.Shared / (WrittenMass + sameWritten.All));
        var kept = _written.Kept(stems);
        var order = (LiteralPart * kept) + ((1 - LiteralPart) * Math.Max(kept, _meant.Kept(units)));
        return Math.Min(BestOfOthers, ((1 - OrderPart) * common) + (OrderPart * order));
    }
}
