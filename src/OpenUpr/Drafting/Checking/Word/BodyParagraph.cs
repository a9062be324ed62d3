using System.Text;
using OpenUpr.Sources.Docx;

namespace OpenUpr.Drafting.Checking.Word;

/// <summary>What is gathered of a paragraph while it is read.</summary>
internal sealed class BodyParagraph
{
    private readonly StringBuilder _text = new();

    public string Text => _text.ToString().Trim();

    /// <summary>Gathered only where the reader is asked for looks.</summary>
    public List<LookRun> Runs { get; } = [];

    /// <summary>Letters so far.</summary>
    public int Length => _text.Length;

    public string From(int letter) => _text.ToString(letter, _text.Length - letter).Trim();

    public int Pictures { get; set; }

    /// <summary>Pictures that say in words what they show.</summary>
    public int PictureTexts { get; set; }

    public bool BreaksPage { get; private set; }

    public bool TextBeforeBreak { get; private set; }

    public bool TextAfterBreak { get; private set; }

    public bool IsContents { get; set; }

    public bool HasReferences => Notes.Count > 0 || Comments.Count > 0;

    public List<(bool IsEndnote, string Id)> Notes { get; } = [];

    public List<string> Comments { get; } = [];

    /// <summary>Adds what its text boxes hold.</summary>
    public List<Action> Boxes { get; } = [];

    public void Add(string text)
    {
        _text.Append(text);
        if (!string.IsNullOrWhiteSpace(text))
        {
            TextBeforeBreak |= !BreaksPage;
            TextAfterBreak |= BreaksPage;
        }
    }

    public void BreakPage()
    {
        BreaksPage = true;
        Add("\n");
    }
}

/// <summary>Which paragraphs are headings, by what Word calls their styles whatever language its menus speak.</summary>
internal static class Headings
{
    private const int TextLevel = 9;

    /// <summary>From 1; null for text. A title is none: it names the paper, not a part of it.</summary>
    public static int? LevelOf(Style style, ParagraphShape shape)
    {
        if (shape.Outline is >= 0 and < TextLevel and var outline)
        {
            return outline + 1;
        }

        var name = style.Name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) ? style.Name[8..] : style.Id.StartsWith("Heading", StringComparison.Ordinal) ? style.Id[7..] : "";
        return name is [>= '1' and <= '9'] ? name[0] - '0' : null;
    }

    public static bool IsQuote(Style style) => style.Name.Equals("quote", StringComparison.OrdinalIgnoreCase) || style.Name.Equals("intense quote", StringComparison.OrdinalIgnoreCase);

    public static bool IsContents(Style style) => style.Name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase) || style.Id.StartsWith("TOC", StringComparison.Ordinal);
}
