using System.Text.RegularExpressions;

namespace OpenUpr.Sources.Papers.Paragraphs;

/// <summary>How a paper's pages are set: what is usual there is no sign of a new paragraph.</summary>
internal sealed partial class PageForm
{
    private const double UnknownPitch = 0;

    private readonly Dictionary<int, double> rightOf;

    private PageForm(IReadOnlyList<PaperLine> lines)
    {
        Lines = lines;
        BodySize = MostFrequent(lines.Select(l => Math.Round(l.Size * 2) / 2), l => l > 0);
        Pitch = PitchOf([.. lines.Zip(lines.Skip(1)).Where(p => p.First.Page == p.Second.Page).Select(p => Math.Round(p.Second.Baseline - p.First.Baseline))], BodySize);
        TextRight = lines.Count == 0 ? 0 : lines.Select(l => l.Right).Order().ElementAt(lines.Count * 9 / 10);
        rightOf = lines.Where(l => l.Page is not null).GroupBy(l => l.Page!.Value).Where(g => g.Count() > 8).ToDictionary(g => g.Key, g => g.Max(l => l.Right));
        TextLeft = MostFrequent(lines.Select(l => Math.Round(l.Left)), l => l > 0);
    }

    public IReadOnlyList<PaperLine> Lines { get; }

    /// <summary>Points; 0 where unknown.</summary>
    public double BodySize { get; }

    /// <summary>Points from line to line inside a paragraph; 0 where unknown.</summary>
    public double Pitch { get; }

    /// <summary>Where full lines end.</summary>
    public double TextRight { get; }

    /// <summary>Where most lines begin.</summary>
    public double TextLeft { get; }

    public static PageForm Of(PaperText text)
    {
        var body = text.Body.Where(l => l.Text.Length > 0 && !Leaders().IsMatch(l.Text)).ToList();
        var size = MostFrequent(body.Select(l => l.Size), s => s > 0);
        return new PageForm(RaisedLetters.Restore(body, size));
    }

    /// <summary>True when the space above the second line is more than that between lines of one paragraph. Null where the pages do not tell: at a new page, in Word files.</summary>
    public bool? IsApart(PaperLine above, PaperLine below)
    {
        if (below.Page is null || above.Page != below.Page || Pitch == UnknownPitch)
        {
            return null;
        }

        var step = below.Baseline - above.Baseline;
        var usual = Pitch * Math.Max(1, BodySize > 0 ? Math.Min(above.Size, below.Size) / BodySize : 1);
        return step > usual * 1.22 || step < 0;
    }

    /// <summary>Where a line begins, measured from the right end of its page's text: left margins change from page to page, and a page may hold nothing but a list.</summary>
    public double LeftOf(PaperLine line) => line.Page is { } number && rightOf.TryGetValue(number, out var right) ? line.Left - right : line.Left - TextRight;

    public bool IsShort(PaperLine line) => line.Right < TextRight - 40;

    // A paper of one-line paragraphs has more steps between paragraphs than between lines: a step that letters of this size need at most is looked for first.
    private static double PitchOf(IReadOnlyList<double> steps, double size)
    {
        var close = MostFrequent(steps, d => d > 4 && d <= size * 1.5);
        return close > 0 ? close : size > 0 ? Math.Min(Math.Round(size * 1.2), MostFrequent(steps, d => d is > 4 and < 40)) : MostFrequent(steps, d => d is > 4 and < 40);
    }

    private static double MostFrequent(IEnumerable<double> values, Func<double, bool> known) =>
        values.Where(known).GroupBy(v => v).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).FirstOrDefault();

    // Lines of a table of contents.
    [GeneratedRegex(@"\.{5,}|(\. ){5,}|…{3,}", RegexOptions.None, 1000)]
    private static partial Regex Leaders();
}
