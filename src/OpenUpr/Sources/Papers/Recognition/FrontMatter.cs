using System.Text.RegularExpressions;
using OpenUpr.Reviews;

namespace OpenUpr.Sources.Papers.Recognition;

/// <summary>The places of a paper that say what it is: its first page, what repeats on every page, and the first paragraphs.</summary>
internal sealed partial class FrontMatter
{
    /// <summary>A Word file has no pages until it is laid out: this many paragraphs are about a page.</summary>
    private const int LinesOfFirstPage = 60;

    /// <summary>Where the introduction and the first paragraphs are, in lines.</summary>
    private const int LinesOfOpening = 400;

    /// <summary>A title or a State's name is printed over no more lines than this.</summary>
    private const int LinesOfTitle = 4;

    private readonly string[] _keys;

    public FrontMatter(PaperText text)
    {
        Lines = text.Lines;
        WrittenOn = text.WrittenOn;
        var pages = text.Lines.Where(l => l.Text.Length > 0).Select(l => l.Page).FirstOrDefault(p => p is not null);
        FirstPage = [.. (pages is { } first ? text.Lines.Where(l => l.Page == first).Take(LinesOfFirstPage * 3) : text.Lines.Take(LinesOfFirstPage)).Select(l => l.Text.Trim()).Where(t => t.Any(char.IsLetterOrDigit))];
        _keys = [.. FirstPage.Select(StateNames.Key)];
        FirstPageText = string.Join(' ', FirstPage);
        Heads = [.. text.Lines.Where(l => l.Role is LineRole.RunningHead or LineRole.Footer).Take(LinesOfOpening).Select(l => l.Text.Trim()).Distinct().Take(LinesOfFirstPage)];
        Opening = string.Join(' ', text.Lines.Take(LinesOfOpening).Select(l => l.Text));
    }

    public IReadOnlyList<PaperLine> Lines { get; }

    /// <summary>When the file says that it was last saved.</summary>
    public DateOnly? WrittenOn { get; }

    /// <summary>The lines of the first page that has any, whatever their role.</summary>
    public IReadOnlyList<string> FirstPage { get; }

    public string FirstPageText { get; }

    /// <summary>What repeats at the top and foot of pages, each once.</summary>
    public IReadOnlyList<string> Heads { get; }

    /// <summary>The first page and the first paragraphs as one text.</summary>
    public string Opening { get; }

    /// <summary>The lines of the first page from <paramref name="start"/> on as one, without marks of footnotes.</summary>
    public string Joined(int start, int count) => string.Join(' ', FirstPage.Skip(start).Take(count).Select(WithoutMarks));

    /// <summary>Where on the first page a phrase stands, over line ends, capitals and accents apart; null where it does not.</summary>
    public (int First, int Last)? Find(string phrase)
    {
        var key = StateNames.Key(phrase);
        for (var first = 0; first < _keys.Length; first++)
        {
            for (var count = 1; count <= LinesOfTitle && first + count <= _keys.Length; count++)
            {
                if (string.Join(' ', _keys[first..(first + count)]).Contains(key, StringComparison.Ordinal) && !(first + 1 < _keys.Length && count > 1 && Holds(first + 1, count - 1, key)))
                {
                    return (first, first + count - 1);
                }
            }
        }

        return null;
    }

    /// <summary>A line without the asterisks and small numbers that point to notes.</summary>
    public static string WithoutMarks(string line) => Marks().Replace(line, "").Trim();

    private bool Holds(int first, int count, string key) => string.Join(' ', _keys[first..(first + count)]).Contains(key, StringComparison.Ordinal);

    [GeneratedRegex(@"(?:[\s_]*[*∗†‡_]+|(?<=[\p{L})*∗])\s?\d{1,2})+\s*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();
}
