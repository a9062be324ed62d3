namespace OpenUpr.Drafting.Checking.Rules;

/// <summary>How much a document holds: words, pages, issues, recommendations.</summary>
internal static class LengthRules
{
    /// <summary>Words on a page of A4 at 11 points with headings and lists; between 450 and 550 in most papers, so a page count is an estimate.</summary>
    private const int WordsOnPage = 500;

    public static IEnumerable<CheckHit> Words(CheckSubject subject)
    {
        if (KindLimits.Find(subject.Kind, KindLimits.Words, subject.Language) is { } limit && subject.Words.Counted > limit.Value)
        {
            yield return CheckHit.Whole(subject.Words.Counted, limit.Value, subject.Words.Counted - limit.Value);
        }
    }

    public static IEnumerable<CheckHit> WordsWithCover(CheckSubject subject)
    {
        var all = subject.Words.Counted + subject.Words.Cover;
        if (KindLimits.Find(subject.Kind, KindLimits.Words, subject.Language) is { } limit && subject.Words.Counted <= limit.Value && all > limit.Value)
        {
            yield return CheckHit.Whole(all, limit.Value, subject.Words.Cover);
        }
    }

    public static IEnumerable<CheckHit> Pages(CheckSubject subject)
    {
        var words = subject.Words;
        var pages = (words.Counted + words.Cover + words.Notes + words.References + words.Annexes + WordsOnPage - 1) / WordsOnPage;
        if (KindLimits.Find(subject.Kind, KindLimits.Pages) is { } limit && pages > limit.Value)
        {
            yield return CheckHit.Whole(pages, limit.Value);
        }
    }

    /// <summary>Issues are the headings of the level that has most of them; names of parts, such as "Introduction", are none.</summary>
    public static IEnumerable<CheckHit> Issues(CheckSubject subject)
    {
        var headings = subject.BodyParagraphs().Where(p => p.Text.HeadingLevel is not null && !PhraseList.Begins("head", p.Text.Text)).ToList();
        var issues = headings.GroupBy(p => p.Text.HeadingLevel).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).FirstOrDefault()?.Count() ?? 0;
        if (KindLimits.Find(subject.Kind, KindLimits.Issues) is { } limit && issues > limit.Value)
        {
            yield return CheckHit.Whole(issues, limit.Value);
        }
    }

    public static IEnumerable<CheckHit> Recommendations(CheckSubject subject)
    {
        foreach (var (measure, asks) in new[] { (KindLimits.Recommendations, Asks.Recommendations(subject)), (KindLimits.Questions, Asks.Questions(subject)) })
        {
            if (KindLimits.Find(subject.Kind, measure) is { } limit && asks.Count > limit.Value)
            {
                yield return CheckHit.Whole(asks.Count, limit.Value, measure);
            }
        }
    }
}
