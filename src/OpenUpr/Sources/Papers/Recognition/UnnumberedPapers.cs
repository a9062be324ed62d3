using System.Text.RegularExpressions;
using OpenUpr.Reviews;

namespace OpenUpr.Sources.Papers.Recognition;

/// <summary>OHCHR's working papers bear no symbol: thematic lists are known by their table's header row, advance questions by their title.</summary>
internal static partial class UnnumberedPapers
{
    /// <summary>How much of the paper's words is looked at for the title or header row, in characters.</summary>
    private const int Head = 1500;

    /// <summary>The State and session of questions and lists may stand further on, in a note or under a recommendation.</summary>
    private const int Far = 20_000;

    public static PaperIdentity? Recognise(FrontMatter front, string? fileName, ReferenceData reference)
    {
        var head = Take(front.FirstPageText, Head);
        var title = string.Join(' ', front.Heads.Append(head));
        if (HeaderRow().Match(head) is { Success: true } row)
        {
            return Describe(PaperKind.ThematicList, $"header row \"{row.Value}\"", title, front, fileName, reference);
        }

        return QuestionsTitle().Match(title) is { Success: true } questions
            ? Describe(PaperKind.AdvanceQuestions, $"title \"{Line(front, questions.Value)}\"", title, front, fileName, reference)
            : null;
    }

    private static PaperIdentity Describe(PaperKind kind, string reason, string title, FrontMatter front, string? fileName, ReferenceData reference)
    {
        var (language, _) = LanguageTeller.Tell(front);
        List<string> reasons = [reason];
        var sur = SurFinder.InPhrase(title, reference);
        var words = fileName is null ? "" : FileWords().Replace(Path.GetFileNameWithoutExtension(fileName), " ").Trim();
        if (sur is null && StateIn(words, reference) is { } byName)
        {
            sur = (byName, $"only the file's name says {byName.NameEn}");
        }

        if (sur is { } state)
        {
            reasons.Add($"State under review: {state.Words}");
        }

        var session = SessionFinder.FindUnnumbered(Take(string.Join(' ', front.Heads.Append(front.Opening)), Far), language, sur?.State, reference);
        if (session.Session is null && words.Length > 0 && SessionFinder.FindUnnumbered(words, language, sur?.State, reference) is { Session: not null } named)
        {
            session = (named.Session, $"only the file's name says {named.Words}");
        }

        if (kind == PaperKind.AdvanceQuestions && session.Session is null && sur is { } asked && front.WrittenOn is { } day)
        {
            session = SessionFinder.FindBySaving(day, asked.State, reference);
        }

        if (session.Words is { } why)
        {
            reasons.Add($"session: {why}");
        }

        return new PaperIdentity(kind, null, language, sur?.State.Iso3, session.Session, PublishedOn: null, reasons)
        {
            ReportSymbol = kind == PaperKind.ThematicList ? PaperSymbol.FindAll(front.Opening).FirstOrDefault(s => s.CouncilSession is not null)?.Stem : null,
        };
    }

    private static State? StateIn(string words, ReferenceData reference)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, parts.Length).Select(i => SurFinder.NameIn(string.Join(' ', parts[i..]), reference)).FirstOrDefault(s => s is not null);
    }

    /// <summary>The line that a match begins on.</summary>
    private static string Line(FrontMatter front, string match) => front.Heads.Concat(front.FirstPage).FirstOrDefault(l => match.StartsWith(l.Trim(), StringComparison.Ordinal) || l.Contains(Take(match, 25), StringComparison.Ordinal)) ?? Take(match, 60);

    private static string Take(string text, int count) => text.Length <= count ? text : text[..count];

    // The four columns of cycles 2 and 3, the four of cycle 4, and older ones with "Right or area" headings, as OHCHR prints them.
    [GeneratedRegex(
        @"\b(?:Recommendation|Recommandation|Recomendaci[óo]n)(?:s|es)?\b(?:\s+and\s+recommending\s+States?(?:/s)?|\s+Recommending\s+States?(?:/s)?|[^.]{0,60}?)\s+(?:Position|Posici[óo]n)\b[^.]{0,60}?\s(?:(?:full\s+list\s+of\s+)?themes|human\s+rights\s+themes|right\s+or\s+area|th[èe]mes|temas)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HeaderRow();

    [GeneratedRegex(@"\b(?:ADVANCE(?:D)?\s+QUESTIONS?\s+(?:TO|FOR)|QUESTIONS?\s+(?:SUBMITTED|SENT)\s+IN\s+ADVANCE|QUESTIONS\s+[ÉE]CRITES\s+[ÀA]|PREGUNTAS\s+(?:ANTICIPADAS|FORMULADAS\s+POR\s+ANTICIPADO)\s+A)\b[^.?]{0,60}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex QuestionsTitle();

    [GeneratedRegex(@"[_\s]+|(?<=\p{L})(?=\d)|-", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FileWords();
}
