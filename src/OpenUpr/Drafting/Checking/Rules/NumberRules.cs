using System.Globalization;

namespace OpenUpr.Drafting.Checking.Rules;

/// <summary>Numbers of paragraphs and pages, by which OHCHR's summary refers to a submission.</summary>
internal static class NumberRules
{
    /// <summary>Shorter ones are items of a list, lines of an address, captions.</summary>
    private const int ParagraphWords = 25;

    public static IEnumerable<CheckHit> Paragraphs(CheckSubject subject)
    {
        var summary = false;
        foreach (var (index, text) in subject.BodyParagraphs().Where(p => p.Text.Cell is null && !p.Text.IsBox))
        {
            if (DocumentParts.IsHeading(text))
            {
                // A summary before the first numbered paragraph may stand without numbers.
                summary = PhraseList.Begins("head-summary", text.Text);
            }
            else if (!summary && !text.IsQuote && text.Label is null && !DocumentParts.IsNumbered(text) && WordTally.Count(text.Text) >= ParagraphWords)
            {
                yield return new CheckHit(index, text.Text);
            }
        }
    }

    /// <summary>Typed numbers that jump or come twice; those that Word counts cannot.</summary>
    public static IEnumerable<CheckHit> Order(CheckSubject subject)
    {
        int? last = null;
        foreach (var (index, text) in subject.BodyParagraphs().Where(p => p.Text.Cell is null && p.Text.Label is null && !DocumentParts.IsHeading(p.Text) && WordTally.Count(p.Text.Text) >= ParagraphWords))
        {
            if (DocumentParts.NumberOf(text)?.TrimEnd('.') is { } digits && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                if (last is { } before && number != before + 1)
                {
                    yield return new CheckHit(index, text.Text, number, before);
                }

                last = number;
            }
        }
    }

    public static IEnumerable<CheckHit> Pages(CheckSubject subject)
    {
        if (!subject.Document.HasPageNumbers)
        {
            yield return CheckHit.Whole();
        }
    }
}
