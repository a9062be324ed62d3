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

    private static IEnumerable<CheckHit> Missing(CheckSubject subject, string phrases) => subject.Says(phrases, s_zones) ? [] : [CheckHit.Whole()];
}
