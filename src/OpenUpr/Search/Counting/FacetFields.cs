using System.Globalization;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search.Index;
using OpenUpr.Taxonomy;
using OpenUpr.Taxonomy.Entities;
using OpenUpr.Taxonomy.Topics;

namespace OpenUpr.Search.Counting;

/// <summary>The fields by which results are counted and filtered, in the order in which pages show them.</summary>
internal static class FacetFields
{
    public static IReadOnlyList<FacetField> Make(DocTable table, LabelSets sets, IReadOnlyList<RsProfile> profiles, ReferenceData reference)
    {
        var reviews = Enumerable.Range(0, table.ReviewSur.Length)
            .Select(i => (Sur: table.ReviewSur[i], Session: table.ReviewSession[i], Day: reference.FindSession(table.ReviewSession[i])?.Start)).ToList();
        var traits = Enumerable.Range(0, Traits.Size).ToList();
        return
        [
            new("sur", Dimension.Review, Lists(reviews, r => r.Sur), StateLabel),
            new("rs", Dimension.RecommendingState, Lists(profiles, p => p.Rs), StateLabel),
            new("sur-group", Dimension.Review, Lists(reviews, r => reference.GroupOf(r.Sur, r.Day)), GroupLabel),
            new("rs-group", Dimension.RecommendingState, Lists(profiles, p => p.Group), GroupLabel),
            new("sur-org", Dimension.Review, [.. reviews.Select(r => reference.OrganisationsOf(r.Sur, r.Day))], OrganisationLabel),
            new("rs-org", Dimension.RecommendingState, [.. profiles.Select(p => p.Organisations)], OrganisationLabel),
            new("issue", Dimension.IssueSet, sets.Issues, IssueLabel),
            new("response", Dimension.Traits, Lists(traits, t => Traits.Position(t) is { } p ? Code(p) : null), Capitalised),
            new("action", Dimension.Traits, Lists(traits, t => Traits.Action(t) is { } a ? Code(a) : null), ActionLabel),
            new("session", Dimension.Review, Lists(reviews, r => Code(r.Session)), v => $"Session {v}"),
            new("cycle", Dimension.Review, Lists(reviews, r => reference.CycleOf(r.Session) is { } c ? Code(c) : null), v => $"Cycle {v}"),
            new("kind", Dimension.Traits, Lists(traits, t => Code(Traits.Kind(t))), Capitalised),
            new("sdg", Dimension.SdgSet, sets.Sdgs, v => $"Goal {v}"),
            new("theme", Dimension.ThemeSet, sets.Themes, TopicList.Themes.NameOf),
            new("person", Dimension.PersonSet, sets.Persons, TopicList.Persons.NameOf),
            new("instrument", Dimension.InstrumentSet, sets.Instruments, EntityList.Current.NameOf),
        ];

        string StateLabel(string code) => code == State.Unknown ? "(Unknown)" : reference.FindState(code)?.NameEn ?? code;
        string GroupLabel(string code) => reference.RegionalGroups.FirstOrDefault(g => g.Code == code)?.NameEn ?? code;
        string OrganisationLabel(string code) => reference.Organisations.FirstOrDefault(o => o.Code == code)?.NameEn ?? code;
    }

    public static string Code(Position position) => position switch
    {
        Position.Supported => "supported",
        Position.Noted => "noted",
        _ => "pending",
    };

    public static string Code(RecommendationKind kind) => kind == RecommendationKind.Pledge ? "pledge" : "recommendation";

    public static string Code(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IReadOnlyList<string>[] Lists<T>(IReadOnlyList<T> entries, Func<T, string?> value) =>
        [.. entries.Select(e => value(e) is { } v ? new[] { v } : [])];

    private static string IssueLabel(string slug) => IssueList.Current.FindSlug(slug)?.Name ?? slug;

    private static string ActionLabel(string number) => ActionCategory.All.FirstOrDefault(a => Code(a.Number) == number) is { } a ? $"{a.Number} {a.Name}" : number;

    private static string Capitalised(string value) => char.ToUpperInvariant(value[0]) + value[1..];
}
