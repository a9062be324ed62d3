using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Import.Papers;

/// <summary>
/// Puts a review's papers together by paragraph: texts from the report (from the list where there is none), then every paper's answers. It is a function of the
/// papers as a set: in which order they were imported makes no difference.
/// </summary>
internal sealed class PaperMerge
{
    private readonly string _sur;
    private readonly ReviewPapers _papers;
    private readonly Settled _settled;
    private readonly List<PaperEntry> _entries = [];
    private readonly List<RaisedDoubt> _doubts = [];
    private readonly Dictionary<string, List<PaperEntry>> _byParagraph = new(StringComparer.Ordinal);

    private PaperMerge(string sur, ReviewPapers papers, Settled settled)
    {
        _sur = sur;
        _papers = papers;
        _settled = settled;
    }

    /// <summary>In the order of the papers.</summary>
    public IReadOnlyList<PaperEntry> Entries => _entries;

    public IReadOnlyList<RaisedDoubt> Doubts => _doubts;

    public bool HasAddendum { get; private set; }

    public static PaperMerge Of(string sur, IReadOnlyList<StoredPaper> papers, Settled settled)
    {
        var merge = new PaperMerge(sur, new ReviewPapers(papers), settled);
        merge.Run();
        return merge;
    }

    public IReadOnlyList<PaperEntry> In(string paragraph) => _byParagraph.GetValueOrDefault(paragraph) ?? [];

    public void Raise(RaisedDoubt doubt) => _doubts.Add(doubt);

    /// <summary>Paragraph numbers as they are compared between papers.</summary>
    public static string NumberOf(string printed) => printed.Trim().TrimEnd('.').TrimEnd();

    /// <summary>Adds a text that a paper has.</summary>
    public PaperEntry Add(StoredPaper paper, ReadText text)
    {
        var number = NumberOf(text.Paragraph);
        var siblings = _byParagraph.TryGetValue(number, out var found) ? found : _byParagraph[number] = [];
        var entry = new PaperEntry(number, text.Part, siblings.Count(s => s.Kind == text.Kind), text.Kind, paper)
        {
            Text = text.Text, Page = text.Page, Cited = text.Cited.Count == 0 ? null : string.Join(", ", text.Cited),
            States = text.Kind == RecommendationKind.Pledge ? [_sur] : text.States.Count == 0 ? [State.Unknown] : [.. text.States],
        };
        entry.Wordings.Add(new PaperWording(paper, text.Text, text.StatesAsPrinted, text.Part is null ? text.Paragraph : $"{text.Paragraph} ({text.Part})", text.Page));
        siblings.Add(entry);
        _entries.Add(entry);
        return entry;
    }

    private void Run()
    {
        if (_papers.Report is { } report)
        {
            foreach (var text in report.Reading.Texts)
            {
                var entry = Add(report, text);
                if (text.Position is { } position)
                {
                    entry.Positions.Add(new PaperPosition(report, position, report.Symbol, report.PublishedOn, text.Page, PositionRank.Report));
                }
            }
        }

        foreach (var addendum in _papers.Addenda)
        {
            HasAddendum = true;
            new AnswerMerge(this, addendum).Run();
        }

        new ClosingRule(_papers, this).Run();
        if (_papers.List is { } list)
        {
            new ListMerge(this, list, hasReport: _papers.Report is not null, _settled).Run();
        }

        RaiseReaderDoubts();
        foreach (var entry in _entries)
        {
            new PositionHistory(entry, _settled).Run();
        }
    }

    /// <summary>Doubts of the papers that count, each at the text that it is about.</summary>
    private void RaiseReaderDoubts()
    {
        foreach (var paper in _papers.All.DistinctBy(p => (p.Name, p.Language, p.Kind)))
        {
            foreach (var same in paper.Reading.Doubts.GroupBy(d => (d.Code, d.Paragraph, d.Part, d.Excerpt)))
            {
                var doubt = same.First();
                var entry = doubt.Paragraph is { } number ? In(NumberOf(number)).FirstOrDefault(e => doubt.Part is null || e.Part == doubt.Part) : null;
                var subject = $"{paper.Name}|{doubt.Paragraph}|{doubt.Part}|{doubt.Excerpt}";
                _doubts.Add(new RaisedDoubt(doubt.Code, subject, paper.DocumentId)
                {
                    Number = doubt.Part is null ? doubt.Paragraph : $"{doubt.Paragraph} ({doubt.Part})", Page = doubt.Page, Excerpt = doubt.Excerpt, Found = doubt.Found, Entry = entry,
                });
                if (entry is not null)
                {
                    Apply(entry, paper, doubt, subject);
                }
            }
        }
    }

    /// <summary>What a person typed where the reader was at a loss.</summary>
    private void Apply(PaperEntry entry, StoredPaper paper, ReadDoubt doubt, string subject)
    {
        if (_settled.Of(doubt.Code, subject) is not { Choice: Storage.Settlement.Typed, Value: { Length: > 0 } typed })
        {
            return;
        }

        if (doubt.Code == DoubtCodes.StatesUnread)
        {
            entry.States = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }
        else if (Settled.PositionOf(typed) is { } value)
        {
            entry.Positions.Add(PositionHistory.OfPerson(paper, value));
        }
    }
}
