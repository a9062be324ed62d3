using OpenUpr.Sources;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Drafting.Checking;

/// <summary>
/// A document as the rules see it: text with its structure, and facts about the file that holds it. The reader of Word files makes one
/// (<see cref="Word.WordFile"/>); anything else that holds a draft can make one too and is then checked by the same rules.
/// </summary>
public sealed record CheckedDocument
{
    /// <summary>The running text in reading order, cells of tables and text boxes among it; paragraphs without text only where they hold a picture or end a page.</summary>
    public required IReadOnlyList<TextParagraph> Paragraphs { get; init; }

    /// <summary>Footnotes and endnotes in the order in which the text refers to them.</summary>
    public IReadOnlyList<TextNote> Notes { get; init; } = [];

    /// <summary>What stands at the head and the foot of the pages.</summary>
    public IReadOnlyList<string> Margins { get; init; } = [];

    /// <summary>True where a page's head or foot gives its number.</summary>
    public bool HasPageNumbers { get; init; }

    /// <summary>Of a file; a draft that is no file yet has none to speak of.</summary>
    public FileFacts File { get; init; } = new();
}

/// <summary>A paragraph of the running text.</summary>
public sealed record TextParagraph
{
    /// <summary>Its text as a reader sees it, tracked insertions accepted, deletions and hidden text left out; a line break within it is "\n".</summary>
    public required string Text { get; init; }

    /// <summary>From 1, counting paragraphs with text, cells and boxes too. What a person counts who has nothing else to go by.</summary>
    public int Number { get; init; }

    /// <summary>Its number in a list, as shown before the text; null where it is in none.</summary>
    public string? Label { get; init; }

    /// <summary>From 1 for a heading by its style; null for text.</summary>
    public int? HeadingLevel { get; init; }

    /// <summary>Somebody's words set apart by their style; they belong to the paragraph before.</summary>
    public bool IsQuote { get; init; }

    /// <summary>A line of a table of contents.</summary>
    public bool IsContents { get; init; }

    /// <summary>Its cell in a table; null outside of one.</summary>
    public CellPlace? Cell { get; init; }

    /// <summary>In a text box.</summary>
    public bool IsBox { get; init; }

    /// <summary>Begins a page because the writer wants it so.</summary>
    public bool StartsPage { get; init; }

    /// <summary>The next paragraph begins a page.</summary>
    public bool EndsPage { get; init; }

    /// <summary>Pictures in it.</summary>
    public int Pictures { get; init; }

    /// <summary>Of these, those that say nothing to a reader who cannot see them.</summary>
    public int PicturesWithoutText { get; init; }

    /// <summary>How its words look; null unless the reader was asked for it.</summary>
    public ParagraphLook? Look { get; init; }
}

/// <summary>How the words of a paragraph look, for those who write on in it.</summary>
/// <param name="Style">What Word calls its style in English, such as "List Bullet".</param>
public sealed record ParagraphLook(string Style, IReadOnlyList<LookRun> Runs);

/// <summary>Words of one look, or the place of a note.</summary>
/// <param name="Address">Where the words lead; null for plain words.</param>
/// <param name="Note">The note that is referred to behind the words; null for none.</param>
public readonly record struct LookRun(string Text, bool Bold, bool Italic, string? Address, (bool IsEndnote, string Id)? Note = null);

/// <summary>A footnote or an endnote.</summary>
/// <param name="Number">From 1, in the order of the text, footnotes and endnotes each for themselves.</param>
/// <param name="Paragraph">Index of the paragraph that refers to it.</param>
public sealed record TextNote(int Number, bool IsEndnote, string Text, int Paragraph);

/// <summary>What a file holds beside the text that a reader sees.</summary>
public sealed record FileFacts
{
    public FileForm Form { get; init; } = FileForm.WordDocument;

    /// <summary>What it is in words, where it is no Word document that can be read: "a PDF document".</summary>
    public string? Description { get; init; }

    /// <summary>True where a password locks it.</summary>
    public bool IsLocked { get; init; }

    /// <summary>True where it may not be changed, or only in part, without a password.</summary>
    public bool IsProtected { get; init; }

    /// <summary>True where it holds programs.</summary>
    public bool HasMacros { get; init; }

    /// <summary>True where changes go on being tracked.</summary>
    public bool TracksChanges { get; init; }

    /// <summary>Other files within it, by name.</summary>
    public IReadOnlyList<string> Embedded { get; init; } = [];

    /// <summary>What it loads from elsewhere or where on a machine it points: addresses of linked pictures, of a template, of files.</summary>
    public IReadOnlyList<string> Outside { get; init; } = [];

    /// <summary>Its properties that name people, machines or organisations, each with its name.</summary>
    public IReadOnlyList<(string Name, string Value)> Properties { get; init; } = [];

    /// <summary>Properties that somebody added, such as a program that manages documents.</summary>
    public IReadOnlyList<string> OwnProperties { get; init; } = [];

    /// <summary>Marks that tell which words were written in one sitting.</summary>
    public int EditingSessions { get; init; }

    public IReadOnlyList<FileMark> Comments { get; init; } = [];

    public IReadOnlyList<FileMark> Changes { get; init; } = [];

    public IReadOnlyList<FileMark> Hidden { get; init; } = [];

    /// <summary>Language tags of the text, the one with the most letters first; empty where it has none.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Fonts that the text names.</summary>
    public IReadOnlyList<string> Fonts { get; init; } = [];

    /// <summary>Width and height of the page in points; null where it is not said.</summary>
    public (double Width, double Height)? Page { get; init; }
}

/// <summary>Something in the file that does not belong to its text: a comment, a tracked change, hidden words.</summary>
/// <param name="Author">Empty where it has none.</param>
/// <param name="Text">Its words.</param>
/// <param name="Paragraph">Index of the paragraph where it stands; -1 where it is not known.</param>
public sealed record FileMark(string Author, string Text, int Paragraph);
