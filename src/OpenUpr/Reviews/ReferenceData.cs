using System.Collections.Frozen;

namespace OpenUpr.Reviews;

/// <summary>
/// States, groups, organisations, cycles and sessions as dated data, read from the CSV files that are part of the program.
/// No name, month or membership stands in code: a correction is a line in a file, with its source.
/// </summary>
public sealed class ReferenceData
{
    private static readonly string[] _nameColumns = ["name_en", "name_fr", "name_es", "formal_en", "formal_fr", "formal_es"];

    private readonly ILookup<string, Membership> _groups;
    private readonly ILookup<string, Membership> _organisations;
    private readonly FrozenDictionary<string, State> _byIso3;
    private readonly FrozenDictionary<int, Session> _bySession;

    private ReferenceData(World world)
    {
        World = world;
        var states = Own("states");
        States = [.. ReferenceTable.Read(states).Select(ReadState).OrderBy(s => s.NameEn, StringComparer.Ordinal)];
        _byIso3 = States.ToFrozenDictionary(s => s.Iso3);
        Names = new StateNames(Codes(), PrintedNames());
        RegionalGroups = [.. ReferenceTable.Read(Shared("regional-groups")).Select(r => new RegionalGroup(r["code"], r["name_en"]))];
        Organisations = [.. ReferenceTable.Read(Shared("organisations")).Select(r => new Organisation(r["code"], r["name_en"]))];
        GroupMembers = ReadMemberships("regional-group-members", "group");
        OrganisationMembers = ReadMemberships("organisation-members", "organisation");
        CouncilTerms = [.. ReferenceTable.Read(Own("council-members")).Select(r => new CouncilTerm(r["iso3"], r.Date("from")!.Value, r.Date("to")!.Value))];
        _groups = GroupMembers.ToLookup(m => m.Iso3);
        _organisations = OrganisationMembers.ToLookup(m => m.Iso3);
        Cycles = [.. ReferenceTable.Read(Shared("cycles")).Where(r => r["preferred"] == "yes").Select(ReadCycle).OrderBy(c => c.Number)];
        Sessions = [.. ReferenceTable.Read(Shared("sessions")).Select(ReadSession).OrderBy(s => s.Number)];
        _bySession = Sessions.ToFrozenDictionary(s => s.Number);
        ReviewSlots = [.. ReferenceTable.Read(Own("session-states")).Select(r => new ReviewSlot(r.Number("session")!.Value, r["iso3"], r.Number("position"), ReadCertainty(r["certainty"]), r.Optional("note"), r["source"]))];
        TilePlaces = [.. ReferenceTable.Read(Own("tile-map")).Select(r => new TilePlace(r["iso3"], r.Number("column")!.Value, r.Number("row")!.Value))];
        Deadlines = [.. ReferenceTable.Read(Shared("session-deadlines")).Select(ReadDeadline)];
        HrcSessions = [.. ReferenceTable.Read(Shared("hrc-sessions")).Select(ReadHrcSession)];
        Milestones = [.. ReferenceTable.Read(Shared("milestones")).Select(r => new Milestone(r["key"], r["what_en"], r["anchor"], r.Fraction("offset_min"), r.Fraction("offset_max"), r["unit"], r["certainty"] == "measured", r["source"], r.Optional("note")))];
        Sources = ReferenceTable.Read(Shared("sources")).ToFrozenDictionary(r => r["key"], r => new ReferenceSource(r["key"], r["title"], r.Optional("url"), r.Optional("date")));
        CycleStatements = [.. ReferenceTable.Read(Shared("cycles")).Select(ReadCycleStatement).OrderBy(c => c.Number).ThenByDescending(c => c.Preferred)];
        Adoptions = [.. ReferenceTable.Read(Shared("session-adoptions")).Select(r => new Adoption(r.Number("session")!.Value, r.Number("hrc_session")!.Value, ReadCertainty(r["certainty"]), r["source"]))];
        HrcSessionOf = Adoptions.ToFrozenDictionary(a => a.Session, a => a.HrcSession);
        Steps = [.. ReferenceTable.Read(Shared("timeline")).Select(r => new StepRule(r["key"], r["what_en"], r.Optional("dated_by"), r.Optional("milestone"), r["scope"] == "session"))];
        AsOf = ReferenceTable.Read(Shared("edition")).Single().Date("as_of")!.Value;
    }

    public World World { get; }

    /// <summary>All States in the order of their English names.</summary>
    public IReadOnlyList<State> States { get; }

    public StateNames Names { get; }

    public IReadOnlyList<RegionalGroup> RegionalGroups { get; }

    public IReadOnlyList<Organisation> Organisations { get; }

    /// <summary>Which States belong to which regional group, and since and until when where that is known.</summary>
    public IReadOnlyList<Membership> GroupMembers { get; }

    public IReadOnlyList<Membership> OrganisationMembers { get; }

    /// <summary>Terms on the Human Rights Council, as far as an election was found.</summary>
    public IReadOnlyList<CouncilTerm> CouncilTerms { get; }

    public IReadOnlyList<Cycle> Cycles { get; }

    /// <summary>What each source says of a cycle's years; <see cref="Cycles"/> holds the preferred ones.</summary>
    public IReadOnlyList<CycleStatement> CycleStatements { get; }

    public IReadOnlyList<Session> Sessions { get; }

    public IReadOnlyList<ReviewSlot> ReviewSlots { get; }

    public IReadOnlyList<Deadline> Deadlines { get; }

    /// <summary>Where each State stands on the map of equal squares.</summary>
    public IReadOnlyList<TilePlace> TilePlaces { get; }

    public IReadOnlyList<HrcSession> HrcSessions { get; }

    /// <summary>The Human Rights Council session that adopts a Working Group session's outcomes, by the session's number; absent where unknown.</summary>
    public IReadOnlyDictionary<int, int> HrcSessionOf { get; }

    /// <summary>The same as <see cref="HrcSessionOf"/>, with certainty and source.</summary>
    public IReadOnlyList<Adoption> Adoptions { get; }

    /// <summary>The steps of a review's timeline.</summary>
    public IReadOnlyList<StepRule> Steps { get; }

    /// <summary>The day on which these files were last brought up to date.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The rules about time, with every source's own statement.</summary>
    public IReadOnlyList<Milestone> Milestones { get; }

    /// <summary>What the rows' source columns name.</summary>
    public IReadOnlyDictionary<string, ReferenceSource> Sources { get; }

    public static ReferenceData Load(World world) => new(world);

    public State? FindState(string iso3) => _byIso3.GetValueOrDefault(iso3);

    public Session? FindSession(int number) => _bySession.GetValueOrDefault(number);

    /// <summary>The cycle of a session, by the session table; null for a session that it does not hold.</summary>
    public int? CycleOf(int session) => _bySession.GetValueOrDefault(session)?.Cycle;

    /// <summary>The State's regional group on a day (any time when null), or null when it belongs to none.</summary>
    public string? GroupOf(string iso3, DateOnly? day = null) => _groups[iso3].FirstOrDefault(m => m.HoldsOn(day))?.Of;

    /// <summary>The State's organisations on a day (any time when null), in alphabetical order.</summary>
    public IReadOnlyList<string> OrganisationsOf(string iso3, DateOnly? day = null) =>
        [.. _organisations[iso3].Where(m => m.HoldsOn(day)).Select(m => m.Of).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The term of a State that sits on the Human Rights Council that day; null for another State, or where the election of that year was not found.</summary>
    public CouncilTerm? CouncilTermOn(string iso3, DateOnly day) => CouncilTerms.FirstOrDefault(t => t.Iso3 == iso3 && t.From <= day && day <= t.To);

    /// <summary>Every regional group that the State belonged to, with the days as far as they are known.</summary>
    public IEnumerable<Membership> GroupMemberships(string iso3) => _groups[iso3];

    /// <summary>As <see cref="GroupMemberships"/>, of organisations.</summary>
    public IEnumerable<Membership> OrganisationMemberships(string iso3) => _organisations[iso3];

    private static string Shared(string table) => $"OpenUpr.Reviews.Data.{table}.csv";

    private string Own(string table) => World == World.Demo ? $"OpenUpr.Demo.Data.{table}.csv" : Shared(table);

    private IEnumerable<(string Code, State State)> Codes() =>
        States.SelectMany(s => new[] { s.Iso3, s.Iso2 }.OfType<string>().Select(code => (code, s)));

    private IEnumerable<PrintedName> PrintedNames()
    {
        foreach (var row in ReferenceTable.Read(Own("states")))
        {
            foreach (var column in _nameColumns)
            {
                if (row.Optional(column) is { } name)
                {
                    yield return new PrintedName(name, column[^2..], _byIso3[row["iso3"]]);
                }
            }
        }

        foreach (var row in ReferenceTable.Read(Own("state-names")))
        {
            yield return new PrintedName(row["name"], row["language"], _byIso3[row["iso3"]]);
        }
    }

    private IReadOnlyList<Membership> ReadMemberships(string table, string column) =>
        [.. ReferenceTable.Read(Own(table)).Select(r => new Membership(r["iso3"], r[column], r.Date("from"), r.Date("to")))];

    private static State ReadState(ReferenceTable r) => new(
        r["iso3"], r.Optional("iso2"), r["status"] == "observer" ? StateStatus.Observer : StateStatus.Member,
        r["name_en"], r.Optional("name_fr"), r.Optional("name_es"));

    private static Cycle ReadCycle(ReferenceTable r) => new(
        r.Number("number")!.Value, r.Number("first_session")!.Value, r.Number("last_session")!.Value,
        r.Optional("from"), r.Optional("to"), ReadCertainty(r["certainty"]), r.Optional("note"));

    private CycleStatement ReadCycleStatement(ReferenceTable r) => new(
        r.Number("number")!.Value, r.Number("first_session")!.Value, r.Number("last_session")!.Value,
        r.Optional("from"), r.Optional("to"), ReadCertainty(r["certainty"]), r["preferred"] == "yes", Sources[r["source"]], r.Optional("note"));

    private static Session ReadSession(ReferenceTable r)
    {
        var precision = Enum.Parse<Precision>(r["precision"], ignoreCase: true);
        var (start, end) = ReadSpan(r, precision);
        return new Session(r.Number("number")!.Value, r.Number("cycle")!.Value, start, end, precision, ReadCertainty(r["certainty"]), r.Optional("note"), r["source"]);
    }

    private static HrcSession ReadHrcSession(ReferenceTable r)
    {
        var precision = Enum.Parse<Precision>(r["precision"], ignoreCase: true);
        var (start, end) = ReadSpan(r, precision);
        return new HrcSession(r.Number("number")!.Value, start, end, precision, ReadCertainty(r["certainty"]), r.Optional("note"), r["source"]);
    }

    /// <summary>Start and end; months ("2026-05") become their first and last day.</summary>
    private static (DateOnly? Start, DateOnly? End) ReadSpan(ReferenceTable r, Precision precision) => precision switch
    {
        Precision.Day => (r.Date("start"), r.Date("end")),
        Precision.Month when r.Optional("start") is { } start => (Month(start), Month(r.Optional("end") ?? start).AddMonths(1).AddDays(-1)),
        _ => (null, null),
    };

    private static DateOnly Month(string value) => DateOnly.ParseExact(value + "-01", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static Deadline ReadDeadline(ReferenceTable r) => new(
        r.Number("session")!.Value, r["kind"], r.Date("date")!.Value,
        r.Optional("time") is { } time ? TimeOnly.ParseExact(time, "HH:mm", System.Globalization.CultureInfo.InvariantCulture) : null,
        r.Optional("zone"), ReadCertainty(r["certainty"]), r.Optional("note"), r["source"],
        r["states"].Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static Certainty ReadCertainty(string value) => Enum.Parse<Certainty>(value, ignoreCase: true);
}
