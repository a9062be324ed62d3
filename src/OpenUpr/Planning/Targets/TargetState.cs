namespace OpenUpr.Planning.Targets;

/// <summary>A kind of history that gives a State its place in the list.</summary>
public enum TargetPartKind
{
    /// <summary>Raised the issue with any State.</summary>
    Everywhere,

    /// <summary>Raised it with States of the regional group of the State under review.</summary>
    Region,

    /// <summary>Raised it with States that are in the same organisations.</summary>
    Organisations,

    /// <summary>Spoke to this State before.</summary>
    SameState,

    /// <summary>Recommended anything to anyone.</summary>
    Speaking,

    /// <summary>Recommendations on the issue to this State that were supported.</summary>
    Supported,

    /// <summary>Recommendations on the issue to this State that were noted.</summary>
    Noted,

    /// <summary>Sits on the Human Rights Council.</summary>
    Council,
}

/// <summary>What one kind of history adds to a State's weight.</summary>
/// <param name="Share">Of the State's whole weight, 0 to 1.</param>
public sealed record TargetPart(TargetPartKind Kind, double Share);

/// <summary>Recommendations by what the State under review answered, in pairs.</summary>
public sealed record TargetAnswers(int All, int Supported, int Noted)
{
    /// <summary>Pending, or no position is known.</summary>
    public int Open => All - Supported - Noted;
}

/// <summary>
/// A State that may raise an issue, with the history that says so. Numbers are pairs of a recommendation and a recommending State, as everywhere; each is a search.
/// It says what a State did, never whether that was good or bad.
/// </summary>
/// <param name="Rank">From 1, in the order asked for.</param>
/// <param name="PlainRank">From 1, by weight alone.</param>
/// <param name="Weight">0 to 1: the weight of its history beside that of the State with the most.</param>
/// <param name="Parts">What the weight is made of, the largest first.</param>
/// <param name="OnIssue">Recommendations on the issues to any State.</param>
/// <param name="IssueReviews">Reviews in which it made them.</param>
/// <param name="FirstSession">Of the first of them; 0 where there is none.</param>
/// <param name="LastSession">Of the last of them; 0 where there is none.</param>
/// <param name="Recent">Those of the last <see cref="TargetList.RecentSessions"/> sessions.</param>
/// <param name="ToRegion">Those to States of the regional group of the State under review.</param>
/// <param name="ToSame">Those to the State under review.</param>
/// <param name="AllToSame">All its recommendations to the State under review.</param>
/// <param name="LastToSame">The session in which it last recommended something to the State under review; 0 where it never did.</param>
/// <param name="All">All its recommendations.</param>
/// <param name="Group">Its regional group; null where it belongs to none.</param>
/// <param name="SameGroup">Whether that is the group of the State under review.</param>
/// <param name="SharedOrganisations">Codes of the organisations that it shares with the State under review.</param>
/// <param name="CouncilUntil">The last day of its term on the Human Rights Council, where it sits there on the day of the question; null where it does not, or that is not known.</param>
public sealed record TargetState(
    string Iso3, int Rank, int PlainRank, double Weight, IReadOnlyList<TargetPart> Parts, int OnIssue, int IssueReviews, int FirstSession, int LastSession, int Recent, int ToRegion,
    TargetAnswers ToSame, TargetAnswers AllToSame, int LastToSame, int All, string? Group, bool SameGroup, IReadOnlyList<string> SharedOrganisations, DateOnly? CouncilUntil);

/// <summary>How many places of a list a regional group or an organisation has, beside its States.</summary>
/// <param name="Places">Of the first <see cref="TargetList.BalanceOver"/>.</param>
/// <param name="States">Of all that recommended anything.</param>
public sealed record TargetShare(string Code, int Places, int States);

/// <summary>Recommending States in the order in which their history speaks for them.</summary>
/// <param name="Reviews">Earlier reviews that were looked at.</param>
/// <param name="LastSession">The newest session among them; 0 where there is none.</param>
/// <param name="OwnReviews">Sessions in which the State under review was reviewed before, ascending.</param>
/// <param name="SurGroup">Regional group of the State under review; null where it belongs to none.</param>
/// <param name="Groups">Places by regional group.</param>
/// <param name="Organisations">Places by organisation; a State may be in several.</param>
public sealed record TargetList(
    TargetQuestion Question, IReadOnlyList<TargetState> States, int Reviews, int LastSession, IReadOnlyList<int> OwnReviews, string? SurGroup, IReadOnlyList<TargetShare> Groups, IReadOnlyList<TargetShare> Organisations)
{
    /// <summary>What counts as recent in words and columns: a little over a year of the Working Group's three sessions a year.</summary>
    public const int RecentSessions = 4;

    /// <summary>The first places, over which balance is counted and sought.</summary>
    public const int BalanceOver = 20;
}
