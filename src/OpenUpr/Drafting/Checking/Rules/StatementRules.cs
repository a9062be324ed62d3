namespace OpenUpr.Drafting.Checking.Rules;

/// <summary>The dos and don'ts of a statement at the Council's adoption (Compendium, Part 3, "Oral Statements", 2017).</summary>
internal static class StatementRules
{
    private static readonly DocumentZone[] s_zones = [DocumentZone.Cover, DocumentZone.Body];

    /// <summary>Without it a State or the President may stop the speaker.</summary>
    public static IEnumerable<CheckHit> UprReference(CheckSubject subject) => Missing(subject, "upr");

    public static IEnumerable<CheckHit> OutcomeReference(CheckSubject subject) => Missing(subject, "outcome");

    public static IEnumerable<CheckHit> NewRecommendations(CheckSubject subject) => subject.Find("new-recommendation", s_zones);

    public static IEnumerable<CheckHit> CallToImplement(CheckSubject subject) => Missing(subject, "implement");

    public static IEnumerable<CheckHit> Quotes(CheckSubject subject) => Missing(subject, "quoted-recommendation");

    /// <summary>The State has given its answers by then, in an addendum: a statement cannot change them, and says what is expected instead.</summary>
    public static IEnumerable<CheckHit> LatePosition(CheckSubject subject) => subject.Find("late-position", s_zones);

    /// <summary>Organisations in consultative status with the Economic and Social Council alone hand in written statements, and name it at the head.</summary>
    public static IEnumerable<CheckHit> StatusNamed(CheckSubject subject) => Missing(subject, "consultative-status");

    private static IEnumerable<CheckHit> Missing(CheckSubject subject, string phrases) => subject.Says(phrases, s_zones) ? [] : [CheckHit.Whole()];
}
