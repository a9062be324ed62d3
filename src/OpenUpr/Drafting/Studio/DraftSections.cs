using OpenUpr.Drafting.Checking;

namespace OpenUpr.Drafting.Studio;

/// <summary>Sections while a draft from elsewhere is read into them.</summary>
internal sealed class DraftSections(string kind, string language)
{
    /// <summary>Longer ones are text that was made to look like a heading.</summary>
    private const int LongestHeading = 200;

    private readonly Dictionary<string, string> _slots = StudioOutlines.Of(kind, language).GroupBy(o => o.Heading, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First().Slot, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _lost = [];
    private readonly List<SectionWish> _done = [];
    private readonly List<(string Mark, string Text)> _blocks = [];
    private (string Heading, int Level) _open = ("", 1);
    private int _length;

    public string? Title { get; set; }

    /// <summary>True below a heading that names recommendations.</summary>
    public bool IsRecommending => _open.Heading.Length > 0 && PhraseList.Begins("head-recommendations", _open.Heading);

    public void Lose(string code, int count = 1)
    {
        if (count > 0)
        {
            _lost[code] = _lost.GetValueOrDefault(code) + count;
        }
    }

    public void Begin(string heading, int level)
    {
        var plain = StudioText.Plain(heading);
        if (plain.Length > LongestHeading)
        {
            Add("", plain);
        }
        else if (plain.Length > 0 && _done.Count >= Studio.MostSections - 1)
        {
            Add("", "# " + plain);
        }
        else if (plain.Length > 0)
        {
            Close();
            _open = (plain, Math.Clamp(level, 1, 3));
        }
    }

    /// <param name="mark">"- ", "R: ", "Q: " or "" for what stands by itself.</param>
    public void Add(string mark, string text)
    {
        const int Most = StudioText.MaxText - 10;
        for (var rest = text.Trim(); rest.Length > 0;)
        {
            var piece = rest.Length <= Most ? rest : rest[..(rest.LastIndexOf(' ', Most) is > 0 and var space ? space : Most)];
            rest = rest[piece.Length..].TrimStart();
            if (_length + piece.Length + mark.Length + 2 > StudioText.MaxText)
            {
                Lose(ImportLoss.Parted);
                Close();
                _open = ("", _open.Level);
            }

            _blocks.Add((mark, piece));
            _length += piece.Length + mark.Length + 2;
        }
    }

    public ImportedDraft Finish()
    {
        Close();
        return new ImportedDraft(Title, _done, [.. ImportLoss.Codes.Where(_lost.ContainsKey).Select(c => new ImportLoss(c, _lost[c]))]);
    }

    private void Close()
    {
        if (_open.Heading.Length > 0 || _blocks.Count > 0)
        {
            // Items of one list stand line by line, all else apart.
            var text = string.Concat(_blocks.Select((b, i) => (i == 0 ? "" : b.Mark.Length > 0 && _blocks[i - 1].Mark == b.Mark ? "\n" : "\n\n") + b.Mark + b.Text));
            _done.Add(new SectionWish(Slot(_open.Heading), _open.Heading, _open.Level, text, null));
        }

        _blocks.Clear();
        _length = 0;
    }

    private string Slot(string heading)
    {
        var isSubmission = StudioKinds.RulesOf(kind)?.IsSubmission() == true;
        return heading.Length == 0 ? SectionSlots.Free
            : _slots.TryGetValue(heading, out var known) ? known
            : PhraseList.Begins("head-annex", heading) ? SectionSlots.Annex
            : PhraseList.Begins("head-summary", heading) ? SectionSlots.Summary
            : PhraseList.Begins("head-recommendations", heading) ? isSubmission ? SectionSlots.Remaining : SectionSlots.Recommendations
            : PhraseList.Begins("head-questions", heading) ? SectionSlots.Questions
            : PhraseList.Begins("head-about", heading) ? SectionSlots.About
            : PhraseList.Begins("head-method", heading) ? SectionSlots.Methodology
            : PhraseList.Begins("head-past", heading) ? isSubmission ? SectionSlots.FollowUp : SectionSlots.PastReviews
            : SectionSlots.Free;
    }
}
