using OpenUpr.Drafting.Lists;

namespace OpenUpr.FollowUp.Monitoring;

/// <summary>UPR Info's implementation index of some judgements.</summary>
/// <param name="Value">Mean of the scores, rounded to two decimals; null where nothing was scored.</param>
/// <param name="Scored">Judgements that count.</param>
/// <param name="Left">Judgements without a score: in process, no information.</param>
public sealed record IndexValue(decimal? Value, int Scored, int Left)
{
    /// <summary>green, amber or red; none where there is no value.</summary>
    public string Light => ImplementationIndex.LightOf(Value);
}

/// <summary>
/// UPR Info's implementation recommendation index ("Beyond Promises", 2014): the mean of what stakeholders said, 0 for not, 0.5 for partly and 1 for fully implemented;
/// 0 to 0.32 is not, 0.33 to 0.65 partly, 0.66 to 1 fully implemented. It is rounded to two decimals first, so that no value falls between the bands.
/// </summary>
public static class ImplementationIndex
{
    private const decimal Partly = 0.33m;
    private const decimal Fully = 0.66m;

    /// <param name="values">Codes of <see cref="ValueScale"/>; those without a score are told apart and not counted.</param>
    public static IndexValue Of(IEnumerable<string> values)
    {
        var scores = values.Select(v => ValueScale.Find(v)?.Score).ToList();
        decimal[] scored = [.. scores.OfType<decimal>()];
        return new IndexValue(scored.Length == 0 ? null : Round(scored.Sum() / scored.Length), scored.Length, scores.Count - scored.Length);
    }

    /// <summary>Half is rounded up, as by hand.</summary>
    public static decimal Round(decimal mean) => Math.Round(mean, 2, MidpointRounding.AwayFromZero);

    public static string LightOf(decimal? value) => value switch { null => "none", < Partly => "red", < Fully => "amber", _ => "green" };
}
