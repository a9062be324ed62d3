using OpenUpr.Drafting.Checking;
using OpenUpr.Drafting.Checking.Word;

namespace OpenUpr.Drafting.Studio;

/// <summary>A Word file as sections: headings begin them; lists, tables, quotes, notes, links, bold and italic become marks. The file is read as one that nobody trusts.</summary>
internal sealed class DraftOfWord
{
    /// <summary>Fewer paragraphs that begin with figures are no numbering.</summary>
    private const int FewestNumbers = 3;

    private readonly CheckedDocument _document;
    private readonly DocumentParts _parts;
    private readonly DraftSections _sections;
    private readonly string _kind;
    private readonly Dictionary<(bool IsEndnote, string Id), int> _places = [];
    private readonly List<IReadOnlyList<ComposedRun>> _notes = [];
    private readonly SortedDictionary<int, SortedDictionary<int, string>> _table = [];
    private readonly bool _hasStyledHeadings;
    private readonly bool _hasTypedNumbers;
    private int? _tableNumber;

    private DraftOfWord(CheckedDocument document, IReadOnlyDictionary<(bool IsEndnote, string Id), IReadOnlyList<LookRun>> notes, string kind, string language)
    {
        (_document, _parts, _sections, _kind) = (document, DocumentParts.Of(document), new DraftSections(kind, language), kind);
        _hasStyledHeadings = document.Paragraphs.Any(p => p.HeadingLevel is not null);
        _hasTypedNumbers = document.Paragraphs.Count(IsTypedNumber) >= FewestNumbers;
        foreach (var (key, runs) in notes)
        {
            _places[key] = _notes.Count;
            _notes.Add([.. runs.Select(r => new ComposedRun(r.Text, r.Bold, r.Italic, r.Address))]);
        }
    }

    public static ImportedDraft Read(Stream content, long length, string kind, string language, TimeSpan longest, CancellationToken cancel)
    {
        var (document, notes) = WordFile.ReadLooks(content, length, longest, cancel);
        return new DraftOfWord(document, notes, kind, language).Read();
    }

    private ImportedDraft Read()
    {
        Leave();
        var cover = CoverPage();
        foreach (var (i, paragraph) in _document.Paragraphs.Index())
        {
            if (paragraph.Cell?.Table != _tableNumber)
            {
                Flush();
            }

            if (i < cover || IsTitle(paragraph))
            {
                _sections.Title ??= paragraph.Text.Length > 0 && (i < cover ? IsTitle(paragraph) || !_document.Paragraphs.Take(cover).Any(IsTitle) : true) ? StudioText.Plain(paragraph.Text) : null;
                _sections.Lose(ImportLoss.Cover, i < cover && paragraph.Text.Length > 0 ? 1 : 0);
            }
            else if (paragraph.IsContents || _parts.Zones[i] == DocumentZone.Contents)
            {
                _sections.Lose(ImportLoss.Contents);
            }
            else
            {
                Add(paragraph);
            }
        }

        Flush();
        return _sections.Finish();
    }

    /// <summary>What the file holds that no section does.</summary>
    private void Leave()
    {
        var file = _document.File;
        foreach (var (code, count) in new[]
        {
            (ImportLoss.Pictures, _document.Paragraphs.Sum(p => p.Pictures)), (ImportLoss.Comments, file.Comments.Count), (ImportLoss.Changes, file.Changes.Count), (ImportLoss.Hidden, file.Hidden.Count),
            (ImportLoss.Footnotes, StudioKinds.HasFootnotes(_kind) ? 0 : _document.Notes.Count(n => !n.IsEndnote)), (ImportLoss.Boxes, _document.Paragraphs.Count(p => p.IsBox)),
        })
        {
            _sections.Lose(code, count);
        }
    }

    /// <summary>Paragraphs of a cover that has its page to itself; a first heading without one loses no text above it.</summary>
    private int CoverPage()
    {
        // Other kinds begin with their text: what stands before a page break is no cover there.
        var end = 0;
        while (StudioKinds.RulesOf(_kind)?.IsSubmission() == true && end < _parts.Zones.Count && _parts.Zones[end] == DocumentZone.Cover)
        {
            end++;
        }

        return end > 0 && (_document.Paragraphs[end - 1].EndsPage || (end < _parts.Zones.Count && _document.Paragraphs[end].StartsPage)) ? end : 0;
    }

    private static bool IsTitle(TextParagraph paragraph) => paragraph.Look?.Style.Equals("title", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsTypedNumber(TextParagraph paragraph) => paragraph is { Label: null, Cell: null, HeadingLevel: null } && DocumentParts.IsNumbered(paragraph);

    private void Add(TextParagraph paragraph)
    {
        var words = MarkedText.Of(Runs(paragraph), _notes);
        if (words.Length == 0)
        {
            return;
        }

        if (paragraph.Cell is { } cell)
        {
            _tableNumber = cell.Table;
            var row = _table.TryGetValue(cell.Row, out var known) ? known : _table[cell.Row] = [];
            row[cell.Column] = (row.TryGetValue(cell.Column, out var before) ? before + " " : "") + words.Replace('\n', ' ').Replace("|", "\\|", StringComparison.Ordinal);
        }
        else if (paragraph.HeadingLevel is { } level || (!_hasStyledHeadings && paragraph.Label is null && DocumentParts.IsHeading(paragraph)))
        {
            // A heading has no notes in the studio; they stand below it.
            _sections.Begin(paragraph.Text, paragraph.HeadingLevel ?? 1);
            _sections.Add("", MarkedText.Of([.. Runs(paragraph).Where(r => r.Note is not null).Select(r => new ComposedRun("", Note: r.Note))], _notes));
        }
        else if (paragraph.IsQuote)
        {
            _sections.Add("", string.Join('\n', words.Split('\n').Select(l => "> " + l.Trim())));
        }
        else if (Mark(paragraph) is { Length: > 0 } mark)
        {
            _sections.Add(mark, words.Replace('\n', ' '));
        }
        else
        {
            _sections.Add("", MarkedText.Paragraph(_hasTypedNumbers && IsTypedNumber(paragraph) ? WithoutNumber(words) : words));
        }
    }

    /// <summary>How the studio marks a paragraph of its style or list.</summary>
    private string Mark(TextParagraph paragraph)
    {
        var style = paragraph.Look?.Style ?? "";
        return style == "Recommendation" ? "R: "
            : style == "Question" ? "Q: "
            : paragraph.Label is not { } label || style == "Numbered Paragraph" ? ""
            : _sections.IsRecommending && label.Any(char.IsLetterOrDigit) ? "R: "
            : DocumentParts.IsNumbered(paragraph) ? ""
            : "- ";
    }

    private string WithoutNumber(string words)
    {
        _sections.Lose(ImportLoss.Numbers);
        return words[words.AsSpan().IndexOfAny(" \t\u00A0")..].TrimStart();
    }

    private List<ComposedRun> Runs(TextParagraph paragraph) =>
        [.. (paragraph.Look?.Runs ?? []).Select(r => new ComposedRun(r.Text, r.Bold, r.Italic, r.Address, r.Note is { } note && _places.TryGetValue(note, out var place) ? place : null))];

    /// <summary>Puts down the table that was gathered.</summary>
    private void Flush()
    {
        if (_table.Count > 0)
        {
            var columns = _table.Values.Max(r => r.Keys.Max()) + 1;
            _sections.Add("", string.Join('\n', _table.Values.Select(row => $"| {string.Join(" | ", Enumerable.Range(0, columns).Select(c => row.GetValueOrDefault(c, "")))} |")));
            _table.Clear();
        }

        _tableNumber = null;
    }
}
