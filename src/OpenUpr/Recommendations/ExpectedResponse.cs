namespace OpenUpr.Recommendations;

/// <summary>A recommendation whose response is to be expected.</summary>
/// <param name="Sur">ISO code of the State under review.</param>
/// <param name="Issues">Slugs; what they say is averaged. None: as if nothing were known of the issue.</param>
/// <param name="Action">Action category 1 to 5; null: averaged over those that recommendations on the issue have.</param>
/// <param name="RsGroup">Regional group of the State that recommends; null where it does not matter.</param>
public sealed record ExpectedQuestion(string Sur, IReadOnlyList<string> Issues, int? Action = null, string? RsGroup = null);

/// <summary>Whose history an expectation rests on.</summary>
public enum ExpectedBasisKind
{
    /// <summary>Texts to this State, on this issue, of this action category.</summary>
    StateIssueAction,

    /// <summary>Texts to this State on this issue.</summary>
    StateIssue,

    /// <summary>Texts to this State of this action category, whatever the issue.</summary>
    StateAction,

    /// <summary>All texts to this State.</summary>
    State,

    /// <summary>Texts on this issue to the other States of this State's regional group.</summary>
    RegionIssue,

    /// <summary>Texts on this issue to any State.</summary>
    Issue,

    /// <summary>Texts of this action category to any State.</summary>
    Action,

    /// <summary>Texts to this State by States of the recommending State's group.</summary>
    StateRsGroup,

    /// <summary>All texts.</summary>
    All,
}

/// <summary>One piece of history in numbers: "of 14 recommendations on this issue to this State 9 were supported".</summary>
/// <param name="Texts">Texts that were supported or noted, each once however many States put it.</param>
public sealed record ExpectedBasis(ExpectedBasisKind Kind, int Texts, int Supported)
{
    /// <summary>0 to 1; null where there is no text.</summary>
    public double? Share => Texts == 0 ? null : (double)Supported / Texts;
}

/// <summary>
/// The response that history lets expect, for a State and an issue and never for a person. It is a statement about past answers to
/// recommendations of that kind, not about what a government should or will do.
/// </summary>
/// <param name="Supported">Probability of "supported" rather than "noted", 0 to 1.</param>
/// <param name="Low">The share of "supported" among such recommendations in the State's next review lies between this and <paramref name="High"/> with a probability of about 80 %.</param>
/// <param name="TooLittle">True where the State's own history is too small to say anything about this State: then the numbers are those of others.</param>
/// <param name="FromOthers">What would be expected without the texts to this State on this issue.</param>
/// <param name="OwnWeight">0 to 1: how far the texts to this State on this issue move the expectation from <paramref name="FromOthers"/> to their own share; the more of them, the nearer to 1.</param>
/// <param name="Basis">The history, the nearest first.</param>
public sealed record ExpectedResponse(
    double Supported, double Low, double High, bool TooLittle, double FromOthers, double OwnWeight, IReadOnlyList<ExpectedBasis> Basis);
