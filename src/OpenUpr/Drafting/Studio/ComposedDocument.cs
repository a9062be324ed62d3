namespace OpenUpr.Drafting.Studio;

/// <summary>
/// A document as it is handed over, made once from what is stored: the Word file, the preview, the print view, the count of words and the check all
/// read this one, so that none of them can say something else than the others.
/// </summary>
public sealed record ComposedDocument
{
    /// <summary>Name of one of <see cref="StudioKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Tag of the text's language, such as "en", "fr" or "ar".</summary>
    public required string Language { get; init; }

    public required string Title { get; init; }

    /// <summary>What stands at the beginning beside the title; null for nothing.</summary>
    public ComposedCover? Cover { get; init; }

    /// <summary>True where title and cover have a page of their own, as a submission's; else they stand above the text.</summary>
    public bool HasCoverPage { get; init; }

    /// <summary>True where a table of contents helps: a submission of many sections.</summary>
    public bool HasContents { get; init; }

    public required IReadOnlyList<ComposedBlock> Blocks { get; init; }

    /// <summary>Endnotes in the order in which the text refers to them; <see cref="ComposedRun.Note"/> is a place in it.</summary>
    public IReadOnlyList<IReadOnlyList<ComposedRun>> Notes { get; init; } = [];
}

/// <summary>The first page: who writes, on which State, for which session, whom to ask.</summary>
/// <param name="Lines">Under the title: the State and session, the day, whom to write to.</param>
/// <param name="SubmittersHeading">Above the organisations; null for none.</param>
/// <param name="Logo">A picture, PNG or JPEG; null for none.</param>
/// <param name="LogoText">What the picture shows, for those who cannot see it.</param>
public sealed record ComposedCover(IReadOnlyList<string> Lines, string? SubmittersHeading, IReadOnlyList<ComposedSubmitter> Submitters, byte[]? Logo = null, string? LogoText = null);

/// <summary>An organisation on the cover.</summary>
/// <param name="About">Founding year, activities, address on the web; empty for none.</param>
public sealed record ComposedSubmitter(string Name, IReadOnlyList<string> About);

/// <summary>What a block is.</summary>
public enum BlockKind
{
    Heading,
    Paragraph,

    /// <summary>A paragraph with a number; numbers run through the whole document.</summary>
    Numbered,
    Bullet,
    Quote,

    /// <summary>A recommendation to the State or by it, set apart.</summary>
    Recommendation,

    /// <summary>A question to the State.</summary>
    Question,
    Table,

    /// <summary>Bars of what a table beside it says in figures.</summary>
    Chart,

    /// <summary>What follows begins a page: an annex.</summary>
    PageBreak,
}

/// <summary>A block of the running text.</summary>
public sealed record ComposedBlock
{
    public required BlockKind Kind { get; init; }

    /// <summary>Of a heading, 1 to 3; of an item, 1 where it belongs to the numbered paragraph above it; else 0.</summary>
    public int Level { get; init; }

    public IReadOnlyList<ComposedRun> Runs { get; init; } = [];

    /// <summary>Of a numbered paragraph, or of a recommendation or question in its list, from 1; 0 for none.</summary>
    public int Number { get; init; }

    /// <summary>The number or mark as it is shown before the text, such as "12.", "(a)" or "•"; null for none.</summary>
    public string? Label { get; init; }

    /// <summary>Rows of a table, the first its head; empty for other kinds.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<ComposedRun>>> Rows { get; init; } = [];

    /// <summary>Of a chart; null for other kinds.</summary>
    public ComposedChart? Chart { get; init; }

    /// <summary>The section that it comes from; null for what the program adds.</summary>
    public long? SectionId { get; init; }
}

/// <summary>Words of one look.</summary>
/// <param name="Address">Where the words lead, an address of the web; null for plain words.</param>
/// <param name="Note">Place of the endnote that stands behind the words, from 0; null for none.</param>
/// <param name="Light">green, amber, red, mixed or none where the words are those of a light; null for other words.</param>
/// <param name="Rows">The filter that finds the rows which a number counts, as in an address without its question mark: pages of the room make a link of it, files do not; <see cref="Whole"/> for everything, null for none.</param>
public readonly record struct ComposedRun(string Text, bool Bold = false, bool Italic = false, string? Address = null, int? Note = null, string? Light = null, string? Rows = null)
{
    /// <summary>Rows of a number that counts all recommendations of the review, whatever the document is on.</summary>
    public const string Whole = "/";
}

/// <summary>Bars, one for each category, each divided into the series. The figures stand in a table beside it.</summary>
/// <param name="Title">What it shows, in a sentence.</param>
public sealed record ComposedChart(string Title, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series);

/// <summary>A series of a chart.</summary>
/// <param name="Light">green, amber, red, mixed or none: what it is painted with; its name says the same in a word.</param>
/// <param name="Values">One for each category.</param>
public sealed record ChartSeries(string Name, string Light, IReadOnlyList<int> Values);

/// <summary>What a document is composed from. Nothing here comes from a store: a test, the program's samples and an import make one as well.</summary>
public sealed record StudioSource(string Kind, string Language, string Title, ComposedCover? Cover, IReadOnlyList<SourceSection> Sections)
{
    /// <summary>
    /// Makes the parts that are counted and not typed, by the words between the braces of a line such as <c>{{lights-by-issue}}</c>; null where the words name none, and the line stands as it is typed. Null for a kind that has no such
    /// parts.
    /// </summary>
    public Func<string, IReadOnlyList<ComposedBlock>?>? Generated { get; init; }
}

/// <summary>A section as it is written.</summary>
/// <param name="Text">With the marks of <see cref="StudioText"/>.</param>
/// <param name="Id">Null for one that is not stored.</param>
public sealed record SourceSection(string Slot, string Heading, int Level, string Text, long? Id = null);
