using OpenUpr.Drafting.Checking;
using OpenUpr.Sources.Docx;

namespace OpenUpr.Drafting.Studio;

/// <summary>
/// Puts a document together from its sections. Paragraphs of a submission are numbered through, because OHCHR's summary refers to them by number (Compendium, Part 3,
/// "Structure", 2017); those of its summary, key words and annexes are not. Recommendations that follow each other are lettered there, as in UN papers, and counted elsewhere.
/// A heading with nothing below it is left out, so that a section nobody has written yet does not show.
/// </summary>
public static class Composer
{
    /// <summary>With so many headings a reader looks for a table of contents.</summary>
    private const int HeadingsForContents = 6;

    public const string BulletMark = "•";

    /// <summary>Around the name of a part that the program makes, on a line of its own.</summary>
    public const string MarkBegin = "{{";
    public const string MarkEnd = "}}";

    public static ComposedDocument Compose(StudioSource source)
    {
        var isSubmission = StudioKinds.RulesOf(source.Kind)?.IsSubmission() == true;
        var isWhole = isSubmission || StudioKinds.IsReport(source.Kind);
        var (notes, blocks) = (new List<IReadOnlyList<ComposedRun>>(), new List<Placed>());
        for (var i = 0; i < source.Sections.Count; i++)
        {
            blocks.AddRange(Section(source, i, notes));
        }

        var labelled = Label(source, blocks, isSubmission);
        return new ComposedDocument
        {
            Kind = source.Kind,
            Language = source.Language,
            Title = StudioText.Plain(source.Title),
            Cover = source.Cover is { } cover ? Clean(cover) : null,
            HasCoverPage = isWhole && source.Cover is not null,
            HasContents = isWhole && labelled.Count(b => b.Block.Kind == BlockKind.Heading && b.Block.Level <= 2) >= HeadingsForContents,
            Blocks = [.. labelled.Select(b => b.Block)],
            Notes = notes,
        };
    }

    private static IEnumerable<Placed> Section(StudioSource source, int index, List<IReadOnlyList<ComposedRun>> notes)
    {
        var section = source.Sections[index];
        var (heading, level) = (StudioText.Plain(section.Heading), Math.Clamp(section.Level, 1, 3));
        var blocks = Blocks(source, section.Text, notes, heading.Length > 0 ? level : level - 1);
        var isEmpty = blocks.Count == 0 && !HasBelow(source.Sections, index, level) && !IsOwn(source, section);
        if (isEmpty || (heading.Length == 0 && blocks.Count == 0))
        {
            yield break;
        }

        if (section.Slot == SectionSlots.Annex)
        {
            yield return new Placed(new ComposedBlock { Kind = BlockKind.PageBreak, SectionId = section.Id }, section.Slot);
        }

        if (heading.Length > 0)
        {
            yield return new Placed(new ComposedBlock { Kind = BlockKind.Heading, Level = level, Runs = [new ComposedRun(heading)], SectionId = section.Id }, section.Slot);
        }

        foreach (var block in blocks)
        {
            yield return new Placed(block with { SectionId = section.Id }, section.Slot);
        }
    }

    /// <summary>What is typed, with the parts that the program makes where their lines stand.</summary>
    private static IReadOnlyList<ComposedBlock> Blocks(StudioSource source, string text, List<IReadOnlyList<ComposedRun>> notes, int level)
    {
        if (source.Generated is not { } generated || !text.Contains(MarkBegin, StringComparison.Ordinal))
        {
            return StudioText.Read(text, notes, level);
        }

        var (blocks, typed) = (new List<ComposedBlock>(), new List<string>());
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var bare = line.Trim();
            if (bare.StartsWith(MarkBegin, StringComparison.Ordinal) && bare.EndsWith(MarkEnd, StringComparison.Ordinal) && generated(bare[MarkBegin.Length..^MarkEnd.Length].Trim()) is { } made)
            {
                blocks.AddRange(StudioText.Read(string.Join('\n', typed), notes, level));
                blocks.AddRange(made);
                typed.Clear();
            }
            else
            {
                typed.Add(line);
            }
        }

        blocks.AddRange(StudioText.Read(string.Join('\n', typed), notes, level));
        return blocks;
    }

    /// <summary>Whether a deeper section with text follows before one of the same level.</summary>
    private static bool HasBelow(IReadOnlyList<SourceSection> sections, int index, int level) =>
        sections.Skip(index + 1).TakeWhile(s => Math.Clamp(s.Level, 1, 3) > level || s.Heading.Length == 0).Any(s => !string.IsNullOrWhiteSpace(s.Text));

    /// <summary>A heading that somebody wrote stands for itself; that of the outline waits for its text.</summary>
    private static bool IsOwn(StudioSource source, SourceSection section) =>
        section.Slot == SectionSlots.Free && !StudioOutlines.Of(source.Kind, source.Language).Any(s => s.Slot == SectionSlots.Free && s.Heading == section.Heading);

    private static List<Placed> Label(StudioSource source, List<Placed> blocks, bool isSubmission)
    {
        var (paragraphs, inList, last, isBelowNumber) = (0, 0, default(BlockKind?), false);
        var isPlain = StudioKinds.IsSpoken(source.Kind) || source.Kind == StudioKinds.Letter;
        return [.. blocks.Select(Next)];

        Placed Next(Placed placed)
        {
            var block = placed.Block;
            inList = block.Kind == last ? inList + 1 : 1;
            last = block.Kind;
            var isNumbered = block.Kind == BlockKind.Paragraph && isSubmission && placed.Slot is not (SectionSlots.Summary or SectionSlots.Keywords or SectionSlots.Annex);
            isBelowNumber = isNumbered || (isBelowNumber && block.Kind is not (BlockKind.Heading or BlockKind.PageBreak));
            return placed with
            {
                Block = block.Kind switch
                {
                    BlockKind.Paragraph when isNumbered => block with { Kind = BlockKind.Numbered, Number = ++paragraphs, Label = NumberFormat.Write(paragraphs, "decimalEnclosedFullstop") },
                    BlockKind.Bullet => block with { Label = BulletMark, Level = isBelowNumber ? 1 : 0 },
                    BlockKind.Recommendation or BlockKind.Question when !isPlain => block with { Number = inList, Label = ListLabel(inList, isSubmission, source.Language) },
                    _ => block,
                },
            };
        }
    }

    /// <summary>Scripts without small letters have figures in brackets.</summary>
    private static string ListLabel(int number, bool isSubmission, string language) => !isSubmission ? NumberFormat.Write(number, "decimalEnclosedFullstop")
        : DocumentLanguage.Of(language).IsRightToLeft ? NumberFormat.Write(number, "decimalEnclosedParen") : $"({NumberFormat.Write(number, "lowerLetter")})";

    private static ComposedCover Clean(ComposedCover cover) => cover with
    {
        Lines = Clean(cover.Lines),
        SubmittersHeading = cover.SubmittersHeading is { } heading && StudioText.Plain(heading) is { Length: > 0 } plain ? plain : null,
        Submitters = [.. cover.Submitters.Select(s => new ComposedSubmitter(StudioText.Plain(s.Name), Clean(s.About))).Where(s => s.Name.Length > 0)],
        LogoText = cover.LogoText is { } text && StudioText.Plain(text) is { Length: > 0 } shown ? shown : null,
    };

    private static IReadOnlyList<string> Clean(IReadOnlyList<string> lines) => [.. lines.Select(StudioText.Plain).Where(l => l.Length > 0)];

    private readonly record struct Placed(ComposedBlock Block, string Slot);
}
