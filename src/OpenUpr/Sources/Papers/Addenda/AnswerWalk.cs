using System.Text.RegularExpressions;
using OpenUpr.Reviews;
using OpenUpr.Sources.Papers.Paragraphs;

namespace OpenUpr.Sources.Papers.Addenda;

/// <summary>Goes through an addendum from top to bottom: headings and lead-ins state a position for what follows, sentences for the numbers they name, and numbers on their own open an answer.</summary>
internal sealed partial class AnswerWalk(IdForm form, AnswerBook book, ReferenceData reference)
{
    /// <summary>Headings are shorter; a long line that looks like one is text.</summary>
    private const int LongestTopic = 60;

    /// <summary>Up to this many recommendations in a sentence share the rest of its paragraph as their reason.</summary>
    private const int SharedReason = 8;

    private readonly StatementReader _statements = new(form, book);
    private readonly HashSet<int> _tables = [];
    private StatedPosition? _section;
    private string? _heading;
    private AnswerEntry? _entry;
    private string? _paragraph;

    public void Walk(IReadOnlyList<PaperParagraph> paragraphs, ILookup<int, PaperLine> tables)
    {
        foreach (var paragraph in paragraphs)
        {
            _paragraph = paragraph.Role == ParagraphRole.Numbered ? paragraph.Number : _paragraph;
            if (paragraph.Lines.Select(l => l.Cell).FirstOrDefault(c => c is not null) is { } cell)
            {
                CloseEntry();
                if (_tables.Add(cell.Table))
                {
                    new AnswerTable(tables[cell.Table]).Read(form, book, _section, _paragraph, reference);
                }
            }
            else if (paragraph.Role == ParagraphRole.Heading)
            {
                Heading(paragraph);
            }
            else
            {
                Text(paragraph);
            }
        }

        CloseEntry();
    }

    private void Heading(PaperParagraph heading)
    {
        var runs = form.Runs(heading.Text, isList: true);
        if (runs is [{ } first, ..] && IsBeforeNumbers(heading.Text[..first.Start]))
        {
            Open(first, heading.Text, heading.Page);
        }
        else if (runs.Count == 0 && PositionWords.Of(heading.Text) is { } position)
        {
            CloseEntry();
            _heading = heading.Text;
            _section = new StatedPosition(position, heading.Text, heading.Text, new AnswerPlace(heading.Page, _paragraph));
        }
        else if (runs.Count > 0 && _statements.Read(heading.Text, null, new AnswerPlace(heading.Page, _paragraph)).Count > 0)
        {
            CloseEntry();
        }
        else if (_entry is not null && (heading.Text.Length > LongestTopic || char.IsLower(heading.Text[0])))
        {
            _entry.Add(heading.Text);
        }
        else
        {
            CloseEntry();
            if (OtherMatter().IsMatch(heading.Text))
            {
                (_section, _heading) = (null, null);
            }
        }
    }

    private void Text(PaperParagraph paragraph)
    {
        if (paragraph.Role == ParagraphRole.Numbered)
        {
            CloseEntry();
        }

        foreach (var piece in Pieces(paragraph))
        {
            if (piece.Run is { } run)
            {
                Open(run, piece.Text, paragraph.Page);
            }
            else
            {
                Statement(piece.Text, paragraph);
            }
        }
    }

    private void Statement(string text, PaperParagraph paragraph)
    {
        var place = new AnswerPlace(paragraph.Page, _paragraph);
        var runs = form.Runs(text, isList: _section is not null && paragraph.Role != ParagraphRole.Numbered);
        if (_entry is not null && runs.SelectMany(r => r.Ids).All(book.Knows) && !IsLead(text))
        {
            _entry.Add(text);
            return;
        }

        var given = _statements.Read(text, _heading, place);
        if (given.Count > 0)
        {
            CloseEntry();
            Share(text, given);
        }
        else if (runs.Count > 0 && _section is { } section && OnlyNumbers().IsMatch(Without(text, runs)))
        {
            CloseEntry();
            runs.SelectMany(r => r.Ids).ToList().ForEach(id => book.Set(id, section with { Place = place }, Sureness.Section));
        }
        else if (runs.Count > 0 && _entry is null && Regarding().IsMatch(text[..runs[0].Start]))
        {
            _entry = new AnswerEntry(runs[0].Ids, place);
            _entry.Add(text[runs[0].End..]);
        }
        else if (IsLead(text) && PositionWords.Of(text) is { } position)
        {
            CloseEntry();
            _section = new StatedPosition(position, text.Trim(), _heading ?? text.Trim(), place);
        }
        else
        {
            _entry?.Add(text);
        }
    }

    /// <summary>What a paragraph says beyond the sentence that gives the position is the reason, where it is about few recommendations.</summary>
    private void Share(string text, IReadOnlyList<AnswerId> given)
    {
        var rest = StatementReader.Sentences(text, form.Runs(text)).Where(s => form.Runs(s).Count == 0).Select(s => s.Trim()).Where(s => s.Length > 0 && !_statements.Used.Contains(s)).ToList();
        if (given.Count <= SharedReason && !given.Contains(AnswerId.AllOthers) && rest.Count > 0)
        {
            given.ToList().ForEach(id => book.Explain(id, string.Join(' ', rest)));
        }
    }

    private void Open(IdRun run, string text, int? page)
    {
        CloseEntry();
        _entry = new AnswerEntry(run.Ids, new AnswerPlace(page, _paragraph));
        _entry.Add(text[run.End..].TrimStart(' ', '.', ':', ')', '–', '—', '-'));
    }

    private void CloseEntry()
    {
        _entry?.Close(book, _section, reference);
        _entry = null;
    }

    /// <summary>Parts a paragraph before each number that opens an answer: at its start, or at the start of a line behind the end of a sentence.</summary>
    private IEnumerable<(IdRun? Run, string Text)> Pieces(PaperParagraph paragraph)
    {
        var text = paragraph.Text;
        var runs = form.Runs(text, isList: _section is not null && paragraph.Role != ParagraphRole.Numbered);
        var openers = runs.Where(r => IsOpener(paragraph, r)).ToList();
        var from = openers.Count == 0 ? text.Length : NumberStart(text, openers[0].Start);
        if (text[..from].Trim().Length > 0)
        {
            yield return (null, text[..from]);
        }

        for (var i = 0; i < openers.Count; i++)
        {
            var end = i + 1 < openers.Count ? NumberStart(text, openers[i + 1].Start) : text.Length;
            yield return (openers[i] with { Start = 0, End = openers[i].End - openers[i].Start }, text[openers[i].Start..end]);
        }
    }

    private static int NumberStart(string text, int start) => BeforeNumbers().Match(text[..start]) is { Success: true } words ? words.Index : start;

    private static bool IsOpener(PaperParagraph paragraph, IdRun run)
    {
        var text = paragraph.Text;
        var from = NumberStart(text, run.Start);
        var before = text[..from].TrimEnd();
        var after = text[run.End..].TrimStart(' ', ')');
        var startsLine = before.Length == 0 || paragraph.Lines.Any(l => l.Text.TrimStart().StartsWith(text[run.Start..Math.Min(run.End, run.Start + 6)], StringComparison.Ordinal));
        // A list of numbers and a sentence ("122.1 and 122.2 enjoy the support of ...") are no answers by number.
        return (before.Length == 0 || (startsLine && before[^1] is '.' or ';' or ':' or ')' or '!' or '?'))
            && after.Length > 0 && after[0] is not (',' or ';') && !(char.IsLower(after[0]) && PositionWords.Find(FirstSentence(after)).Count > 0) && !IsAllNumbers(after);
    }

    private static bool IsAllNumbers(string after) => after.Trim('.', ' ').Length == 0;

    private static string FirstSentence(string text) => StatementReader.Sentences(text, []).First();

    private static bool IsBeforeNumbers(string text) => text.Trim().Length == 0 || BeforeNumbers().Match(text) is { Success: true, Index: 0 };

    private static bool IsLead(string text) => (text.TrimEnd() is [.., ':'] || Following().IsMatch(text)) && AboutRecommendations().IsMatch(text);

    private static string Without(string text, IReadOnlyList<IdRun> runs) => runs.Reverse().Aggregate(text, (rest, run) => rest.Remove(run.Start, run.End - run.Start));

    [GeneratedRegex(@"(?:^|(?<=[.;:)!?\s]))[•·–—-]?\s*(?:recommendations?|recs?\.?|recommandations?|recomendaci(?:ón|ones))\s*(?:numbers?|nos?\.?|n[°º]s?\.?|paragraphs?)?\s*:?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BeforeNumbers();

    [GeneratedRegex(@"^\W*(?:recommendations?|nos?|and|paragraphs?|\W)*\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OnlyNumbers();

    [GeneratedRegex(@"^\W*(?:with\s+(?:regard|respect|reference)\s+to|regarding|concerning|as\s+(?:for|regards|to)|in\s+(?:relation|response|reply|respect)\s+(?:to|of)|on|as\s+concerns|in\s+connection\s+with|(?:the\s+)?recommendations?|s[’']agissant|concernant|en\s+ce\s+qui\s+concerne|con\s+respecto|respecto|en\s+relación)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Regarding();

    [GeneratedRegex(@"\bfollowing\b|\bbelow\b|\bsuivantes?\b|\bsiguientes?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Following();

    [GeneratedRegex(@"\brecommendations?\b|\brecommandations?\b|\brecomendaci", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AboutRecommendations();

    [GeneratedRegex(@"\b(?:voluntary|pledges?|introduction|conclusions?|general\s+(?:remarks|comments)|methodology|consultation|closing)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OtherMatter();
}
