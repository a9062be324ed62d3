namespace OpenUpr.Planning.ReviewDay;

/// <summary>How like two texts are, in a word.</summary>
public enum Likeness
{
    None,

    /// <summary>Some of the same things in other words: a person has to look.</summary>
    Doubtful,

    /// <summary>Most of the words, or what tells most.</summary>
    Likely,

    /// <summary>The same text but for a few words.</summary>
    Sure,
}

/// <summary>Words for scores of the product's likeness of texts. A program proposes and a person confirms: the bounds decide what is shown first, and no more. Measured in perf/results/likeness.md.</summary>
public static class Likenesses
{
    private const double Sure = 0.75;
    private const double Likely = 0.5;
    private const double Doubtful = 0.3;

    public static Likeness Of(double? score) => score switch { >= Sure => Likeness.Sure, >= Likely => Likeness.Likely, >= Doubtful => Likeness.Doubtful, _ => Likeness.None };
}
