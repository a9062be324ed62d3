namespace OpenUpr.Drafting.Checking;

/// <summary>What came of a check. That nothing was found means that no rule we can test is broken; it is no promise that the UN takes the document.</summary>
/// <param name="Language">The language whose limits were held against it; null where it could not be told.</param>
/// <param name="Limit">The limit of words; null where the sources give none for the kind.</param>
/// <param name="Findings">Gravest first, then in the order of the text.</param>
/// <param name="More">How many more places a rule found than are listed, by its code.</param>
/// <param name="Tested">How many rules were asked.</param>
public sealed record CheckReport(
    DocumentKind Kind, string? Language, WordTally Words, KindLimit? Limit, IReadOnlyList<CheckFinding> Findings, IReadOnlyDictionary<string, int> More, int Tested)
{
    /// <summary>True where something must be changed.</summary>
    public bool HasErrors => Findings.Any(f => f.Severity == CheckSeverity.Must);
}

/// <summary>Holds a document against the rules of its kind. Pure: no file, no clock, no store.</summary>
public static class Checker
{
    /// <summary>Places of one rule that are listed. A reader who sees so many looks for the others.</summary>
    public const int MostPlaces = 25;

    private const int LongestExcerpt = 160;

    /// <param name="language">"en", "fr" or "es", whose limits hold; null to go by the text.</param>
    /// <param name="year">The year now.</param>
    public static CheckReport Check(CheckedDocument document, DocumentKind kind, string? language, int year, CancellationToken cancel)
    {
        var subject = new CheckSubject(document, kind, language, year);
        var isRead = document.File is { Form: Sources.FileForm.WordDocument, IsLocked: false };
        var rules = CheckRules.All.Where(r => r.Applies(kind) && (isRead || r.NeedsNoText)).ToList();
        var (findings, more) = (new List<CheckFinding>(), new Dictionary<string, int>());
        foreach (var rule in rules)
        {
            cancel.ThrowIfCancellationRequested();
            var hits = rule.Test(subject).ToList();
            findings.AddRange(hits.Take(MostPlaces).Select(h => Finding(subject, rule, h)));
            if (hits.Count > MostPlaces)
            {
                more[rule.Code] = hits.Count - MostPlaces;
            }
        }

        return new CheckReport(
            kind, subject.Language, subject.Words, KindLimits.Find(kind, KindLimits.Words, subject.Language), [.. findings.OrderBy(f => f.Severity)], more, rules.Count);
    }

    private static CheckFinding Finding(CheckSubject subject, CheckRule rule, CheckHit hit) =>
        new(rule, Place(subject, hit), hit.Excerpt is { } words ? Short(words) : null, hit.Values ?? []);

    private static CheckPlace Place(CheckSubject subject, CheckHit hit)
    {
        var index = hit.Note?.Paragraph ?? hit.Paragraph;
        if (index < 0 || index >= subject.Document.Paragraphs.Count)
        {
            return hit.Note is { } lone ? new CheckPlace(Note: lone.Number, IsEndnote: lone.IsEndnote) : CheckPlace.Whole;
        }

        var paragraph = subject.Document.Paragraphs[index];
        var number = DocumentParts.NumberOf(paragraph);
        return new CheckPlace(Math.Max(1, paragraph.Number), number, subject.Parts.Headings[index] is { } heading ? Short(heading) : null, hit.Note?.Number, hit.Note?.IsEndnote ?? false);
    }

    private static string Short(string words)
    {
        var line = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= LongestExcerpt)
        {
            return line;
        }

        // Not between the halves of a letter that takes two.
        var end = char.IsHighSurrogate(line[LongestExcerpt - 1]) ? LongestExcerpt - 1 : LongestExcerpt;
        return line[..end] + "…";
    }
}
