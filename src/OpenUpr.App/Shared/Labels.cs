using System.Globalization;
using OpenUpr.App.Resources;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Storage;
using OpenUpr.Taxonomy;
using OpenUpr.Taxonomy.Entities;
using OpenUpr.Taxonomy.Topics;

namespace OpenUpr.App.Shared;

/// <summary>What a code is called on a page, in the reader's language.</summary>
public sealed class Labels(Store store)
{
    private readonly ReferenceData _reference = store.Reference;

    /// <summary>The name of a filter's value, such as "Cuba" for sur and CUB.</summary>
    public string Value(string field, string value) => field switch
    {
        "sur" or "rs" => State(value),
        "sur-group" or "rs-group" => Group(value),
        "sur-org" or "rs-org" => Organisation(value),
        "issue" => Issue(value),
        "sdg" => Numbers.Fill(Words.Sdg_Goal, value),
        "theme" => TopicList.Themes.NameOf(value),
        "person" => TopicList.Persons.NameOf(value),
        "instrument" => EntityList.Current.NameOf(value),
        "response" => Enum.TryParse<Position>(value, ignoreCase: true, out var position) ? Position(position) : value,
        "action" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var action) ? Action(action) : value,
        "session" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var session) ? SessionWithMonths(session) : value,
        "cycle" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var cycle) ? Cycle(cycle) : value,
        _ => value,
    };

    /// <summary>The name of a filter, such as "State under review" for sur.</summary>
    public static string Field(string field) => field switch
    {
        "sur" => Words.Field_Sur,
        "rs" => Words.Field_Rs,
        "sur-group" => Words.Field_SurGroup,
        "rs-group" => Words.Field_RsGroup,
        "sur-org" => Words.Field_SurOrg,
        "rs-org" => Words.Field_RsOrg,
        "issue" => Words.Field_Issue,
        "sdg" => Words.Field_Sdg,
        "theme" => Words.Field_Theme,
        "person" => Words.Field_Person,
        "instrument" => Words.Field_Instrument,
        "response" => Words.Field_Response,
        "action" => Words.Field_Action,
        "session" => Words.Field_Session,
        "cycle" => Words.Field_Cycle,
        "kind" => Words.Field_Kind,
        _ => field,
    };

    public string State(string iso3) => iso3 == Reviews.State.Unknown
        ? Words.State_Unknown
        : _reference.FindState(iso3)?.Name(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? iso3;

    public string Group(string code) => _reference.RegionalGroups.FirstOrDefault(g => g.Code == code)?.NameEn ?? code;

    public string Organisation(string code) => _reference.Organisations.FirstOrDefault(o => o.Code == code)?.NameEn ?? code;

    public static string Issue(string slug) => IssueList.Current.FindSlug(slug)?.Name ?? slug;

    public static string Position(Position position) => position switch
    {
        Recommendations.Position.Supported => Words.Position_Supported,
        Recommendations.Position.Noted => Words.Position_Noted,
        _ => Words.Position_Pending,
    };

    public static string Action(int number) =>
        ActionCategory.All.FirstOrDefault(a => a.Number == number) is { } action ? $"{action.Number} {action.Name}" : number.ToString(CultureInfo.CurrentCulture);

    public static string Session(int number) => Numbers.Fill(Words.Session, number);

    /// <summary>"Session 14 · October–November 2012", without the months where they are not known.</summary>
    public string SessionWithMonths(int number) =>
        _reference.FindSession(number) is { } session && Dates.Months(session.Start, session.End) is { } months ? $"{Session(number)} · {months}" : Session(number);

    public static string Cycle(int number) => Numbers.Fill(Words.Cycle, number);

    public static string Kind(RecommendationKind kind) => kind == RecommendationKind.Pledge ? Words.Kind_Pledge : Words.Kind_Recommendation;
}
