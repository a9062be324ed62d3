using OpenUpr.Planning.Outreach;
using OpenUpr.Storage;

namespace OpenUpr.Planning.Events;

/// <summary>The codes of events; pages have a word for each.</summary>
public static class EventCodes
{
    public const string GenevaPreSession = "geneva-pre-session";
    public const string InCountryPreSession = "in-country-pre-session";
    public const string Viewing = "viewing";
    public const string Briefing = "briefing";

    /// <summary>From a member organisation.</summary>
    public const string MemberBody = "member";

    public static IReadOnlyList<string> Kinds { get; } = ["consultation", InCountryPreSession, GenevaPreSession, Viewing, Briefing, "workshop", "press-conference", "dialogue"];

    public static IReadOnlyList<string> GuestStates { get; } = [EventGuest.Invited, "accepted", "declined", EventGuest.Attended, "absent"];

    /// <summary>From where people come, for counts that stay when names are deleted.</summary>
    public static IReadOnlyList<string> Bodies { get; } = [MemberBody, .. ContactCodes.Kinds];

    /// <summary>Weeks for which names may be kept.</summary>
    public const int MaxKeepWeeks = 260;

    public const int UsualKeepWeeks = 12;

    /// <summary>Seconds of a turn: 50 is the least that a State was ever given (requirement I2); 600 a statement at the pre-session in Geneva (requirement H10).</summary>
    public const int LeastSeconds = 50;

    public const int MostSeconds = 600;

    /// <summary>What is to be ticked before an event of a kind.</summary>
    public static IReadOnlyList<string> ChecklistOf(string kind) => kind switch
    {
        // Requirement I6: an alternative when the stream breaks, or the day after; who was there and what they work on; the State's own showing; the press.
        Viewing => ["stream-tested", "second-link", "day-after", "own-showing", "media-invited", "register"],

        // Requirement H10: registration, five to ten minutes, the State under review in the room, questions to the moderator, no travel before asking.
        GenevaPreSession => ["registered", "statement", "state-in-room", "moderator", "travel"],

        // Requirement H11: where embassies are few, a neighbouring capital; who spoke and which missions came.
        InCountryPreSession => ["embassies", "neighbour", "speakers", "missions"],
        "press-conference" => ["facts", "reporters", "quotes"],
        "dialogue" => ["entry-points", "survives", "moderation"],
        "consultation" => ["broad", "outside-capital", "access"],
        _ => ["room", "invitations", "safety"],
    };
}

/// <summary>The four ways to take part in the day of the review (requirement I7; UPR Info's compendium for civil society, possible actions during the review).</summary>
public static class Ways
{
    public const string Attend = "attend";

    public static IReadOnlyList<string> All { get; } = [Attend, "watch", "event", "press"];

    public static IReadOnlyList<string> Answers { get; } = ["yes", "maybe", "no"];

    /// <summary>What is weighed for a way: benefits, cautions and tips, each a code with a sentence.</summary>
    public static IReadOnlyList<string> PointsOf(string way, string kind) => (way, kind) switch
    {
        (Attend, "benefit") => ["monitor", "states", "delegation", "partners"],
        (Attend, "caution") => ["cost", "busy", "floor"],
        (Attend, "tip") => ["follow", "ask-partners"],
        ("watch", "benefit") => ["aware", "first", "bonds", "time"],
        ("watch", "caution") => ["breaks"],
        ("watch", "tip") => ["plan-b", "day-after", "register"],
        ("event", "benefit") => ["aware", "geneva"],
        ("event", "caution") => ["low", "final"],
        ("event", "tip") => ["ambassadors", "video"],
        ("press", "benefit") => ["focus", "digest"],
        ("press", "caution") => ["misreport"],
        ("press", "tip") => ["brief", "training"],
        _ => [],
    };

    public static IReadOnlyList<string> Points { get; } = ["benefit", "caution", "tip"];
}
