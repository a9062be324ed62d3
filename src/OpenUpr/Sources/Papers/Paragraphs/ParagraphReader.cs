using System.Collections.Immutable;

namespace OpenUpr.Sources.Papers.Paragraphs;

/// <summary>
/// From the lines of a paper to its paragraphs, in any language. The numbers of a United Nations paper run from 1 to its end (Editorial Manual, "Numbering of
/// paragraphs"): a number at the start of a line is a paragraph's when it continues that sequence, or that of a list inside it, and else part of the text.
/// </summary>
public static class ParagraphReader
{
    /// <summary>The paper's paragraphs and headings in reading order, without its table of contents. Word papers, whose lines are paragraphs already, go the same way.</summary>
    public static IReadOnlyList<PaperParagraph> Read(PaperText text)
    {
        var page = PageForm.Of(text);
        var lines = page.Lines;
        var joiner = new LineJoiner(lines);
        var result = new List<PaperParagraph>();
        var sequence = new NumberSequence(page);
        var headings = new HeadingPath();
        foreach (var block in BlockSplitter.Split(lines, page, sequence))
        {
            Add(result, block, page, joiner, headings);
        }

        return result;
    }

    /// <summary>The paragraphs as passages for the store: every one that is no heading.</summary>
    public static IReadOnlyList<ReadPassage> Passages(IEnumerable<PaperParagraph> paragraphs) =>
        [.. paragraphs.Where(p => p.Role != ParagraphRole.Heading && p.Text.Length > 0).Select(p => new ReadPassage(p.Label, p.Heading, p.Page, p.Text))];

    private static void Add(List<PaperParagraph> result, Block block, PageForm page, LineJoiner joiner, HeadingPath headings)
    {
        var text = joiner.Join(block.Lines.Select(l => l.Text), block.Marker?.Printed.Length ?? 0);
        if (HeadingRules.LevelOf(block, text, page) is { } level)
        {
            var title = block.Marker is { } marker ? $"{marker.Printed} {text}" : text;
            headings.Enter(level, title);
            result.Add(new PaperParagraph(ParagraphRole.Heading, null, ImmutableArray<string>.Empty, block.Marker?.Printed, text, block.Lines[0].Page, headings.ToString(), block.Lines) { Level = level });
            return;
        }

        if (block.Place is null && block.Marker is { } unused)
        {
            text = $"{unused.Printed} {text}";
        }

        var role = block.Place switch { null => ParagraphRole.Plain, { IsItem: true } => ParagraphRole.Item, _ => ParagraphRole.Numbered };
        var printed = block.Place is null ? null : block.Marker?.Printed;
        result.Add(new PaperParagraph(role, block.Place?.Number ?? (result.Count > 0 && result[^1].Role == ParagraphRole.Heading ? null : result.Count > 0 ? result[^1].Number : null), block.Place?.Items ?? [], printed, text, block.Lines[0].Page, headings.ToString(), block.Lines));
    }
}
