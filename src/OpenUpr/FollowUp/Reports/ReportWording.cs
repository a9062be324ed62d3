using System.Globalization;
using OpenUpr.Drafting.Lists;
using OpenUpr.Drafting.Studio;
using OpenUpr.Reviews;

namespace OpenUpr.FollowUp.Reports;

/// <summary>Words of the parts of a report that are made and not typed, in the languages of submissions (Data/report-words.csv). They are text of the document, not of the pages around it.</summary>
public sealed class ReportWording
{
    private static readonly Dictionary<(string Key, string Language), string> s_words =
        (from row in ReferenceTable.Read("OpenUpr.FollowUp.Reports.Data.report-words.csv").ToList()
         from language in MatrixWording.Languages
         select (Key: (row["key"], language), Word: row[language])).ToDictionary(w => w.Key, w => w.Word);

    private readonly CultureInfo _culture;

    /// <param name="language">Tag; English where there are no words in it.</param>
    public ReportWording(string language)
    {
        Language = MatrixWording.Main(language);
        _culture = CultureInfo.GetCultureInfo(Language);
    }

    /// <summary>en, fr or es.</summary>
    public string Language { get; }

    /// <summary>A sentence with its values; days are in words.</summary>
    public string Say(string key, params object?[] values) => string.Format(_culture, s_words[(key, Language)], [.. values.Select(v => v is DateOnly day ? Day(day) : v)]);

    /// <summary>A sentence some values of which are runs of their own, such as numbers that lead to their rows; the others stand as in <see cref="Say"/>.</summary>
    public ComposedRun[] Runs(string key, params object?[] values)
    {
        // Each run leaves a mark that no text of a person can hold, and takes its place again once the sentence is whole.
        var marked = Say(key, [.. values.Select((v, i) => v is ComposedRun[] ? $"\0{i}\0" : v)]).Split('\0');
        return [.. marked.SelectMany((part, i) => i % 2 == 1 ? (ComposedRun[])values[int.Parse(part, CultureInfo.InvariantCulture)]! : part.Length == 0 ? [] : [new ComposedRun(CleanText.Of(part))])];
    }

    /// <summary>Null where there is none of this name.</summary>
    public string? Find(string key) => s_words.GetValueOrDefault((key, Language));

    /// <summary>The sign and the word of a light: "● Implemented". The sign alone would be a colour by another name.</summary>
    public string Light(string light) => $"{Sign(light)} {Say("light-" + light)}";

    public string Value(string code) => ValueScale.Find(code)?.Word(Language) ?? code;

    public string Number(decimal number) => number.ToString("#,0.##", _culture);

    public string Index(decimal? value) => value?.ToString("0.00", _culture) ?? "–";

    /// <summary>"8 %", "8%" by the language; "–" of nothing.</summary>
    public string Share(int part, int whole) => whole == 0 ? "–" : (part / (double)whole).ToString("P0", _culture);

    /// <summary>"A, B and C".</summary>
    public string List(IReadOnlyList<string> names) => new FillingWords(Language).List(names, names.Count);

    public string Day(DateOnly day) => day.ToString(Say("day"), _culture);

    public static string Sign(string light) => light switch { "green" => "●", "amber" => "◐", "red" => "○", "mixed" => "≠", _ => "–" };
}
