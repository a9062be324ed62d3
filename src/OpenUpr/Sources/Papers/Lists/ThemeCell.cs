using System.Globalization;
using System.Text.RegularExpressions;
using OpenUpr.Sources.Papers.Paragraphs;

namespace OpenUpr.Sources.Papers.Lists;

/// <summary>Themes, goals and persons of a row: lines with a dash each, under heads that say what they are.</summary>
internal sealed partial class ThemeCell
{
    private readonly LineJoiner _joiner;
    private readonly List<string> _themes = [];
    private readonly List<string> _persons = [];
    private readonly List<int> _sdgs = [];

    private ThemeCell(LineJoiner joiner) => _joiner = joiner;

    public IReadOnlyList<string> Themes => _themes;

    public IReadOnlyList<string> Persons => _persons;

    public IReadOnlyList<int> Sdgs => _sdgs;

    public static ThemeCell Read(ListRow row, LineJoiner joiner)
    {
        var cell = new ThemeCell(joiner);
        cell.Add(row.Lines(ListColumn.Themes), ListColumn.Themes);
        cell.Add(row.Lines(ListColumn.Persons), ListColumn.Persons);
        cell.Add(row.Lines(ListColumn.Sdgs), ListColumn.Sdgs);
        return cell;
    }

    /// <summary>"A12 Acceptance of international norms": the code belongs to OHCHR's index, not to the name.</summary>
    public static string WithoutCode(string theme) => Code().Replace(Dash().Replace(theme, ""), "").Trim();

    private void Add(IReadOnlyList<string> lines, ListColumn column)
    {
        var hasDashes = lines.Any(l => Dash().IsMatch(l));
        var isOpen = false;
        foreach (var line in lines)
        {
            var text = line;
            if (Head().Match(line) is { Success: true } head)
            {
                (column, text, isOpen) = (ColumnOf(head, column), line[head.Length..], false);
            }

            var begins = Dash().IsMatch(text) || Code().IsMatch(text) || !hasDashes || !isOpen;
            if (text.Trim().Length > 0)
            {
                Add(column, text, begins);
                isOpen = true;
            }
        }
    }

    private static ListColumn ColumnOf(Match head, ListColumn before) =>
        head.Groups["sdgs"].Success ? ListColumn.Sdgs
        : head.Groups["persons"].Success ? ListColumn.Persons
        : head.Groups["themes"].Success ? ListColumn.Themes
        : before;

    private void Add(ListColumn column, string text, bool begins)
    {
        if (column == ListColumn.Sdgs)
        {
            AddGoals(text);
            return;
        }

        var items = column == ListColumn.Persons ? _persons : _themes;
        if (!begins && items.Count > 0)
        {
            // A line of a PDF that goes on from the one above.
            items[^1] = _joiner.Join([items[^1], text.Trim()]);
        }
        else if (WithoutCode(text) is { Length: > 0 } name && !items.Contains(name))
        {
            items.Add(name);
        }
    }

    /// <summary>"- 16 - PEACE, JUSTICE", "SDG 16", or numbers in a row.</summary>
    private void AddGoals(string text)
    {
        foreach (var match in (Goal().Match(text) is { Success: true } first ? [first] : Goals().IsMatch(text) ? Number().Matches(text).AsEnumerable() : []))
        {
            if (int.Parse(match.Groups["goal"].Value, CultureInfo.InvariantCulture) is >= 1 and <= 17 and var goal && !_sdgs.Contains(goal))
            {
                _sdgs.Add(goal);
            }
        }
    }

    [GeneratedRegex(@"^\s*[-–—•·]\s*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Dash();

    [GeneratedRegex(@"^\s*[A-Z]\d{1,3}(?:\.\d{1,3})*\.?\s+(?=\p{L})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"^\s*(?:(?<sdgs>(?:relevant )?sdgs?|sustainable development goals?|odd|ods)|(?<persons>(?:affected persons|(?:affected )?groups? of persons|persons affected|personnes affect[ée]es|personas afectadas)(?: or groups? of persons)?)|(?<themes>(?:full list of )?themes?))\s*:\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Head();

    [GeneratedRegex(@"^\s*(?:[-–—•·]\s*)?(?:SDG|Goal|ODD|ODS)?\s*(?<goal>\d{1,2})\s*(?:[-–—:.]\s*\p{L}.*|\p{Lu}.*)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Goal();

    [GeneratedRegex(@"^[\s\d,;&]*(?:and)?[\s\d.]*$|^\s*(?:SDGs?|Goals?)\b[\s\d,;&and.]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Goals();

    [GeneratedRegex(@"(?<goal>\d{1,2})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
