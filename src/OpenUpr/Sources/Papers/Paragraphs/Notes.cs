using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OpenUpr.Sources.Papers.Paragraphs;

/// <summary>One note of a paper.</summary>
/// <param name="Lines">Its lines, the first without the number.</param>
internal sealed record Note(int Number, IReadOnlyList<PaperLine> Lines)
{
    public string Text => string.Join(' ', Lines.Select(l => l.Text.Trim()));
}

/// <summary>The notes of a paper, at the foot of its pages or behind its text, and their marks in the text.</summary>
internal sealed partial class Notes
{
    /// <summary>A number in the list of notes may be missing in print.</summary>
    private const int LargestGap = 3;

    private readonly Dictionary<int, Note> _byNumber;

    private Notes(IReadOnlyList<Note> all, PaperText body)
    {
        All = all;
        Body = body;
        _byNumber = all.ToDictionary(n => n.Number);
    }

    public IReadOnlyList<Note> All { get; }

    /// <summary>The paper without its notes.</summary>
    public PaperText Body { get; }

    public Note? Find(int number) => _byNumber.GetValueOrDefault(number);

    public static Notes Read(PaperText paper)
    {
        var start = StartOfEndnotes(paper.Lines);
        var notes = new List<Note>();
        var lines = new List<PaperLine>();
        var last = 0;
        foreach (var line in SameLine(paper.Lines.Where((l, i) => l.Role == LineRole.Footnote || (i >= start && l.Role == LineRole.Body))))
        {
            if (Number().Match(line.Text) is { Success: true } match && int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) is var number && number > last && number <= last + LargestGap)
            {
                lines = [line with { Text = line.Text[match.Length..].Trim() }];
                notes.Add(new Note(number, lines));
                last = number;
            }
            else
            {
                lines.Add(line);
            }
        }

        return new Notes(notes, paper with { Lines = [.. paper.Lines.Where((l, i) => i < start || l.Role != LineRole.Body)] });
    }

    /// <summary>Takes the marks out of a text: small raised figures, as the readers give them ("States. ¹²").</summary>
    public static (string Text, IReadOnlyList<int> Marks) WithoutMarks(string text)
    {
        var marks = Raised().Matches(text).Select(m => int.Parse(string.Concat(m.Value.Where(c => c is not ' ').Select(c => (char)('0' + char.GetNumericValue(c)))), CultureInfo.InvariantCulture)).ToList();
        return marks.Count == 0 ? (text, []) : (BeforeStop().Replace(Raised().Replace(text, ""), "$1").Trim(), marks);
    }

    /// <summary>Where the notes behind the text begin: at their heading, with a note numbered 1 below it. Behind the last line where there are none.</summary>
    private static int StartOfEndnotes(IReadOnlyList<PaperLine> lines)
    {
        for (var i = lines.Count - 2; i > 0; i--)
        {
            if (lines[i].Role == LineRole.Body && Heading().IsMatch(lines[i].Text) && lines.Skip(i + 1).Take(3).Any(l => Number().Match(l.Text) is { Success: true } m && m.Groups["number"].Value == "1"))
            {
                return i;
            }
        }

        return lines.Count;
    }

    /// <summary>Code and name of a submitter may come as two pieces of one line or of one row.</summary>
    private static IEnumerable<PaperLine> SameLine(IEnumerable<PaperLine> lines)
    {
        PaperLine? held = null;
        foreach (var line in lines)
        {
            var same = held is not null && (held.Cell is { } a && line.Cell is { } b ? a.Table == b.Table && a.Row == b.Row && a.Column < b.Column
                : held.Page is not null && held.Page == line.Page && Math.Abs(held.Baseline - line.Baseline) < 2 && line.Left >= held.Right);
            if (!same && held is not null)
            {
                yield return held;
            }

            held = same ? held! with { Text = new StringBuilder(held.Text).Append(' ').Append(line.Text).ToString(), Right = line.Right } : line;
        }

        if (held is not null)
        {
            yield return held;
        }
    }

    [GeneratedRegex(@"^\s*(?<number>\d{1,4})(?:\.?\s+(?=\S)|\s*$)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*(?:end\s?notes?|notes?|notas?|notes?\s+de\s+fin)\s*:?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\s?[⁰¹²³⁴-⁹]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Raised();

    [GeneratedRegex(@"\s+([.,;:])(?=\s|$)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BeforeStop();
}
