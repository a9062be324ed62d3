namespace OpenUpr.Drafting.Checking;

/// <summary>What a rule is asked about: a document, what it is meant to be, and what was worked out once for all rules.</summary>
public sealed class CheckSubject
{
    public CheckSubject(CheckedDocument document, DocumentKind kind, string? language, int year)
    {
        (Document, Kind, Year) = (document, kind, year);
        Parts = DocumentParts.Of(document);
        Words = WordTally.Of(document, Parts);
        Spoken = TextLanguage.Tell(BodyParagraphs().Select(p => p.Text.Text));
        Language = language ?? Spoken;
    }

    public CheckedDocument Document { get; }

    public DocumentKind Kind { get; }

    /// <summary>The year now, for dates in recommendations.</summary>
    public int Year { get; }

    public DocumentParts Parts { get; }

    public WordTally Words { get; }

    /// <summary>The language that the text seems to be in; null where it has too few words to tell.</summary>
    public string? Spoken { get; }

    /// <summary>The language whose limits hold: the one that was asked for, else the one it seems to be in.</summary>
    public string? Language { get; }

    /// <summary>Paragraphs of these zones that have text, each with its index.</summary>
    public IEnumerable<(int Index, TextParagraph Text)> In(params IReadOnlyList<DocumentZone> zones) =>
        Document.Paragraphs.Index().Where(p => p.Item.Text.Length > 0 && zones.Contains(Parts.Zones[p.Index])).Select(p => (p.Index, p.Item));

    /// <summary>The text that the document is about: neither cover, nor contents, references or annexes.</summary>
    public IEnumerable<(int Index, TextParagraph Text)> BodyParagraphs() => In(DocumentZone.Body);

    /// <summary>Places where a phrase of a list stands in these zones.</summary>
    public IEnumerable<CheckHit> Find(string phrases, params IReadOnlyList<DocumentZone> zones) =>
        from paragraph in In(zones)
        from words in PhraseList.Find(phrases, paragraph.Text.Text)
        select new CheckHit(paragraph.Index, words);

    public bool Says(string phrases, params IReadOnlyList<DocumentZone> zones) => In(zones).Any(p => PhraseList.IsIn(phrases, p.Text.Text));
}
