using OpenUpr.Search;

namespace OpenUpr.Planning.Targets;

/// <summary>How much each earlier review in an index says about the next review of a State: three parts, each faded by age.</summary>
internal sealed class ReviewLikeness
{
    private readonly SearchIndex _index;
    private readonly int[] _organisations;

    public ReviewLikeness(SearchIndex index, string sur, int? before)
    {
        _index = index;
        var table = index.Table;
        var fields = index.Records.Fields;
        var day = before is { } session ? index.Reference.FindSession(session)?.Start : null;
        Group = index.Reference.GroupOf(sur, day) ?? index.Reference.GroupOf(sur);
        Organisations = index.Reference.OrganisationsOf(sur, day);
        var (groups, organisations) = (fields.First(f => f.Name == "sur-group"), fields.First(f => f.Name == "sur-org"));
        _organisations = [.. Organisations.Select(organisations.Find)];
        var group = Group is null ? -1 : groups.Find(Group);
        Counts = new bool[table.ReviewSur.Length];
        IsSame = new bool[Counts.Length];
        IsRegion = new bool[Counts.Length];
        Shared = new double[Counts.Length];
        for (var review = 0; review < Counts.Length; review++)
        {
            Counts[review] = before is null || table.ReviewSession[review] < before;
            IsSame[review] = table.ReviewSur[review] == sur;
            IsRegion[review] = group >= 0 && groups.ValuesOf(review) is [var one, ..] && one == group;
            Shared[review] = ShareOf(organisations.ValuesOf(review));
        }

        LastSession = Enumerable.Range(0, Counts.Length).Where(r => Counts[r]).Select(r => table.ReviewSession[r]).DefaultIfEmpty(0).Max();
        Next = before ?? LastSession + 1;
    }

    public string? Group { get; }

    public IReadOnlyList<string> Organisations { get; }

    /// <summary>By review: whether it was before the session asked for.</summary>
    public bool[] Counts { get; }

    /// <summary>By review: whether it was of the State itself.</summary>
    public bool[] IsSame { get; }

    public bool[] IsRegion { get; }

    /// <summary>By review: organisations in common, as a share of those that either State is in.</summary>
    public double[] Shared { get; }

    public int LastSession { get; }

    /// <summary>The session for which the list is made.</summary>
    public int Next { get; }

    /// <summary>1 for the session just before, half of it <see cref="TargetModel.HalfLife"/> sessions earlier.</summary>
    public double Fading(int review, TargetModel model, double recent) => Math.Pow(0.5, recent * (Next - 1 - _index.Table.ReviewSession[review]) / model.HalfLife);

    /// <summary>What a review says, by <see cref="TargetPartKind"/>: one of the State itself does not fade, the next of others does.</summary>
    public void Weigh(int review, TargetModel model, TargetWeights weights, Span<double> parts)
    {
        parts.Clear();
        if (!Counts[review])
        {
            return;
        }

        if (IsSame[review])
        {
            parts[(int)TargetPartKind.SameState] = weights.SameState * model.SameState * (model.AnyState + model.Region + model.Organisations);
            return;
        }

        var fading = Fading(review, model, weights.Recent);
        parts[(int)TargetPartKind.Everywhere] = fading * weights.Everywhere * model.AnyState;
        parts[(int)TargetPartKind.Region] = IsRegion[review] ? fading * weights.Region * model.Region : 0;
        parts[(int)TargetPartKind.Organisations] = fading * weights.Organisations * model.Organisations * Shared[review];
    }

    private double ShareOf(ReadOnlySpan<int> others)
    {
        var common = 0;
        foreach (var one in others)
        {
            common += Array.IndexOf(_organisations, one) >= 0 ? 1 : 0;
        }

        var all = others.Length + _organisations.Length - common;
        return all == 0 ? 0 : (double)common / all;
    }
}
