using OpenUpr.Sources.Pdf.Content;

namespace OpenUpr.Sources.Pdf.Layout;

/// <summary>
/// Finds tables by rules that touch one another. Tables without rules are left as lines: taking a list of contents or a numbered
/// paragraph for a table would break up plain text, which is the greater harm.
/// </summary>
internal static class TableFinder
{
    /// <summary>Points between rules that meet.</summary>
    private const double Touch = 3;
    private const int MaxStrokes = 4_000;

    public static List<RuledTable> Find(IReadOnlyList<Stroke> strokes, PdfBudget budget)
    {
        if (strokes.Count is < 5 or > MaxStrokes)
        {
            return [];
        }

        var joined = Join(strokes.Where(s => s.IsLevel), level: true).Concat(Join(strokes.Where(s => !s.IsLevel), level: false)).ToList();
        return [.. Groups(joined, budget).Select(RuledTable.From).OfType<RuledTable>().OrderBy(t => t.Top)];
    }

    /// <summary>Makes one rule of the pieces that each cell draws of it.</summary>
    private static IEnumerable<Stroke> Join(IEnumerable<Stroke> strokes, bool level)
    {
        const double SameRule = 1.5;
        var sorted = strokes.OrderBy(s => Math.Round((level ? s.Top : s.Left) / SameRule)).ThenBy(s => level ? s.Left : s.Top);
        Stroke? open = null;
        foreach (var stroke in sorted)
        {
            if (open is { } o && Math.Abs(level ? o.Top - stroke.Top : o.Left - stroke.Left) <= SameRule && (level ? stroke.Left - o.Right : stroke.Top - o.Bottom) <= Touch)
            {
                open = o with { Right = Math.Max(o.Right, stroke.Right), Bottom = Math.Max(o.Bottom, stroke.Bottom) };
            }
            else
            {
                if (open is { } done)
                {
                    yield return done;
                }

                open = stroke;
            }
        }

        if (open is { } last)
        {
            yield return last;
        }
    }

    private static IEnumerable<List<Stroke>> Groups(List<Stroke> strokes, PdfBudget budget)
    {
        var left = new LinkedList<Stroke>(strokes);
        while (left.First is { } first)
        {
            left.RemoveFirst();
            var group = new List<Stroke> { first.Value };
            for (var i = 0; i < group.Count; i++)
            {
                for (var node = left.First; node is not null;)
                {
                    budget.Step();
                    var next = node.Next;
                    if (Meet(group[i], node.Value))
                    {
                        group.Add(node.Value);
                        left.Remove(node);
                    }

                    node = next;
                }
            }

            yield return group;
        }
    }

    private static bool Meet(Stroke a, Stroke b) =>
        a.Left <= b.Right + Touch && b.Left <= a.Right + Touch && a.Top <= b.Bottom + Touch && b.Top <= a.Bottom + Touch;
}
