using System.Globalization;
using OpenUpr.App.Features.Statistics;
using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Export.Docx;
using OpenUpr.Export.Svg;
using OpenUpr.Recommendations;
using OpenUpr.Reviews;
using OpenUpr.Search.Statistics;

namespace OpenUpr.App.Features.States;

/// <summary>A drawing of the infographic with the counted rows behind it.</summary>
/// <param name="Bars">The same as bars of a Word file.</param>
public sealed record InfographicPanel(string Id, Figure Figure, IReadOnlyList<CountLine> Lines, IReadOnlyList<DocxBar> Bars);

/// <summary>A State's infographic in words: the page, the picture and the Word file draw the same panels.</summary>
/// <param name="Basis">What is counted, and as of when.</param>
/// <param name="Notes">What the numbers leave out.</param>
public sealed record InfographicView(string Title, string Basis, IReadOnlyList<InfographicPanel> Panels, IReadOnlyList<string> Notes)
{
    /// <summary>Panels by column: the answers and the kinds of action beside goals and issues.</summary>
    public IReadOnlyList<IReadOnlyList<InfographicPanel>> Columns => Panels.Count == 0 ? [] : [[Panels[0], Panels[3]], [Panels[1], Panels[2]]];

    public static InfographicView Of(StateInfographic numbers, string iso3, Labels labels, ReferenceData reference, DataBasis basis, bool isDemo)
    {
        var make = new Maker(iso3, labels, reference);
        List<string> notes = [.. numbers.Lacking.Count == 0 ? [] : new[] { Lacking(numbers.Lacking) }, numbers.Total.Pending > 0 ? InfographicWords.Note_Pending : "", isDemo ? StatisticsWords.Source_Demo : StatisticsWords.Source_Own];
        return new InfographicView(
            Numbers.Fill(InfographicWords.Title, labels.State(iso3)),
            $"{InfographicWords.Basis} {(basis.AsOf is { } asOf ? Numbers.Fill(Words.Footer_AsOf, Dates.Day(asOf)) : Words.Footer_NoData)}",
            numbers.Total.Count == 0 ? [] :
            [
                make.Answers(numbers.Cycles),
                make.Ranked("goals", numbers.Goals, StateInfographic.MostGoals, InfographicWords.Goals_Basis),
                make.Ranked("issues", numbers.Issues, StateInfographic.MostIssues, InfographicWords.Issues_Basis),
                make.Ranked("actions", numbers.Actions, 5, InfographicWords.Actions_Basis),
            ],
            [.. notes.Where(n => n.Length > 0)]);
    }

    /// <summary>The sessions that the collection lacks, in a sentence.</summary>
    public static string Lacking(IReadOnlyList<int> sessions) => Numbers.Fill(sessions.Count == 1 ? InfographicWords.Lacking_One : InfographicWords.Lacking, string.Join(", ", sessions));

    /// <param name="origin">Scheme and host of the site; null outside one.</param>
    public string Svg(string? origin) => SvgSheet.Draw(new ChartText(Title, Basis), [.. Columns.Select(c => (IReadOnlyList<SheetPanel>)[.. c.Select(p => new SheetPanel(p.Figure.Text, p.Figure.Picture))])], Notes, origin);

    public byte[] Docx() => DocxWriter.BarPage(Title, Basis, [.. Panels.Select(p => new DocxBarGroup(p.Figure.Finding, p.Figure.Text.Basis, p.Bars))], Notes, CultureInfo.CurrentUICulture.Name is { Length: > 0 } name ? name : "en");

    /// <summary>Makes the panels of one State.</summary>
    private sealed class Maker(string iso3, Labels labels, ReferenceData reference)
    {
        private readonly Search.SearchQuery _query = StateInfographic.QueryOf(iso3);

        public InfographicPanel Answers(StatisticTable table)
        {
            var lines = CountLines.Of("cycle", table.InOrder(), labels, ("sur", iso3));
            var text = new ChartText(
                table.Total.IsAnswered ? Numbers.Fill(InfographicWords.Answers_Finding, Numbers.Count(table.Total.Count), Numbers.Share(table.Total.Supported, table.Total.Count)) : Numbers.Fill(InfographicWords.Answers_None, Numbers.Count(table.Total.Count)),
                InfographicWords.Answers_Basis);
            var picture = StackedBarChart.Draw([.. lines.Select(l => StatisticsFigures.Stacked(l.Label, l.Row!, l.Link()))], StatisticsFigures.Legend);
            return new InfographicPanel("answers", new Figure(text, picture), lines, [.. lines.Select(l => Stacked(l.Label, l.Row!))]);
        }

        public InfographicPanel Ranked(string id, StatisticTable table, int most, string basis)
        {
            var top = table with { Rows = [.. table.Rows.Take(most)] };
            var said = $"{Numbers.Fill(basis, top.Rows.Count, table.Rows.Count)}{(table.ByMachine > 0 ? $" {Numbers.Fill(InfographicWords.ByMachine, Numbers.Count(table.ByMachine), Numbers.Count(table.Total.Count))}" : "")}";
            var largest = (double)top.Rows.Select(r => r.Count).DefaultIfEmpty(1).Max();
            IReadOnlyList<CountLine> lines = [.. CountLines.Of(table.By, top.Rows, labels, ("sur", iso3)).Select(l => l with { Label = Named(table.By, l) })];
            var figure = new StatisticsFigures(labels, reference, _query, said).Ranking(top);
            return new InfographicPanel(
                id, figure with { Picture = BarChart.Draw([.. lines.Select(l => new Bar(l.Label, l.Row!.Count, Numbers.Count(l.Row.Count), l.Link()))]) }, lines,
                [.. lines.Select(l => new DocxBar(l.Label, Numbers.Count(l.Row!.Count), [(l.Row.Count / largest, Fill(Ink.Bar))]))]);
        }

        /// <summary>A goal is known by its name too: nobody has all seventeen numbers by heart.</summary>
        private static string Named(string by, CountLine line) => by == StatisticFields.Sdg && Taxonomy.Topics.Sdg.GoalOf(line.Row!.Key) is { } goal ? $"{line.Label} {goal.Name}" : line.Label;

        private static DocxBar Stacked(string label, StatisticRow row) => new(
            label, Numbers.Count(row.Count),
            [((double)row.Supported / row.Count, Fill(Ink.Supported)), ((double)row.Noted / row.Count, Fill(Ink.Noted)), ((double)row.Pending / row.Count, Fill(Ink.Pending))],
            string.Join("  ", new[] { ("●", Words.Position_Supported, row.Supported), ("◐", Words.Position_Noted, row.Noted), ("○", Words.Position_Pending, row.Pending) }.Where(p => p.Item3 > 0).Select(p => $"{p.Item1} {p.Item2} {Numbers.Count(p.Item3)}")));

        private static string Fill(Ink ink) => ink.Colour.TrimStart('#');
    }
}
