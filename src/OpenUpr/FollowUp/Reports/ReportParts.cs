using OpenUpr.Drafting.Studio;

namespace OpenUpr.FollowUp.Reports;

/// <summary>
/// The parts of a report that are made and not typed. Each stands in the text as a line of its own, such as <c>{{lights-by-issue}}</c>, and is drawn whenever the document is composed: for the page, for paper, for Word. So no number in a
/// report is older than its judgements, writers can move a part or write around it, and three people who write one section at once merge a line and not a table. What the words between the braces do not name stays as it is typed.
/// </summary>
public static class ReportParts
{
    public const string Methodology = "methodology";
    public const string Picture = "picture";
    public const string ByPosition = "lights-by-position";
    public const string ByIssue = "lights-by-issue";
    public const string Changes = "changes";
    public const string Activities = "activities";
    public const string Obstacles = "obstacles";
    public const string Measures = "measures";
    public const string Assistance = "assistance";
    public const string Every = "all-recommendations";

    /// <summary>With the name of an issue: <c>{{issue: Detention}}</c>; its recommendations one by one.</summary>
    public const string Issue = "issue";

    /// <summary>The line of a part.</summary>
    public static string Line(string part) => Composer.MarkBegin + part + Composer.MarkEnd;

    /// <summary>The line of an issue's recommendations; those without an issue have an empty name.</summary>
    public static string LineOf(string issue) => Line($"{Issue}: {issue}");

    /// <summary>Makes the parts of a report in the language of its text.</summary>
    public static Func<string, IReadOnlyList<ComposedBlock>?> Of(ReportData data, string language, Func<string, string> state)
    {
        var words = new ReportWording(language);
        var (numbers, texts) = (new ReportTables(data, words), new ReportThemes(data, words, state));
        return part => part switch
        {
            Methodology => numbers.Methodology(),
            Picture => numbers.Picture(),
            ByPosition => numbers.ByPosition(),
            ByIssue => numbers.ByIssue(),
            Changes => numbers.Changes(),
            Activities => numbers.Activities(),
            Obstacles => texts.Obstacles(),
            Measures => texts.Measures(),
            Assistance => texts.Assistance(),
            Every => texts.Every(),
            _ => part.StartsWith(Issue + ":", StringComparison.Ordinal) ? texts.OfIssue(part[(Issue.Length + 1)..].Trim()) : null,
        };
    }
}

/// <summary>Small makers of blocks, so that the parts read as what they say.</summary>
internal static class ReportBlocks
{
    public static ComposedBlock Paragraph(params ComposedRun[] runs) => new() { Kind = BlockKind.Paragraph, Runs = runs };

    public static ComposedBlock Paragraph(string text) => Paragraph(new ComposedRun(CleanText.Of(text)));

    public static ComposedBlock Bullet(params ComposedRun[] runs) => new() { Kind = BlockKind.Bullet, Runs = runs };

    public static ComposedRun[] Cell(string? text, bool bold = false) => [new ComposedRun(CleanText.Of(text ?? ""), bold)];

    /// <summary>A number that leads to the recommendations which it counts.</summary>
    /// <param name="rows">As the list of what became of recommendations is asked for them; empty for all of the report.</param>
    public static ComposedRun[] Count(int number, string rows) => Leading(number, "monitoring?" + rows);

    /// <summary>A number that leads to the actions which it counts.</summary>
    public static ComposedRun[] CountActions(int number, string rows) => Leading(number, "actions?" + rows);

    /// <summary>A number that leads to all recommendations of the review, whatever the report is on.</summary>
    public static ComposedRun[] CountAll(int number) => Leading(number, ComposedRun.Whole);

    /// <summary>A number that leads to the indicators which it counts.</summary>
    public static ComposedRun[] CountIndicators(int number, string rows) => Leading(number, "monitoring/indicators?" + rows);

    /// <summary>A value that leads to what it was reckoned or taken from.</summary>
    public static ComposedRun[] Value(string text, string rows, string? light = null) => [new ComposedRun(CleanText.Of(text), Light: light, Rows: rows)];

    private static ComposedRun[] Leading(int number, string rows) => [new ComposedRun(number.ToString(System.Globalization.CultureInfo.InvariantCulture), Rows: number == 0 ? null : rows.TrimEnd('?'))];

    public static ComposedRun[] Light(ReportWording words, string light) => [new ComposedRun(words.Light(light), Light: light)];

    public static ComposedBlock Table(IEnumerable<string> head, IEnumerable<IReadOnlyList<ComposedRun[]>> rows) =>
        new() { Kind = BlockKind.Table, Rows = [head.Select(h => (IReadOnlyList<ComposedRun>)Cell(h)).ToList(), .. rows.Select(r => (IReadOnlyList<IReadOnlyList<ComposedRun>>)[.. r])] };
}
