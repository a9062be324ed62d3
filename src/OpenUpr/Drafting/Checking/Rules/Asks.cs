namespace OpenUpr.Drafting.Checking.Rules;

/// <summary>Finds recommendations and questions in a text.</summary>
internal static class Asks
{
    private const int FewestWords = 4;

    /// <summary>What stands below a heading that names recommendations, each paragraph one; without such a heading, paragraphs that say "we recommend" or the like.</summary>
    public static IReadOnlyList<(int Index, TextParagraph Text)> Recommendations(CheckSubject subject)
    {
        var below = subject.BodyParagraphs().Where(p => IsBelow(subject, p, "head-recommendations") && !p.Text.Text.EndsWith('?') && !p.Text.Text.EndsWith(':')).ToList();
        return below.Count > 0 ? below : [.. subject.BodyParagraphs().Where(p => PhraseList.IsIn("recommend", p.Text.Text) && !DocumentParts.IsHeading(p.Text))];
    }

    public static IReadOnlyList<(int Index, TextParagraph Text)> Questions(CheckSubject subject) =>
        [.. subject.BodyParagraphs().Where(p => p.Text.Text.TrimEnd().EndsWith('?') || p.Text.Text.TrimEnd().EndsWith('؟'))];

    private static bool IsBelow(CheckSubject subject, (int Index, TextParagraph Text) paragraph, string heading) =>
        !DocumentParts.IsHeading(paragraph.Text) && WordTally.Count(paragraph.Text.Text) >= FewestWords
        && subject.Parts.Headings[paragraph.Index] is { } above && PhraseList.Begins(heading, above);
}
