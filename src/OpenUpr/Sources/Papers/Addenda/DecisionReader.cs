using System.Globalization;
using System.Text.RegularExpressions;
using OpenUpr.Reviews;
using OpenUpr.Sources.Papers.Paragraphs;
using OpenUpr.Sources.Papers.Recognition;
using OpenUpr.Storage;

namespace OpenUpr.Sources.Papers.Addenda;

/// <summary>
/// Reads the Council's decision on an outcome: the day on which it was adopted. With it the review is closed, and by resolution 5/1 (2007), paragraph 32, what the State
/// never answered is noted; that rule is the importer's.
/// </summary>
internal static partial class DecisionReader
{
    /// <summary>Behind "adopted by the Human Rights Council on", the date stands within this many characters.</summary>
    private const int Near = 90;

    public static PaperReading Read(PaperText text, PaperIdentity identity, ReferenceData reference)
    {
        var notes = Notes.Read(text);
        var paragraphs = ParagraphReader.Read(notes.Body);
        var title = paragraphs.FirstOrDefault(p => Title().IsMatch(p.Text) || Title().IsMatch($"{p.Marker} {p.Text}"));
        var passages = ParagraphReader.Passages(title is null ? paragraphs : paragraphs.SkipWhile(p => p != title)).Select(p => p with { Text = Notes.WithoutMarks(p.Text).Text, Heading = title?.Text })
            .Concat(notes.All.Select(n => new ReadPassage(null, null, n.Lines[0].Page, n.Text))).ToList();
        var words = string.Join(' ', text.Lines.Where(l => l.Role is LineRole.Body).Select(l => l.Text));
        return new PaperReading(identity, text)
        {
            Passages = passages,
            Facts = Adopted(words, identity.Language) is { } day ? [new ReadFact(ReviewFact.OutcomeAdoptedOn, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), text.Lines is [{ } first, ..] ? first.Page : null)] : [],
        };
    }

    /// <summary>The date behind "adopted", or else the last one of the text: that of the meeting.</summary>
    private static DateOnly? Adopted(string words, string language)
    {
        var dates = PaperDates.FindAll(words, language).ToList();
        foreach (Match match in AdoptedBy().Matches(words))
        {
            if (dates.Where(d => d.Index > match.Index && d.Index < match.Index + match.Length + Near).Select(d => (DateOnly?)d.Date).FirstOrDefault() is { } near)
            {
                return near;
            }
        }

        return dates.Count == 0 ? null : dates[^1].Date;
    }

    // "43/112. Outcome of the universal periodic review: ..."
    [GeneratedRegex(@"^\d{1,2}/\d{1,3}\.\s", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Title();

    [GeneratedRegex(@"adopted\s+by\s+the|adoptée?\s+par\s+le|aprobad[ao]\s+por\s+el|принятое\s+Советом", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AdoptedBy();
}
