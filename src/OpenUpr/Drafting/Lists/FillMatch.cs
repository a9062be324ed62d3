using System.Text.RegularExpressions;
using OpenUpr.Coalitions.Sheets;
using OpenUpr.Sources.Papers.Lists;

namespace OpenUpr.Drafting.Lists;

/// <summary>
/// Finds the row of a list that a row of a sheet is about, by number and text. Programs of sheets turn 140.10 into 140.1 and straighten quotes, so the text counts before the number, letters
/// and digits alone count in it, and a number alone is enough only where no other text stands beside it.
/// </summary>
internal sealed partial class FillMatch
{
    /// <summary>Of the words of the longer text, so many must stand in both where the texts are not the same.</summary>
    private const double MostWords = 0.7;

    private readonly Dictionary<string, HashSet<long>> _byText = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<long>> _byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<long, string[]> _words = [];

    public FillMatch(IEnumerable<MatrixRowView> rows)
        : this(rows.Select(r => (r.First, (string?)r.Row.Number, r.Cells[0])))
    {
    }

    public FillMatch(IEnumerable<(long Id, string? Number, string Text)> rows)
    {
        foreach (var (id, number, text) in rows)
        {
            var (whole, bare, core) = Keys(text);
            foreach (var key in new[] { whole, bare, core }.Distinct())
            {
                Add(_byText, key, id);
            }

            Add(_byNumber, Plain(number), id);
            _words.TryAdd(id, core.Split(' '));
        }
    }

    /// <summary>Whether a recommendation has this number.</summary>
    public bool Knows(string number) => _byNumber.ContainsKey(Plain(number));

    /// <summary>Null where there is none, or not one alone.</summary>
    public long? Find(string? number, string? text)
    {
        var (whole, bare, core) = Keys(text ?? "");
        var numbered = _byNumber.GetValueOrDefault(Plain(number ?? ListNumber.Of(text ?? "")?.Paragraph), []);
        if (bare.Length == 0)
        {
            return Only(numbered);
        }

        var same = _byText.GetValueOrDefault(whole) ?? _byText.GetValueOrDefault(bare) ?? _byText.GetValueOrDefault(core) ?? [];
        return Only(same) ?? (same.Count > 1 ? Only([.. same.Intersect(numbered)]) : Only([.. numbered.Where(id => IsLike(_words[id], core.Split(' ')))]));
    }

    private static long? Only(HashSet<long> ids) => ids.Count == 1 ? ids.Single() : null;

    private static bool IsLike(string[] one, string[] other) => one.Intersect(other).Count() >= MostWords * Math.Max(one.Distinct().Count(), other.Distinct().Count());

    /// <summary>The text with its number, without, and without the States behind it and what stands on further lines, such as where its position is printed.</summary>
    private static (string Whole, string Bare, string Core) Keys(string text)
    {
        var bare = text[(ListNumber.Of(text)?.Length ?? 0)..];
        return (SheetField.Fold(text), SheetField.Fold(bare), SheetField.Fold(States().Replace(bare.Split('\n')[0], "")));
    }

    private static string Plain(string? number) => string.Concat((number ?? "").Where(c => !char.IsWhiteSpace(c))).TrimEnd('.');

    private static void Add(Dictionary<string, HashSet<long>> to, string key, long id)
    {
        if (key.Length > 0 && !to.TryAdd(key, [id]))
        {
            to[key].Add(id);
        }
    }

    /// <summary>What stands in brackets at the end: "(Chile) (Fiji);".</summary>
    [GeneratedRegex(@"(?:\s*\([^()]*\)[\s;.,]*)+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex States();
}
