namespace OpenUpr.Drafting.Checking.Word;

/// <summary>What all stories of a document have in common and rules ask for: languages, fonts, tracked changes, hidden words.</summary>
internal sealed class BodyLooks
{
    private const int MostMarks = 2_000;
    private const int LongestMark = 200;

    private readonly Dictionary<string, long> _languages = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, long> _fonts = new(StringComparer.OrdinalIgnoreCase);

    public List<FileMark> Changes { get; } = [];

    public List<FileMark> Hidden { get; } = [];

    public void Add(string text, string? language, string? font)
    {
        if (language is { Length: > 0 and < 40 })
        {
            _languages[language] = _languages.GetValueOrDefault(language) + text.Length;
        }

        if (font is { Length: > 0 and < 80 } && _fonts.Count < MostMarks)
        {
            _fonts[font] = _fonts.GetValueOrDefault(font) + text.Length;
        }
    }

    public void Change(string? author, string text, int paragraph) => Mark(Changes, author, text, paragraph);

    public void Hide(string text, int paragraph) => Mark(Hidden, "", text, paragraph);

    public IReadOnlyList<string> Languages() => [.. _languages.OrderByDescending(l => l.Value).ThenBy(l => l.Key, StringComparer.Ordinal).Select(l => l.Key)];

    public IReadOnlyList<string> Fonts() => [.. _fonts.OrderByDescending(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Key)];

    private static void Mark(List<FileMark> marks, string? author, string text, int paragraph)
    {
        if (marks.Count < MostMarks)
        {
            marks.Add(new FileMark(author ?? "", text.Length > LongestMark ? text[..LongestMark] : text, paragraph));
        }
    }
}
