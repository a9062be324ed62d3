namespace OpenUpr.Drafting.Checking.Rules;

/// <summary>What a file tells that its writers did not mean to send: who wrote and changed what, and when.</summary>
internal static class TraceRules
{
    public static IEnumerable<CheckHit> Changes(CheckSubject subject) => Marks(subject.Document.File.Changes);

    public static IEnumerable<CheckHit> TrackingOn(CheckSubject subject)
    {
        if (subject.Document.File.TracksChanges)
        {
            yield return CheckHit.Whole();
        }
    }

    public static IEnumerable<CheckHit> Comments(CheckSubject subject) => Marks(subject.Document.File.Comments);

    public static IEnumerable<CheckHit> Hidden(CheckSubject subject) => Marks(subject.Document.File.Hidden.Where(h => h.Text.Trim().Length > 0));

    public static IEnumerable<CheckHit> Properties(CheckSubject subject) => subject.Document.File.Properties.Select(p => new CheckHit(-1, p.Value, p.Name));

    public static IEnumerable<CheckHit> OwnProperties(CheckSubject subject) => subject.Document.File.OwnProperties.Select(p => new CheckHit(-1, p));

    public static IEnumerable<CheckHit> EditingSessions(CheckSubject subject)
    {
        if (subject.Document.File.EditingSessions > 0)
        {
            yield return CheckHit.Whole(subject.Document.File.EditingSessions);
        }
    }

    private static IEnumerable<CheckHit> Marks(IEnumerable<FileMark> marks) => marks.Select(m => new CheckHit(m.Paragraph, m.Text.Length > 0 ? m.Text : null, m.Author));
}
