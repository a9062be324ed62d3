using System.Text.RegularExpressions;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Sources.Papers.Paragraphs;
using OpenUpr.Sources.Papers.StateMentions;

namespace OpenUpr.Sources.Papers.Lists;

/// <summary>What one row of a thematic list says.</summary>
/// <param name="Number">Null where it cannot be read.</param>
/// <param name="Text">The whole row's text as printed, without number and source of the position.</param>
internal sealed partial record ListEntry(ListNumber? Number, string Text, IReadOnlyList<ReadText> Texts, IReadOnlyList<ReadDoubt> Doubts)
{
    private const int ExcerptLetters = 300;

    public static ListEntry Read(ListRow row, LineJoiner joiner, ReferenceData reference, string language)
    {
        var lines = row.Lines(ListColumn.Text);
        var split = lines.TakeWhile(l => !Source().IsMatch(l)).Count();
        var whole = joiner.Join(lines.Take(split));
        var source = Source().Replace(joiner.Join(lines.Skip(split)), "");
        var number = ListNumber.Of(whole);
        var text = number is null ? whole : whole[number.Length..];
        if (number is null || text.Length == 0)
        {
            return new ListEntry(null, text, [], whole.Length == 0 ? [] : [Doubt("number-missing", null, row, whole)]);
        }

        var themes = ThemeCell.Read(row, joiner);
        var wording = joiner.Join(row.Lines(ListColumn.Position));
        var isPledge = Pledge().IsMatch(row.Theme ?? "") || Pledge().IsMatch(wording);
        var position = isPledge ? null : PositionCell.Read(wording, source);
        var doubts = new List<ReadDoubt>();
        var texts = new List<ReadText>();
        var parts = isPledge ? [new StatesBehind(text, null, [], null)] : PartsOf(row, text, joiner, reference, language);
        foreach (var (part, i) in parts.Select((p, i) => (p, i)))
        {
            var name = number.Part ?? (parts.Count > 1 ? $"{i + 1}" : null);
            texts.Add(new ReadText(number.Paragraph, name, row.Page, part.Text, part.IsoCodes)
            {
                Kind = isPledge ? RecommendationKind.Pledge : RecommendationKind.Recommendation,
                StatesAsPrinted = part.AsPrinted,
                Position = position,
                Themes = themes.Themes.Count > 0 || row.Theme is null || isPledge ? themes.Themes : [row.Theme],
                Sdgs = themes.Sdgs,
                Persons = themes.Persons,
            });
            if (!isPledge && (part.IsoCodes.Count == 0 || part.Unread is not null))
            {
                doubts.Add(Doubt("states-unread", number, row, part.Unread ?? part.AsPrinted ?? part.Text, name, string.Join(", ", part.IsoCodes)));
            }
        }

        if (position is null && !isPledge && row.Has(ListColumn.Text))
        {
            doubts.Add(Doubt("position-unread", number, row, wording.Length > 0 ? wording : text));
        }

        return new ListEntry(number, text, texts, doubts);
    }

    /// <summary>The texts of a row with their States: behind each text, or in a column of their own.</summary>
    private static IReadOnlyList<StatesBehind> PartsOf(ListRow row, string text, LineJoiner joiner, ReferenceData reference, string language)
    {
        var printed = joiner.Join(row.Lines(ListColumn.States));
        if (printed.Length == 0)
        {
            return TextParts.Split(text, reference, language);
        }

        var codes = StateMentions.StateMentions.In(printed, reference, language).Select(m => m.Iso3).Distinct().ToList();
        var behind = TrailingStates.Split(text, reference, language);
        return [new StatesBehind(behind.Text, printed, codes, codes.Count == 0 ? printed : null)];
    }

    private static ReadDoubt Doubt(string code, ListNumber? number, ListRow row, string excerpt, string? part = null, string? found = null) =>
        new(code, number?.Paragraph, part ?? number?.Part, row.Page, excerpt.Length > ExcerptLetters ? excerpt[..ExcerptLetters] + "…" : excerpt, string.IsNullOrEmpty(found) ? null : found);

    [GeneratedRegex(@"^\s*(?:Source of (?:the )?position|Source de la position|Fuente de la posici[óo]n)\s*:?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Source();

    [GeneratedRegex(@"\bvoluntary (?:pledge|commitment)s?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Pledge();
}
