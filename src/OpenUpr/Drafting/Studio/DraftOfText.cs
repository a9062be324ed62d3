using System.Text.RegularExpressions;
using OpenUpr.Drafting.Checking;

namespace OpenUpr.Drafting.Studio;

/// <summary>A pasted text as sections: headings of Markdown, or lines that name a part, begin them. What Markdown writes otherwise than the studio is put into its marks.</summary>
internal sealed partial class DraftOfText
{
    private const int FewestNumbers = 3;

    /// <summary>Lines of mail and of old editors end so; longer ones were never broken.</summary>
    private const int ShortestWrapped = 50, LongestWrapped = 100;

    /// <summary>In a longer paragraph underscores are left as they are: looking for their pairs would take too long.</summary>
    private const int LongestUnderlined = 5_000;

    private readonly DraftSections _sections;
    private readonly Dictionary<string, string> _notes = new(StringComparer.Ordinal);
    private readonly List<string> _paragraph = [];
    private readonly bool _hasNumbers;
    private readonly bool _hasHeadings;

    private DraftOfText(string[] lines, string kind, string language)
    {
        _sections = new DraftSections(kind, language);
        _hasHeadings = lines.Any(l => Heading().IsMatch(l));
        _hasNumbers = lines.Count(l => Number().IsMatch(l)) >= FewestNumbers;
        foreach (var note in lines.Select(l => NoteText().Match(l)).Where(m => m.Success))
        {
            _notes[note.Groups[1].Value] = note.Groups[2].Value.Trim();
        }
    }

    public static ImportedDraft Read(string text, string kind, string language)
    {
        string[] lines = [.. CleanText.Of(text.ReplaceLineEndings("\n")).Split('\n').Select(l => l.TrimEnd())];
        return new DraftOfText(lines, kind, language).Read(lines);
    }

    private ImportedDraft Read(string[] lines)
    {
        // One heading above all others is the title.
        var tops = lines.Count(l => l.StartsWith("# ", StringComparison.Ordinal));
        var isTitled = tops == 1 && lines.FirstOrDefault(l => l.Length > 0)?.StartsWith("# ", StringComparison.Ordinal) == true && lines.Any(l => l.StartsWith("## ", StringComparison.Ordinal));
        foreach (var line in lines)
        {
            Line(line, isTitled ? 1 : 0);
        }

        Flush();
        return _sections.Finish();
    }

    private void Line(string line, int titles)
    {
        var bare = line.Trim();
        if (NoteText().IsMatch(line))
        {
            return;
        }

        if (Heading().Match(line) is { Success: true } heading)
        {
            Flush();
            var level = heading.Groups[1].Length - titles;
            if (level == 0)
            {
                _sections.Title = StudioText.Plain(heading.Groups[2].Value);
            }
            else
            {
                _sections.Begin(heading.Groups[2].Value.Trim(' ', '#'), level);
            }
        }
        else if (!_hasHeadings && _paragraph.Count == 0 && DocumentParts.IsHeading(new TextParagraph { Text = bare }))
        {
            Flush();
            _sections.Begin(bare, 1);
        }
        else if (bare.Length == 0)
        {
            Flush();
        }
        else if (Bullet().Match(bare) is { Success: true } item)
        {
            Flush();
            _sections.Add("- ", Inline(bare[item.Length..]));
        }
        else if (bare.StartsWith("R: ", StringComparison.Ordinal) || bare.StartsWith("Q: ", StringComparison.Ordinal))
        {
            Flush();
            _sections.Add(bare[..3], Inline(bare[3..]));
        }
        else
        {
            if (_paragraph.Count > 0 && (Number().IsMatch(bare) || Kind(bare) != Kind(_paragraph[0])))
            {
                Flush();
            }

            _paragraph.Add(bare.StartsWith('>') ? "> " + bare[1..].TrimStart() : bare);
        }
    }

    /// <summary>Rows stay with rows and quoted lines with quoted lines.</summary>
    private static char Kind(string line) => TableMarks.IsRow(line) ? '|' : line.StartsWith('>') ? '>' : 'p';

    private void Flush()
    {
        if (_paragraph.Count > 0)
        {
            var first = _paragraph[0];
            if (_hasNumbers && Number().Match(first) is { Success: true } number)
            {
                _sections.Lose(ImportLoss.Numbers);
                _paragraph[0] = first[number.Length..];
            }

            var isWrapped = Kind(first) == 'p' && _paragraph.Count > 1 && _paragraph.SkipLast(1).All(l => l.Length is >= ShortestWrapped and <= LongestWrapped);
            _sections.Add("", Inline(string.Join(isWrapped ? ' ' : '\n', _paragraph)));
            _paragraph.Clear();
        }
    }

    private string Inline(string text)
    {
        var without = Picture().Replace(text, m =>
        {
            _sections.Lose(ImportLoss.Pictures);
            return "";
        });
        var noted = NoteMark().Replace(without, m => _notes.TryGetValue(m.Groups[1].Value, out var note) ? $"^[{note}]" : m.Value);
        return noted.Length > LongestUnderlined ? noted.Trim() : Underlined().Replace(noted, m => m.Groups[1].Length == 2 ? $"**{m.Groups[2].Value}**" : $"*{m.Groups[2].Value}*").Trim();
    }

    [GeneratedRegex(@"^(#{1,6}) +(\S.*)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\(?[0-9]{1,3}[.)][ \t]+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^[-*+•–▪◦·]\s+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\[\^([^\]\s]{1,40})\]:[ \t]*(\S.*)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex NoteText();

    [GeneratedRegex(@"\[\^([^\]\s]{1,40})\]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex NoteMark();

    [GeneratedRegex(@"!\[[^\]]{0,300}\]\([^)\s]{1,2000}\)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Picture();

    // "__bold__" and "_slanted_" around words; an underscore within a word or an address is none.
    [GeneratedRegex(@"(?<![\w/:.\-])(__?)(?=[^\s_])([^_\n]{1,300}[^\s_]|[^\s_])\1(?![\w/])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Underlined();
}
