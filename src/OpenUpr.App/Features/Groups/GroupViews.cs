using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search.Statistics;

namespace OpenUpr.App.Features.Groups;

/// <summary>The list of regional groups, or that of organisations.</summary>
public sealed record GroupTable(bool OfOrganisations, IReadOnlyList<GroupLine> Lines, Labels Labels)
{
    public string Field => OfOrganisations ? "org" : "group";

    public string Name(string code) => Labels.Value($"sur-{Field}", code);

    public string PageOf(string code) => CountLines.PageOf($"sur-{Field}", code)!;
}

/// <summary>A regional group or an organisation as its page draws it.</summary>
/// <param name="Today">Members are current or past by this day.</param>
public sealed record GroupView(GroupProfile Profile, bool IsOrganisation, Labels Labels, DateOnly Today)
{
    private const int Top = 12;

    private string Field => IsOrganisation ? "org" : "group";

    private (string, string) Received => ($"sur-{Field}", Profile.Code);

    private (string, string) Made => ($"rs-{Field}", Profile.Code);

    public string Name => Labels.Value($"sur-{Field}", Profile.Code);

    public CountLine AllReceived => new(ReviewsWords.Group_Received, null, Profile.Received.Total, [Received]);

    public CountLine AllMade => new(ReviewsWords.Group_Made, null, Profile.Made.Total, [Made]);

    /// <summary>What members made to each other, made to others, and received from others.</summary>
    public IReadOnlyList<CountLine> Across =>
    [
        new(ReviewsWords.Group_Within, null, Profile.Within, [Received, Made]),
        new(ReviewsWords.Group_MadeOutside, null, Profile.MadeOutside, [("q", $"-sur-{Field}:{Profile.Code}"), Made]),
        new(ReviewsWords.Group_ReceivedOutside, null, Profile.ReceivedOutside, [("q", $"-rs-{Field}:{Profile.Code}"), Received]),
        AllMade with { IsTotal = true },
        AllReceived with { IsTotal = true },
    ];

    public IReadOnlyList<CountLine> To => CountLines.Of(Profile.To.By, Profile.To.Ranked(Labels), Labels, Made);

    public IReadOnlyList<CountLine> From => CountLines.Of(Profile.From.By, Profile.From.Ranked(Labels), Labels, Received);

    public IReadOnlyList<CountLine> ReceivedIssues => CountLines.Of(Profile.ReceivedIssues.By, Profile.ReceivedIssues.Ranked(Labels).Take(Top), Labels, Received);

    public IReadOnlyList<CountLine> MadeIssues => CountLines.Of(Profile.MadeIssues.By, Profile.MadeIssues.Ranked(Labels).Take(Top), Labels, Made);

    /// <summary>Members by name, those of today before those that left.</summary>
    public IReadOnlyList<MemberView> Members => [.. Profile.Members
        .Select(m => new MemberView(m, Labels.State(m.Iso3), !m.HoldsOn(Today), Profile.Received.Find(m.Iso3), Profile.Made.Find(m.Iso3)))
        .OrderBy(m => m.IsPast).ThenBy(m => StateNames.Key(m.Name), StringComparer.Ordinal)];

    public string ReceivedBy(string iso3) => new CountLine("", null, null, [Received, ("sur", iso3)]).Link();

    public string MadeBy(string iso3) => new CountLine("", null, null, [Made, ("rs", iso3)]).Link();
}

/// <summary>One member with what it received and made while it was one.</summary>
public sealed record MemberView(Membership Membership, string Name, bool IsPast, StatisticRow? Received, StatisticRow? Made)
{
    /// <summary>"since 1 January 2018", "until 31 January 2020"; null where no date is known.</summary>
    public string? When => (Membership.From, Membership.To) switch
    {
        (null, null) => null,
        ({ } from, null) => Numbers.Fill(ReviewsWords.Member_Since, Dates.Day(from)),
        (null, { } to) => Numbers.Fill(ReviewsWords.Member_Until, Dates.Day(to)),
        ({ } from, { } to) => Numbers.Fill(ReviewsWords.Member_FromTo, Dates.Day(from), Dates.Day(to)),
    };
}
