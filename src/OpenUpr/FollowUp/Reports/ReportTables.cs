using OpenUpr.Drafting.Lists;
using OpenUpr.Drafting.Studio;
using OpenUpr.FollowUp.Monitoring;
using OpenUpr.Taxonomy;
using static OpenUpr.FollowUp.Reports.ReportBlocks;

namespace OpenUpr.FollowUp.Reports;

/// <summary>The parts of a report that count: how it was made (requirement M4), the general picture, lights by position and issue, what changed, how far the activities are. Each recommendation is counted once, however many States put it.</summary>
internal sealed class ReportTables(ReportData data, ReportWording words)
{
    /// <summary>Bars of one chart; the table beside it has all issues.</summary>
    private const int MostBars = 12;

    private static readonly string[] s_positions = ["supported", "partly", "noted", "pending"];

    private static readonly string[] s_states = ["done", "begun", "agreed", "planned"];

    public IReadOnlyList<ComposedBlock> Methodology()
    {
        string[] organisations = [.. data.Judgements.Select(j => j.Organisation).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        int[] years = [.. data.Judgements.Select(j => j.Year).OfType<int>().Distinct().Order()];
        var evidence = data.Rows.SelectMany(r => r.Judgements.SelectMany(j => j.Evidence).Select(e => e.Kind).Distinct()).CountBy(k => k).OrderByDescending(e => e.Value).ThenBy(e => e.Key, StringComparer.Ordinal).ToList();
        var judged = data.Rows.Count(r => r.Judgements.Count > 0);
        var blocks = new List<ComposedBlock>
        {
            Paragraph(words.Runs("method-rows", Count(data.Rows.Count, ""), CountAll(data.All), words.Say("scope-" + data.Scope))),
            Paragraph(words.Runs("method-judged", Count(judged, "show=judged"), Count(data.Judgements.Count(), "show=judged"))),
        };
        if (organisations.Length > 0)
        {
            blocks.Add(Paragraph(words.Say("method-who", organisations.Length, words.List(organisations))));
        }

        if (data.Judgements.Any(j => j.Organisation is null))
        {
            blocks.Add(Paragraph(words.Say("method-whole")));
        }

        if (years.Length > 0)
        {
            blocks.Add(Paragraph(words.Say("method-rounds", words.List([.. years.Select(y => y.ToString(System.Globalization.CultureInfo.InvariantCulture))]))));
        }

        blocks.Add(Paragraph(words.Say("method-eyes")));
        if (data.AsOf is { } day)
        {
            blocks.Add(Paragraph(words.Say("method-day", day)));
        }

        if (evidence.Count > 0)
        {
            blocks.Add(Paragraph(words.Say("method-evidence")));
            blocks.Add(Table([words.Say("col-evidence"), words.Say("col-recommendations")], evidence.Select(e => new[] { Cell(words.Say("evidence-" + e.Key)), Count(e.Value, "evidence=" + e.Key) })));
        }

        blocks.Add(Paragraph(words.Say("method-scale")));
        blocks.Add(Table([words.Say("col-value"), words.Say("col-light"), words.Say("col-score")], ValueScale.All.Select(v => new[] { Cell(v.Word(words.Language)), Light(words, v.Light), Cell(v.Score is { } score ? words.Number(score) : words.Say("no-score")) })));
        blocks.Add(Paragraph(words.Say("method-mixed")));
        blocks.Add(Paragraph(words.Say("method-index")));
        return blocks;
    }

    public IReadOnlyList<ComposedBlock> Picture()
    {
        var index = ReportData.IndexOf(data.Rows);
        var lights = FollowOverview.Lights;
        var blocks = new List<ComposedBlock>
        {
            Chart(words.Say("chart-picture", data.Rows.Count), [words.Say("col-recommendations")], [data.Rows]),
            Table(
                [words.Say("col-light"), words.Say("col-recommendations"), words.Say("col-share")],
                lights.Select(l => (Light: l, Count: ReportData.Count(data.Rows, l))).Select(l => new[] { Light(words, l.Light), Count(l.Count, "show=" + l.Light), Cell(words.Share(l.Count, data.Rows.Count)) })
                    .Append([Cell(words.Say("total"), bold: true), Count(data.Rows.Count, ""), Cell("")])),
            Table(
                [words.Say("col-also"), words.Say("col-recommendations")],
                [[Cell(words.Say("also-regression")), Count(data.Rows.Count(r => r.IsRegression), "show=regression")], [Cell(words.Say("also-disputed")), Count(data.Rows.Count(r => r.IsDisputed), "show=disputed")]]),
            Paragraph([new ComposedRun(words.Say("index", words.Index(index.Value)), Bold: true, Rows: index.Value is null ? null : "monitoring?show=scored"), new ComposedRun(" "), .. words.Runs("index-counted", Count(index.Scored, "show=scored"), Count(index.Left, "show=left"))]),
        };
        return blocks;
    }

    public IReadOnlyList<ComposedBlock> ByPosition() =>
    [
        Grid(words.Say("col-position"), s_positions.Select(p => (words.Say("position-" + p), "position=" + p, (IReadOnlyList<ReportRow>)[.. data.Rows.Where(r => r.Position == p)])).Where(l => l.Item3.Count > 0)),
    ];

    public IReadOnlyList<ComposedBlock> ByIssue()
    {
        var lines = data.Issues.Select(i => (Name: IssueList.Current.NameIn(i, words.Language), Query: "issue=" + Uri.EscapeDataString(i), Rows: (IReadOnlyList<ReportRow>)[.. data.Rows.Where(r => r.Issues.Contains(i))])).ToList();
        if (lines.Count == 0)
        {
            return [];
        }

        var most = lines.OrderByDescending(l => l.Rows.Count).ThenBy(l => l.Name, StringComparer.Ordinal).Take(MostBars).ToList();
        return
        [
            Chart(words.Say(lines.Count > MostBars ? "chart-issues-most" : "chart-issues", most.Count), [.. most.Select(l => l.Name)], [.. most.Select(l => l.Rows)]),
            Paragraph(words.Say("issues-several")), Grid(words.Say("col-issue"), lines),
        ];
    }

    public IReadOnlyList<ComposedBlock> Changes()
    {
        if (data.Year is not { } year || data.Rows.All(r => r.Before is null or "none"))
        {
            return [Paragraph(words.Say("changes-first"))];
        }

        ReportRow[] moved = [.. data.Rows.Where(r => r.Before is { } before && before != r.Light)];
        return moved.Length == 0 ? [Paragraph(words.Say("changes-none", year))]
            : [Paragraph(words.Runs("changes", Count(moved.Length, "show=changed"), year)), Table([words.Say("col-number"), words.Say("col-recommendation"), words.Say("col-before"), words.Say("col-now")], moved.Select(r => new[] { Cell(r.Name), Cell(r.Text), Light(words, r.Before!), Light(words, r.Light) }))];
    }

    public IReadOnlyList<ComposedBlock> Activities()
    {
        if (data.Measures.Count == 0)
        {
            return [Paragraph(words.Say("measures-none"))];
        }

        ReportIndicator[] indicators = [.. data.Measures.SelectMany(m => m.Indicators)];
        var served = data.Rows.Count(r => r.Measures.Count > 0);
        var blocks = new List<ComposedBlock>
        {
            Paragraph(words.Runs("activities", CountActions(data.Measures.Count, ""), Count(served, "show=served"), Count(data.Rows.Count, ""))),
            Table([words.Say("col-state"), words.Say("col-measures")], s_states.Select(s => new[] { Cell(words.Say("state-" + s)), CountActions(data.Measures.Count(m => m.State == s), "show=" + s) })),
        };
        if (indicators.Length > 0)
        {
            blocks.Add(Paragraph(words.Runs("indicators", CountIndicators(indicators.Length, ""), CountIndicators(indicators.Count(i => i.Latest is not null), "show=measured"), CountIndicators(indicators.Count(i => i.IsReached == true), "show=reached"))));
            blocks.Add(Table(
                [words.Say("col-measure"), words.Say("col-indicator"), words.Say("col-baseline"), words.Say("col-latest"), words.Say("col-target")],
                from m in data.Measures from i in m.Indicators select new[] { Cell(m.Code), Cell(i.Unit is { } unit ? $"{i.Name} ({unit})" : i.Name), Number(i.Baseline, m), i.LatestOn is { } day ? Value($"{words.Number(i.Latest!.Value)} ({words.Day(day)})", RowsOf(m)) : Cell("–"), Number(i.Target, m) }));
        }

        return blocks;
    }

    private ComposedRun[] Number(decimal? number, ReportMeasure of) => number is { } known ? Value(words.Number(known), RowsOf(of)) : Cell("–");

    private static string RowsOf(ReportMeasure measure) => "monitoring/indicators?measure=" + measure.Code;

    /// <summary>Lights by something, with the index and the rows behind each number.</summary>
    private ComposedBlock Grid(string head, IEnumerable<(string Name, string Query, IReadOnlyList<ReportRow> Rows)> lines) => Table(
        [head, .. FollowOverview.Lights.Select(words.Light), words.Say("total"), words.Say("col-index")],
        lines.Select(l => (IReadOnlyList<ComposedRun[]>)
        [
            Cell(l.Name), .. FollowOverview.Lights.Select(light => Count(ReportData.Count(l.Rows, light), $"{l.Query}&show={light}")), Count(l.Rows.Count, l.Query), Index(ReportData.IndexOf(l.Rows), l.Query),
        ]));

    private ComposedRun[] Index(IndexValue index, string query) => index.Value is null ? Cell("–") : Value(words.Index(index.Value), $"monitoring?{query}&show=scored", index.Light);

    private ComposedBlock Chart(string title, IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<ReportRow>> rows) => new()
    {
        Kind = BlockKind.Chart,
        Chart = new ComposedChart(title, names, [.. FollowOverview.Lights.Select(l => new ChartSeries(words.Light(l), l, [.. rows.Select(r => ReportData.Count(r, l))]))]),
    };
}
