namespace OpenUpr.Drafting.Studio;

/// <summary>
/// The marks of a section's text, a small part of Markdown, so that what people paste from elsewhere holds: an empty line ends a paragraph; "- " an item, "&gt; " somebody's
/// words, "#" to "###" a heading below the section's own, "R: " a recommendation, "Q: " a question, "| a | b |" a row of a table; **bold**, *italic*, [words](https://…), and
/// ^[an endnote] where it is referred to. A backslash before a mark makes it plain. All else stays as it stands, marks without their other half too. Reading takes time linear in the
/// text, whatever stands in it.
/// </summary>
public static class StudioText
{
    /// <summary>Characters of one section's text.</summary>
    public const int MaxText = 60_000;

    private static readonly (string Mark, BlockKind Kind, int Level)[] s_marks =
    [
        ("# ", BlockKind.Heading, 1), ("## ", BlockKind.Heading, 2), ("### ", BlockKind.Heading, 3),
        ("- ", BlockKind.Bullet, 0), ("> ", BlockKind.Quote, 0), ("R: ", BlockKind.Recommendation, 0), ("Q: ", BlockKind.Question, 0),
    ];

    /// <summary>The blocks of a text in their order.</summary>
    /// <param name="notes">Where its endnotes are added; they go on from those of the texts before.</param>
    /// <param name="level">Of the heading above it, 0 for none.</param>
    public static IReadOnlyList<ComposedBlock> Read(string text, IList<IReadOnlyList<ComposedRun>> notes, int level = 0)
    {
        var (blocks, inline, open) = (new List<ComposedBlock>(), new InlineMarks(notes), new OpenBlock());
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var (kind, rest, depth) = Tell(line);
            if (!open.TakesOn(kind))
            {
                Close();
                open = new OpenBlock { Kind = kind, Level = depth };
            }

            open.Lines.Add(rest);
        }

        Close();
        return blocks;

        void Close()
        {
            if (open.Make(inline, level) is { } block)
            {
                blocks.Add(block);
            }
        }
    }

    /// <summary>A text of one line without marks of its own: headings and titles.</summary>
    public static string Plain(string text) => string.Join(' ', CleanText.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What a line is; null for an empty one.</summary>
    private static (BlockKind? Kind, string Words, int Level) Tell(string line)
    {
        var bare = line.Trim();
        if (bare.Length == 0)
        {
            return (null, "", 0);
        }

        if (TableMarks.IsRow(bare))
        {
            return (BlockKind.Table, bare, 0);
        }

        foreach (var (mark, kind, level) in s_marks)
        {
            if (bare.StartsWith(mark, StringComparison.Ordinal))
            {
                return (kind, bare[mark.Length..].TrimStart(), level);
            }
        }

        return bare == ">" ? (null, "", 0) : (BlockKind.Paragraph, bare, 0);
    }

    /// <summary>Lines that belong together while they are gathered.</summary>
    private sealed class OpenBlock
    {
        public BlockKind? Kind { get; init; }

        public int Level { get; init; }

        public List<string> Lines { get; } = [];

        /// <summary>Whether a line goes on with it: lines of a paragraph, of a quote, rows of a table.</summary>
        public bool TakesOn(BlockKind? next) => next == Kind && next is BlockKind.Paragraph or BlockKind.Quote or BlockKind.Table;

        public ComposedBlock? Make(InlineMarks inline, int above)
        {
            if (Kind is not { } kind)
            {
                return null;
            }

            if (kind == BlockKind.Table)
            {
                return TableMarks.Read(Lines, inline);
            }

            var runs = inline.Read(string.Join('\n', Lines));
            return runs.Count == 0 ? null : new ComposedBlock { Kind = kind, Level = kind == BlockKind.Heading ? Math.Min(3, above + Level) : 0, Runs = runs };
        }
    }
}
