namespace OpenUpr.Export.Docx;

/// <summary>
/// A text as people type it, in Word and on a page: a line that begins with "# " or "## " is a heading, one with "- " an item of a list, one with "> " somebody's own
/// words, an empty line ends a paragraph. All else stays as it stands.
/// </summary>
public static class PlainText
{
    private static readonly string[] s_marks = ["# ", "## ", "- ", "> "];

    public static void Write(DocxWriter docx, string text)
    {
        foreach (var (mark, words) in Blocks(text))
        {
            Write(docx, mark, words);
        }
    }

    /// <summary>The parts of a text in their order, each with the mark that it began with; a paragraph has none, and may be of several lines.</summary>
    public static IEnumerable<(string Mark, string Words)> Blocks(string text)
    {
        var paragraph = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Append(""))
        {
            var (mark, rest) = Split(line);
            if (mark.Length == 0 && line.Length > 0)
            {
                paragraph.Add(line);
                continue;
            }

            if (paragraph.Count > 0)
            {
                yield return ("", string.Join('\n', paragraph));
                paragraph.Clear();
            }

            if (mark.Length > 0)
            {
                yield return (mark, rest);
            }
        }
    }

    private static (string Mark, string Words) Split(string line)
    {
        var mark = s_marks.FirstOrDefault(m => line.StartsWith(m, StringComparison.Ordinal)) ?? "";
        return (mark, line[mark.Length..]);
    }

    private static void Write(DocxWriter docx, string mark, string text)
    {
        switch (mark)
        {
            case "# ":
                docx.Heading(1, text);
                break;
            case "## ":
                docx.Heading(2, text);
                break;
            case "- ":
                docx.Bullet(text);
                break;
            case "> ":
                docx.Quote(text);
                break;
            default:
                docx.Paragraph(text);
                break;
        }
    }
}
