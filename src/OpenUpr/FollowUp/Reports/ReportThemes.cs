using OpenUpr.Drafting.Studio;
using static OpenUpr.FollowUp.Reports.ReportBlocks;

namespace OpenUpr.FollowUp.Reports;

/// <summary>The parts of a report that tell: each recommendation under its issue with what every organisation says of it, obstacles, measures, help that is needed (requirements L14, M2, M4, M6), and the table of all recommendations.</summary>
/// <param name="state">The name of a State by its code, in the language of the text.</param>
internal sealed class ReportThemes(ReportData data, ReportWording words, Func<string, string> state)
{
    /// <summary>States that are named before "and others", who are two or more.</summary>
    private const int MostStates = 6;

    /// <summary>The recommendations whose first issue this is: each stands in the report once. Those of which nobody says anything are named in one line, or a report would be pages of texts without news.</summary>
    public IReadOnlyList<ComposedBlock> OfIssue(string issue)
    {
        ReportRow[] rows = [.. data.Rows.Where(r => (r.Issues is [var first, ..] ? first : "") == issue)];
        ReportRow[] unjudged = [.. rows.Where(r => r.Judgements.Count == 0)];
        return rows.Length == 0 ? [Paragraph(words.Say("issue-none"))]
            : [.. rows.Where(r => r.Judgements.Count > 0).SelectMany(Row), .. unjudged.Length == 0 ? Array.Empty<ComposedBlock>() : [Paragraph(words.Say("issue-unjudged", unjudged.Length, string.Join(", ", unjudged.Select(r => r.Name))))]];
    }

    public IReadOnlyList<ComposedBlock> Obstacles()
    {
        ReportRow[] rows = [.. data.Rows.Where(r => r.Obstacle is not null)];
        return rows.Length == 0 ? [] : [Paragraph(words.Say("obstacles")), Table([words.Say("col-number"), words.Say("col-recommendation"), words.Say("col-obstacle")], rows.Select(r => new[] { Cell(r.Name), Cell(r.Text), Cell(r.Obstacle) }))];
    }

    public IReadOnlyList<ComposedBlock> Measures()
    {
        ReportRow[] rows = [.. data.Rows.Where(r => r.Measures.Count > 0)];
        return rows.Length == 0 ? [Paragraph(words.Say("measures-none"))]
            :
            [
                Paragraph(words.Runs("measures", Count(rows.Length, "show=served"), Count(data.Rows.Count - rows.Length, "show=unserved"))),
                Table([words.Say("col-number"), words.Say("col-light"), words.Say("col-measures")], rows.Select(r => new[] { Cell(r.Name), Light(words, r.Light), Cell(string.Join('\n', r.Measures.Select(m => Line(data.Measures[m])))) })),
            ];
    }

    public IReadOnlyList<ComposedBlock> Assistance()
    {
        ReportMeasure[] asking = [.. data.Measures.Where(m => m.Assistance is not null)];
        ReportRow[] rows = [.. data.Rows.Where(r => r.Needs is not null)];
        var blocks = new List<ComposedBlock>();
        if (asking.Length > 0)
        {
            blocks.Add(Paragraph(words.Say("assistance")));
            blocks.AddRange(asking.Select(m => Bullet(new ComposedRun(m.Code + " ", Bold: true), new ComposedRun(CleanText.Of($"{m.Text}: {m.Assistance}")))));
        }

        if (rows.Length > 0)
        {
            blocks.Add(Paragraph(words.Say("assistance-listed")));
            blocks.AddRange(rows.Select(r => Bullet(new ComposedRun(r.Name + " ", Bold: true), new ComposedRun(CleanText.Of(r.Needs!)))));
        }

        return blocks.Count > 0 ? blocks : [Paragraph(words.Say("assistance-none"))];
    }

    /// <summary>The annex: every recommendation of the report in the order of the Working Group's. Who judged how stands under the light: a column of its own would leave the texts too little room.</summary>
    public IReadOnlyList<ComposedBlock> Every() => data.Rows.Count == 0 ? [Paragraph(words.Say("issue-none"))] :
    [
        Table(
            [words.Say("col-number"), words.Say("col-recommendation"), words.Say("col-position"), words.Say("col-light"), words.Say("col-measures")],
            data.Rows.Select(r => new[]
            {
                Cell(r.Name), Cell(r.Text), Cell(words.Say("position-" + r.Position)), [.. Light(words, r.Light), .. r.Judgements.Select(j => new ComposedRun($"\n{Who(j)}: {words.Value(j.Value)}"))], Cell(string.Join(", ", r.Measures.Select(m => data.Measures[m].Code))),
            })),
    ];

    private IEnumerable<ComposedBlock> Row(ReportRow row)
    {
        yield return Paragraph(new ComposedRun(CleanText.Of($"{row.Name}  {row.Text}"), Bold: true));
        yield return Paragraph(new ComposedRun(words.Light(row.Light), Light: row.Light), new ComposedRun($"  {words.Say("position-" + row.Position)}. {States(row)}"));
        if (row.IsDisputed)
        {
            yield return Paragraph(new ComposedRun(words.Say("disputed"), Italic: true));
        }

        foreach (var judgement in row.Judgements)
        {
            yield return Bullet([.. Runs(judgement)]);
        }
    }

    private string States(ReportRow row) => row.States.Count == 0 ? "" : words.Say(
        "put-by", row.States.Count <= MostStates + 1 ? words.List([.. row.States.Select(state)]) : words.Say("put-by-more", string.Join(", ", row.States.Take(MostStates).Select(state)), row.States.Count - MostStates));

    private IEnumerable<ComposedRun> Runs(ReportJudgement judgement)
    {
        yield return new ComposedRun($"{Who(judgement)}: ", Bold: true);
        yield return new ComposedRun($"{ReportWording.Sign(judgement.Light)} {words.Value(judgement.Value)}", Light: judgement.Light);
        yield return new ComposedRun(" " + Sentence(judgement.Explanation));
        if (judgement.Regression is { } worse)
        {
            yield return new ComposedRun($" {words.Say("regression")} ", Bold: true);
            yield return new ComposedRun(Sentence(worse));
        }

        if (judgement.Effect is { } effect)
        {
            yield return new ComposedRun($" {words.Say("effect")} ", Italic: true);
            yield return new ComposedRun(Sentence(effect));
        }

        if (judgement.Evidence.Count > 0)
        {
            yield return new ComposedRun($" {words.Say("rests-on")} ", Italic: true);
            foreach (var (i, evidence) in judgement.Evidence.Index())
            {
                yield return new ComposedRun((i > 0 ? "; " : "") + words.Say("evidence-" + evidence.Kind));
                if (evidence.Address is { } address)
                {
                    yield return new ComposedRun(" ");
                    yield return new ComposedRun(address, Address: address);
                }
            }

            yield return new ComposedRun(".");
        }
    }

    private string Who(ReportJudgement judgement) => judgement.Organisation ?? words.Say("whole");

    private string Line(ReportMeasure measure)
    {
        var about = string.Join(", ", new[] { words.Say("state-" + measure.State), measure.Ministry, measure.To is { } to ? words.Say("until", to) : null }.OfType<string>());
        return $"{measure.Code} {measure.Text} ({about})";
    }

    /// <summary>On one line, with a full stop.</summary>
    private static string Sentence(string text)
    {
        var line = string.Join(' ', CleanText.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length > 0 && line[^1] is '.' or '!' or '?' or '…' ? line : line + ".";
    }
}
