namespace OpenUpr.Planning.Outreach;

/// <summary>The codes of contacts and of what passes between them and the coalition; pages have a word for each.</summary>
public static class ContactCodes
{
    public const string Embassy = "embassy";
    public const string Mission = "mission";
    public const string Ministry = "ministry";
    public const string Parliament = "parliament";

    /// <summary>Whose own work is the review.</summary>
    public const string UprDuty = "upr";

    public const string HumanRightsDuty = "human-rights";

    public static IReadOnlyList<string> Kinds { get; } = [Embassy, Mission, Ministry, Parliament, "media", "un-agency", "nhri", "organisation", "other"];

    public static IReadOnlyList<string> Duties { get; } = [UprDuty, HumanRightsDuty, "other"];

    public static IReadOnlyList<string> Events { get; } = ["sent", "called", "met", "promised", "asked", "thanked"];

    /// <summary>What can be sent.</summary>
    public static IReadOnlyList<string> Things { get; } = ["factsheet", "paper", "submission", "letter", "invitation", "report", "other"];

    /// <summary>Days after sending on which to call (requirement H6; UPR Info's advocacy fact sheet: a follow-up call a week later).</summary>
    public const int FollowUpDays = 7;

    /// <summary>Days after which a contact that nobody checked may have changed (requirement M10): diplomats serve some three years, so one in three has gone after one.</summary>
    public const int CheckedFor = 365;
}

/// <summary>The words of a contact that are kept sealed.</summary>
/// <param name="Safety">What to mind when speaking to the person, for their sake or the coalition's.</param>
/// <param name="Support">What support a gate-keeper offered, or was offered (requirement H13).</param>
/// <param name="WhyNot">Why the person is not to be contacted.</param>
public sealed record ContactSecrets(string? Email = null, string? Phone = null, string? Address = null, string? Notes = null, string? Safety = null, string? Support = null, string? WhyNot = null)
{
    internal static ContactSecrets Parse(string json) => System.Text.Json.JsonSerializer.Deserialize<ContactSecrets>(json) ?? new ContactSecrets();

    internal string ToJson() => System.Text.Json.JsonSerializer.Serialize(this);

    internal static string PlaceOf(long id) => FormattableString.Invariant($"contacts.sealed.{id}");

    internal static string PlaceOfName(long id) => FormattableString.Invariant($"contacts.name.{id}");

    internal static string PlaceOfWords(long id) => FormattableString.Invariant($"contact_events.words.{id}");
}

/// <summary>A contact, as typed or read from a file.</summary>
/// <param name="Revision">The one that the writer had before them; null for a new contact.</param>
public sealed record ContactWish(
    string? Kind, string? Name, string? State, string? Place, string? Office, string? Duty, string? Language, string? Source, string? CheckedOn, bool IsGateKeeper, bool DoNotContact,
    ContactSecrets Secrets, long? ClusterId = null, int? Revision = null);

/// <summary>Something that passed between the coalition and a contact, as typed.</summary>
/// <param name="FollowUpOn">Empty for what the program proposes: a week after sending, else never; "-" for never.</param>
public sealed record ContactEventWish(string? Kind, string? On, string? What, string? Words, string? FollowUpOn);
