using OpenUpr.Reviews;
using OpenUpr.Sources.Papers.Recognition;

namespace OpenUpr.Sources.Papers;

/// <summary>Tells by its own words what a paper is: its symbol, the fixed titles of the six languages, the header row of OHCHR's tables.</summary>
public static class PaperRecogniser
{
    /// <param name="fileName">The last hint to the State and session of papers that bear no symbol; the reasons say when it was needed. No kind is ever told by it.</param>
    /// <exception cref="SourceException">It is no paper of a review that can be read; the message says what was looked for.</exception>
    public static PaperIdentity Recognise(PaperText text, ReferenceData reference, string? fileName = null)
    {
        var front = new FrontMatter(text);
        if (front.FirstPage.Count == 0)
        {
            throw new SourceException("There is no text in this paper. If it is a scan, download the Word version or the PDF of documents.un.org, which hold text.");
        }

        var symbol = SymbolOf(front);
        var titles = PaperTitles.FindAll(front);
        return (titles.Count == 0 || symbol is null ? UnnumberedPapers.Recognise(front, fileName, reference) : null)
            ?? (KindOf(symbol, titles, front) is { } kind ? Describe(kind.Kind, kind.Title, symbol, front, reference) : throw new SourceException(Refusal(symbol, titles)));
    }

    /// <summary>The symbol that stands alone on most pages (running heads); where none does on several, the first on the first page, which is the masthead's.</summary>
    private static PaperSymbol? SymbolOf(FrontMatter front)
    {
        (PaperSymbol? Symbol, int Pages) alone = front.Lines.Select(l => (l.Page, Symbol: PaperSymbol.OnItsOwn(l.Text.Trim()))).Where(l => l.Symbol is not null)
            .GroupBy(l => l.Symbol!.Text).Select(g => (g.First().Symbol, Pages: g.Select(l => l.Page).Distinct().Count()))
            .OrderByDescending(s => s.Item2).FirstOrDefault();
        return alone.Pages > 1 ? alone.Symbol : PaperSymbol.FindAll(front.FirstPageText).FirstOrDefault() ?? alone.Symbol;
    }

    private static (PaperKind Kind, FoundTitle? Title)? KindOf(PaperSymbol? symbol, IReadOnlyList<FoundTitle> titles, FrontMatter front)
    {
        FoundTitle? Title(PaperKind kind) => titles.FirstOrDefault(t => t.Kind == kind);
        (PaperKind, FoundTitle?)? Titled(PaperKind kind) => Title(kind) is { } title ? (kind, title) : null;
        var report = Title(PaperKind.WorkingGroupReport);
        return symbol switch
        {
            { IsDecision: true } => Titled(PaperKind.Decision),
            // An addendum's title is the report's, with its own beneath; some bear only the former.
            { IsAddendum: true, CouncilSession: not null } => report is null && Title(PaperKind.Addendum) is null ? null : (PaperKind.Addendum, report ?? Title(PaperKind.Addendum)),
            { CouncilSession: not null } => Titled(PaperKind.WorkingGroupReport) ?? (PaperTitles.FindInText(front, PaperKind.WorkingGroupReport) is { } heading ? (PaperKind.WorkingGroupReport, heading) : null),
            { Part: 1 } => (PaperKind.NationalReport, Title(PaperKind.NationalReport)),
            { Part: 2 } => (PaperKind.Compilation, Title(PaperKind.Compilation)),
            { Part: 3 } => (PaperKind.Summary, Title(PaperKind.Summary)),
            { WorkingGroupSession: not null } => Titled(PaperKind.WorkingGroupReport),
            _ => ByTitle(titles),
        };
    }

    /// <summary>A draft or a Word copy may lack the symbol: then the title must be one that no other paper bears.</summary>
    private static (PaperKind Kind, FoundTitle? Title)? ByTitle(IReadOnlyList<FoundTitle> titles)
    {
        // One short word, such as Arabic and Chinese papers have, stands in other papers too.
        var sure = titles.Where(t => t.Phrase.Length >= 25).ToList();
        return sure.Select(t => t.Kind).Distinct().ToList() switch
        {
            [var only] => (only, sure[0]),
            [_, _] kinds when kinds.Contains(PaperKind.WorkingGroupReport) && kinds.Contains(PaperKind.Addendum) => (PaperKind.Addendum, sure.First(t => t.Kind == PaperKind.WorkingGroupReport)),
            _ => null,
        };
    }

    private static PaperIdentity Describe(PaperKind kind, FoundTitle? title, PaperSymbol? symbol, FrontMatter front, ReferenceData reference)
    {
        var (language, languageWords) = LanguageTeller.Tell(front);
        var sur = SurFinder.Find(front, symbol, title, reference);
        var (session, sessionWords) = SessionFinder.Find(front, symbol, sur?.State, reference);
        var published = PaperDates.Distribution(front.FirstPageText, language);
        List<string?> reasons =
        [
            symbol is null ? null : $"symbol {symbol.Text}",
            title is null ? null : $"title \"{title.Phrase}\"",
            $"language {language}: {languageWords}",
            sur is { } state ? $"State under review: {state.Words}" : null,
            sessionWords is null ? null : $"session: {sessionWords}",
            published is null ? null : $"date \"{published.Value.Printed}\"",
        ];
        return new PaperIdentity(kind, symbol?.Text, language, sur?.State.Iso3, session, published?.Date, [.. reasons.OfType<string>()])
        {
            ReportSymbol = kind switch
            {
                PaperKind.Addendum or PaperKind.WorkingGroupReport when symbol?.CouncilSession is not null => symbol.Stem,
                PaperKind.Decision => PaperSymbol.FindAll(front.Opening).FirstOrDefault(s => s is { CouncilSession: not null, IsDecision: false })?.Stem,
                _ => null,
            },
        };
    }

    private static string Refusal(PaperSymbol? symbol, IReadOnlyList<FoundTitle> titles)
    {
        var found = symbol is null ? "No symbol such as A/HRC/43/15 or A/HRC/WG.6/34/... stands on the first page or in the running heads"
            : $"It bears the symbol {symbol.Text}, but {(titles.Count == 0 ? "no title of a paper of the Universal Periodic Review" : $"its title \"{titles[0].Phrase}\" does not go with it")}";
        return $"This is none of the papers of a review that can be read. {found}, and neither the header row of a thematic list nor the title of advance questions. "
            + "What can be read: Working Group reports (A/HRC/43/15), their addenda (.../Add.1), the Council's decisions on outcomes (A/HRC/DEC/43/112), "
            + "national reports, compilations and summaries (A/HRC/WG.6/34/.../1, 2 and 3), OHCHR's thematic lists and advance questions, as PDF or Word.";
    }
}
