using System.Text.RegularExpressions;

namespace OpenUpr.Drafting.Checking.Rules;

/// <summary>Parts that a document should have: cover, summary, recommendations, what earlier reviews said, annexes it speaks of.</summary>
internal static partial class PartRules
{
    /// <summary>Words on the first page that cannot say who submits, what they do and how to reach them.</summary>
    private const int FewestCoverWords = 12;

    /// <summary>Paragraphs at the beginning in which we look where there is no cover.</summary>
    private const int Beginning = 12;

    public static IEnumerable<CheckHit> Cover(CheckSubject subject)
    {
        if (subject.Words.Cover < FewestCoverWords)
        {
            yield return CheckHit.Whole(subject.Words.Cover);
        }
    }

    public static IEnumerable<CheckHit> Contact(CheckSubject subject)
    {
        var places = Front(subject).Concat(subject.Document.Margins);
        if (!places.Any(t => Address().IsMatch(t)))
        {
            yield return CheckHit.Whole();
        }
    }

    /// <summary>Names of organisations are known by a word such as "network" or an acronym in brackets, so that we can miss some: two are enough.</summary>
    public static IEnumerable<CheckHit> JointSubmitters(CheckSubject subject)
    {
        var names = Front(subject).Where(t => !t.EndsWith('.') || WordTally.Count(t) < FewestCoverWords).SelectMany(t => t.Split(['\n', ';', ',', '•', '|'])).Select(t => t.Trim())
            .Where(t => t.Length > 2 && !Address().IsMatch(t) && (PhraseList.IsIn("organisation", t) || Acronym().IsMatch(t))).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        if (names < 2)
        {
            yield return CheckHit.Whole(names);
        }
    }

    public static IEnumerable<CheckHit> SaysJoint(CheckSubject subject) =>
        FrontPlaces(subject).SelectMany(p => PhraseList.Find("joint", p.Text.Text).Take(1).Select(words => new CheckHit(p.Index, words))).Take(1);

    public static IEnumerable<CheckHit> AboutUs(CheckSubject subject)
    {
        if (!subject.Says("about-us", DocumentZone.Cover, DocumentZone.Body))
        {
            yield return CheckHit.Whole();
        }
    }

    public static IEnumerable<CheckHit> Summary(CheckSubject subject)
    {
        if (!subject.In(DocumentZone.Cover, DocumentZone.Body).Any(p => PhraseList.Begins("head-summary", p.Text.Text)))
        {
            yield return CheckHit.Whole();
        }
    }

    public static IEnumerable<CheckHit> Recommendations(CheckSubject subject)
    {
        if (Asks.Recommendations(subject).Count == 0)
        {
            yield return CheckHit.Whole();
        }
    }

    public static IEnumerable<CheckHit> Questions(CheckSubject subject)
    {
        if (Asks.Questions(subject).Count == 0)
        {
            yield return CheckHit.Whole();
        }
    }

    public static IEnumerable<CheckHit> PastReviews(CheckSubject subject)
    {
        if (!subject.Says("past-review", DocumentZone.Body, DocumentZone.Matrix))
        {
            yield return CheckHit.Whole();
        }
    }

    public static IEnumerable<CheckHit> Progress(CheckSubject subject)
    {
        if (!subject.Says("progress", DocumentZone.Body))
        {
            yield return CheckHit.Whole();
        }
    }

    /// <summary>Each issue is set in its context first, and recommendations follow. Where no heading names them apart there is no order to see.</summary>
    public static IEnumerable<CheckHit> Order(CheckSubject subject)
    {
        var headings = subject.BodyParagraphs().Where(p => DocumentParts.IsHeading(p.Text)).ToList();
        var last = headings.FindLastIndex(h => PhraseList.Begins("head-context", h.Text.Text) || PhraseList.Begins("head-past", h.Text.Text));
        var first = headings.FindIndex(h => PhraseList.Begins("head-recommendations", h.Text.Text));
        return first >= 0 && first < last ? [new CheckHit(headings[first].Index, headings[first].Text.Text, headings[last].Text.Text)] : [];
    }

    public static IEnumerable<CheckHit> OwnSubmission(CheckSubject subject)
    {
        if (!subject.Says("own-submission", DocumentZone.Body, DocumentZone.Cover))
        {
            yield return CheckHit.Whole();
        }
    }

    public static IEnumerable<CheckHit> AnnexMissing(CheckSubject subject) => subject.Parts.Has(DocumentZone.Annex) || subject.Parts.Has(DocumentZone.Matrix) ? [] : subject.Find("annex-named", DocumentZone.Body).Take(3);

    /// <summary>The cover, or where there is none the first paragraphs.</summary>
    private static IEnumerable<(int Index, TextParagraph Text)> FrontPlaces(CheckSubject subject)
    {
        var cover = subject.In(DocumentZone.Cover).ToList();
        return cover.Count > 1 ? cover : subject.In(DocumentZone.Cover, DocumentZone.Body).Take(Beginning);
    }

    private static IEnumerable<string> Front(CheckSubject subject) => FrontPlaces(subject).Select(p => p.Text.Text);

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.\w+|https?://|www\.\w", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"\([A-Z][A-Za-z.&-]{1,11}\)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Acronym();
}
