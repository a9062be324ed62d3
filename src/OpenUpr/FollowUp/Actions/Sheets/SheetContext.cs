using System.Text.RegularExpressions;
using OpenUpr.Coalitions.Sheets;
using OpenUpr.Drafting.Lists;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Actions.Sheets;

/// <summary>What a cell with recommendations names.</summary>
/// <param name="Missing">Numbers or words for which the review has none.</param>
public sealed record FoundRows(IReadOnlyList<long> Ids, IReadOnlyList<string> Missing);

/// <summary>The review that a sheet is read for: its recommendations and the matrix as it is.</summary>
internal sealed partial class SheetContext
{
    /// <summary>Numbers between the first and the last of a range.</summary>
    private const int LongestRange = 60;

    private readonly Dictionary<long, FollowedRow> _rows;

    public SheetContext(ActionsView matrix, ScaleWording scale)
    {
        (Matrix, Scale) = (matrix, scale);
        _rows = matrix.Follow.Rows.ToDictionary(r => r.Row.Id);
        Match = new FillMatch(matrix.Follow.Rows.Select(r => (r.Row.Id, r.Row.Number, r.Row.Text)));
        Ministries = [.. matrix.Actions.Select(a => a.Entry.Ministry).OfType<string>().Select(SheetField.Fold)];
    }

    public ActionsView Matrix { get; }

    public ScaleWording Scale { get; }

    public FillMatch Match { get; }

    public HashSet<string> Ministries { get; }

    public FollowedRow Row(long id) => _rows[id];

    /// <summary>The recommendations that a row names by number, by words or both.</summary>
    public FoundRows Find(string? number, string? text)
    {
        if (number is not null && text is not null && Match.Find(number, text) is { } both)
        {
            return new FoundRows([both], []);
        }

        var (ids, missing) = (new List<long>(), new List<string>());
        foreach (var one in number is null ? [] : Numbers(number))
        {
            if (Match.Find(one, null) is { } id)
            {
                ids.Add(id);
            }
            else
            {
                missing.Add(one);
            }
        }

        if (text is not null)
        {
            AddByWords(text, ids, missing);
        }

        return new FoundRows([.. ids.Distinct()], missing);
    }

    /// <summary>"114.12, 114.15", "114.12-114.15", "#3"; numbers alone where the report counts so.</summary>
    public static List<string> Numbers(string cell)
    {
        var found = new List<string>();
        var text = Range().Replace(cell, m => m.Groups["stem"].Value == m.Groups["other"].Value ? $" {m.Groups["stem"].Value}{Spread(m)} " : m.Value);
        foreach (var match in Dotted().Matches(text).Cast<Match>())
        {
            found.Add(match.Value.TrimEnd('.'));
        }

        return found.Count > 0 ? [.. found.Distinct()] : [.. Plain().Matches(cell).Select(m => m.Value).Distinct()];
    }

    private static string Spread(Match m)
    {
        var (first, last) = (int.Parse(m.Groups["first"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), int.Parse(m.Groups["last"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));
        return last < first || last - first > LongestRange ? m.Value[m.Groups["stem"].Length..] : string.Join(" ", Enumerable.Range(first, last - first + 1).Select((n, i) => i == 0 ? $"{n}" : $"{m.Groups["stem"].Value}{n}"));
    }

    /// <summary>The whole text, else line by line, else its numbers.</summary>
    private void AddByWords(string text, List<long> ids, List<string> missing)
    {
        if (Match.Find(null, text) is { } whole)
        {
            ids.Add(whole);
            return;
        }

        var lines = text.Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var found = lines.Select(l => (Line: l, Id: Match.Find(null, l))).ToList();
        if (found.Any(f => f.Id is not null))
        {
            ids.AddRange(found.Select(f => f.Id).OfType<long>());
            missing.AddRange(found.Where(f => f.Id is null && f.Line.Length > 3).Select(f => f.Line));
            return;
        }

        var numbers = Numbers(text);
        if (numbers.Any(Match.Knows) && text.Length <= 40 + (numbers.Count * 8))
        {
            ids.AddRange(numbers.Select(n => Match.Find(n, null)).OfType<long>());
            missing.AddRange(numbers.Where(n => !Match.Knows(n)));
        }
        else if (ids.Count == 0)
        {
            missing.Add(text);
        }
    }

    [GeneratedRegex(@"\d{1,3}(?:\.\d{1,3}){1,2}\.?", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"(?<![\d.])\d{1,3}(?![\d.])", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"(?<stem>\d{1,3}\.)(?<first>\d{1,3})\s*(?:-|–|—|to|à|a)\s*(?<other>\d{1,3}\.)(?<last>\d{1,3})", RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
