using System.Text;

namespace OpenUpr.Sources.Docx;

/// <summary>Counts the lists of a document from its beginning and gives each paragraph the label that a reader sees.</summary>
internal sealed class ListLabels(Numbering numbering, StyleSheet styles)
{
    private readonly Dictionary<string, int?[]> _counters = new(StringComparer.Ordinal);
    private readonly HashSet<(string Instance, int Level)> _begun = [];

    /// <summary>Counts a paragraph and gives its label; null when it is in no list.</summary>
    /// <param name="shape">The paragraph's own, over its style's.</param>
    public (string Label, bool IsGlued, double? Left)? Next(ParagraphShape shape, Style style)
    {
        // "0" is no list: the paragraph was taken out of its style's (ECMA-376, part 1, 17.9.18).
        if (shape.NumberingId is null or "0" || numbering.Find(shape.NumberingId) is not { } instance || numbering.ListOf(instance, styles) is not { } found)
        {
            return null;
        }

        var levels = Enumerable.Range(0, Numbering.Levels).Select(i => instance.Levels[i] ?? found.List.Levels[i]).ToArray();
        var level = shape.Level ?? LevelOf(style, levels);
        if (level is < 0 or >= Numbering.Levels || levels[level] is not { } definition)
        {
            return null;
        }

        var counters = Count(found.Name, shape.NumberingId, instance, levels, level);
        return definition.IsHidden ? null : (Write(definition, levels, counters), definition.IsGlued, definition.Left);
    }

    private static int LevelOf(Style style, ListLevel?[] levels)
    {
        foreach (var name in style.Lineage)
        {
            var level = Array.FindIndex(levels, l => l?.Style == name);
            if (level >= 0)
            {
                return level;
            }
        }

        return 0;
    }

    private int?[] Count(string list, string id, ListInstance instance, ListLevel?[] levels, int level)
    {
        if (!_counters.TryGetValue(list, out var counters))
        {
            _counters[list] = counters = new int?[Numbering.Levels];
        }

        for (var above = 0; above < level; above++)
        {
            counters[above] ??= instance.Starts[above] ?? levels[above]?.Start ?? 1;
        }

        // An instance with its own start begins there once, and counts on from then.
        counters[level] = instance.Starts[level] is { } own && _begun.Add((id, level)) ? own
            : counters[level] is { } last ? last + 1
            : levels[level]!.Start;
        for (var below = level + 1; below < Numbering.Levels; below++)
        {
            if ((levels[below]?.Restart ?? int.MaxValue) > level)
            {
                counters[below] = null;
            }
        }

        return counters;
    }

    private static string Write(ListLevel level, ListLevel?[] levels, int?[] counters)
    {
        if (level.Format == "bullet")
        {
            return SymbolFonts.Bullet(level.Text);
        }

        var label = new StringBuilder();
        for (var i = 0; i < level.Text.Length; i++)
        {
            if (level.Text[i] == '%' && i + 1 < level.Text.Length && level.Text[i + 1] is >= '1' and <= '9' and var digit)
            {
                var of = digit - '1';
                var format = level.IsLegal ? "decimal" : levels[of]?.Format ?? "decimal";
                label.Append(counters[of] is { } number ? NumberFormat.Write(number, format) : "");
                i++;
            }
            else
            {
                label.Append(level.Text[i]);
            }
        }

        return label.ToString();
    }
}
