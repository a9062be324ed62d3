using OpenUpr.Reviews;
using OpenUpr.Search;
using OpenUpr.Search.Statistics;

namespace OpenUpr.Recommendations;

/// <summary>A regional group or an organisation in a list.</summary>
/// <param name="Members">On the day asked.</param>
/// <param name="Received">Null where its members received none, also below.</param>
public sealed record GroupLine(string Code, int Members, StatisticRow? Received, StatisticRow? Made)
{
    public static (IReadOnlyList<GroupLine> Groups, IReadOnlyList<GroupLine> Organisations) ReadAll(SearchIndex index, ReferenceData reference, DateOnly today)
    {
        var all = WholeCollection.Of(index);
        return (
            [.. reference.RegionalGroups.Select(g => Line(g.Code, reference.GroupMembers, all.By("sur-group"), all.By("rs-group")))],
            [.. reference.Organisations.Select(o => Line(o.Code, reference.OrganisationMembers, all.By("sur-org"), all.By("rs-org")))]);

        GroupLine Line(string code, IReadOnlyList<Membership> members, StatisticTable received, StatisticTable made) => new(
            code, members.Where(m => m.Of == code && m.HoldsOn(today)).DistinctBy(m => m.Iso3).Count(), received.Find(code), made.Find(code));
    }
}

/// <summary>
/// A regional group or an organisation, counted. A recommendation belongs to it where the State was a member on the first day of the
/// session; so a State that left counts until then.
/// </summary>
/// <param name="Members">Past and present, by State and then by date.</param>
/// <param name="Received">By State under review, its members.</param>
/// <param name="Made">By recommending State, its members.</param>
/// <param name="From">What its members received, by regional group of the recommending State.</param>
/// <param name="To">What its members made, by regional group of the State under review.</param>
/// <param name="Within">What its members made to each other.</param>
public sealed record GroupProfile(
    string Code,
    IReadOnlyList<Membership> Members,
    StatisticTable Received,
    StatisticTable ReceivedIssues,
    StatisticTable From,
    StatisticTable Made,
    StatisticTable MadeIssues,
    StatisticTable To,
    StatisticRow Within)
{
    /// <summary>What its members made to States outside.</summary>
    public StatisticRow MadeOutside => Made.Total.Less(Within);

    /// <summary>What its members received from States outside.</summary>
    public StatisticRow ReceivedOutside => Received.Total.Less(Within);

    public static GroupProfile OfGroup(SearchIndex index, ReferenceData reference, RegionalGroup group) => Read(
        index, group.Code, reference.GroupMembers, new SearchFilters { SurGroups = [group.Code] }, new SearchFilters { RsGroups = [group.Code] }, new SearchFilters { SurGroups = [group.Code], RsGroups = [group.Code] });

    public static GroupProfile OfOrganisation(SearchIndex index, ReferenceData reference, Organisation organisation) => Read(
        index, organisation.Code, reference.OrganisationMembers,
        new SearchFilters { SurOrganisations = [organisation.Code] }, new SearchFilters { RsOrganisations = [organisation.Code] },
        new SearchFilters { SurOrganisations = [organisation.Code], RsOrganisations = [organisation.Code] });

    private static GroupProfile Read(SearchIndex index, string code, IReadOnlyList<Membership> members, SearchFilters received, SearchFilters made, SearchFilters within)
    {
        var got = StatisticTable.ReadAll(index, StatisticRows.Query(received), ["sur", "issue", "rs-group"]);
        var gave = StatisticTable.ReadAll(index, StatisticRows.Query(made), ["rs", "issue", "sur-group"]);
        return new GroupProfile(
            code,
            [.. members.Where(m => m.Of == code).OrderBy(m => m.Iso3, StringComparer.Ordinal).ThenBy(m => m.From)],
            got[0], got[1], got[2], gave[0], gave[1], gave[2],
            StatisticTable.Read(index, StatisticRows.Query(within), "cycle").Total);
    }
}
