using System.Globalization;
using OpenUpr.App.Features.Check;
using OpenUpr.App.Resources;
using OpenUpr.Drafting.Checking;
using OpenUpr.Taxonomy.Smart;

namespace OpenUpr.App.Shared;

/// <summary>What the rules for documents found, in sentences: the same on the page and on the command line. Every rule has its three (a test holds it).</summary>
internal static class CheckText
{
    public static string Kind(DocumentKind kind) => Of($"Kind_{kind.Name()}");

    /// <summary>"error", "warning" or "look", for programs.</summary>
    public static string Code(CheckSeverity severity) => severity switch
    {
        CheckSeverity.Must => "error",
        CheckSeverity.Should => "warning",
        _ => "look",
    };

    public static string Severity(CheckSeverity severity) => Of($"Severity_{severity}");

    public static string About(CheckSeverity severity) => Of($"Severity_{severity}_About");

    public static string Count(CheckSeverity severity, int count) => Numbers.Fill(Of($"Count_{severity}"), Numbers.Count(count));

    /// <summary>The rule as a sentence.</summary>
    public static string Rule(CheckFinding finding) => Fill("Rule", finding);

    /// <summary>What was found.</summary>
    public static string Say(CheckFinding finding) => Fill("Say", finding);

    /// <summary>What the writer can do about it.</summary>
    public static string Advice(CheckFinding finding) => Fill("Do", finding);

    /// <summary>"your number 12, under “Detention”, footnote 3".</summary>
    public static string Place(CheckPlace place)
    {
        var parts = new List<string>();
        if (place.Note is { } note)
        {
            parts.Add(Numbers.Fill(place.IsEndnote ? CheckWords.Place_Endnote : CheckWords.Place_Footnote, note));
        }

        if (place.Label is { } label)
        {
            parts.Add(Numbers.Fill(CheckWords.Place_Label, label));
        }

        if (place.Paragraph is { } paragraph)
        {
            parts.Add(Numbers.Fill(CheckWords.Place_Paragraph, paragraph));
        }

        if (place.Heading is { } heading)
        {
            parts.Add(Numbers.Fill(CheckWords.Place_Under, heading));
        }

        return parts.Count == 0 ? CheckWords.Place_Whole : string.Join(", ", parts);
    }

    /// <summary>What no program can know of a document of this kind.</summary>
    public static IEnumerable<string> Unknown(DocumentKind kind) => CheckRules.Unknown(kind).Select(code => Of($"Unknown_{code}"));

    /// <summary>The words that count, and the limit where there is one.</summary>
    public static string Words(CheckReport report) => report.Limit is { } limit
        ? Numbers.Fill(CheckWords.Words_Limit, Numbers.Count(report.Words.Counted), Numbers.Count(limit.Value))
        : Numbers.Fill(CheckWords.Words_NoLimit, Numbers.Count(report.Words.Counted));

    /// <summary>How sure the limit is; null where the source states it.</summary>
    public static string? Certainty(CheckReport report) => report.Limit?.Certainty switch
    {
        "assumed" => CheckWords.Words_Assumed,
        "derived" => CheckWords.Words_Derived,
        _ => null,
    };

    public static string TooLarge(long bytes) => Numbers.Fill(CheckWords.Error_TooLarge, Numbers.Count(bytes / CheckLimits.Mega), CheckLimits.MaxFileBytes / CheckLimits.Mega);

    private static string Fill(string what, CheckFinding finding) => Numbers.Fill(Of($"{what}_{finding.Rule.Code}"), [.. Values(finding)]);

    private static IEnumerable<object> Values(CheckFinding finding) => finding.Rule.Code switch
    {
        "metadata" => [Of($"Prop_{finding.Values[0]}")],
        "language-tag" when finding.Values is ["", var spoken] => [CheckWords.Language_None, spoken],
        "not-smart" => [string.Join(", ", ((string)finding.Values[0]).Split(' ').Select(c => SmartText.Criterion(Enum.Parse<SmartCriterion>(c))))],
        _ => finding.Values.Select(v => v is int number ? Numbers.Count(number) : v),
    };

    private static string Of(string name) => CheckWords.ResourceManager.GetString(name.Replace('-', '_'), CultureInfo.CurrentUICulture)
        ?? throw new InvalidOperationException($"CheckWords.resx has no text '{name}'.");
}
