using System.Text;

namespace OpenUpr.Drafting.Studio;

/// <summary>Writes words with their looks as a text with the marks of <see cref="StudioText"/>. What <see cref="StudioText.Read"/> makes of it is the same again.</summary>
internal static class MarkedText
{
    private static readonly string[] s_starts = ["- ", "> ", "# ", "## ", "### ", "|"];

    /// <summary>A paragraph's words, on one line or with line ends.</summary>
    /// <param name="notes">The endnotes that the words refer to.</param>
    public static string Of(IReadOnlyList<ComposedRun> runs, IReadOnlyList<IReadOnlyList<ComposedRun>> notes)
    {
        var joined = Join(runs);

        // Most signs that could be marks are none where they stand; a text full of backslashes is no pleasure to write on.
        var plain = Write(joined, notes, isEscaped: false);
        return IsSame(plain, joined, notes) ? plain : Write(joined, notes, isEscaped: true);
    }

    /// <summary>Words that begin a paragraph, where a line's first signs can be marks.</summary>
    public static string Paragraph(string marked) => string.Join('\n', marked.Split('\n').Select(Start));

    private static string Start(string line)
    {
        var bare = line.TrimStart();
        return bare.StartsWith("R: ", StringComparison.Ordinal) || bare.StartsWith("Q: ", StringComparison.Ordinal) ? $"{bare[0]}\\{bare[1..]}"
            : bare == ">" || s_starts.Any(s => bare.StartsWith(s, StringComparison.Ordinal)) ? "\\" + bare : bare;
    }

    /// <summary>Neighbours of one look are one, and spaces at the edge of a look stand outside of it.</summary>
    private static List<ComposedRun> Join(IReadOnlyList<ComposedRun> runs)
    {
        var joined = new List<ComposedRun>();
        foreach (var run in runs.SelectMany(Apart))
        {
            if (joined.Count > 0 && joined[^1] is { Note: null } last && (last.Bold, last.Italic, last.Address) == (run.Bold, run.Italic, run.Address))
            {
                joined[^1] = run with { Text = last.Text + run.Text };
            }
            else
            {
                joined.Add(run);
            }
        }

        return joined;
    }

    private static IEnumerable<ComposedRun> Apart(ComposedRun run)
    {
        var text = CleanText.Of(run.Text).Replace('\t', ' ');
        var words = text.Trim();
        if (words.Length == text.Length || !(run.Bold || run.Italic))
        {
            return text.Length > 0 || run.Note is not null ? [run with { Text = text }] : [];
        }

        var start = text.Length - text.TrimStart().Length;
        return new[]
        {
            new ComposedRun(text[..start]), run with { Text = words, Note = null }, new ComposedRun(words.Length == 0 ? "" : text[(start + words.Length)..]), new ComposedRun("", Note: run.Note),
        }.Where(r => r.Text.Length > 0 || r.Note is not null);
    }

    private static string Write(List<ComposedRun> runs, IReadOnlyList<IReadOnlyList<ComposedRun>> notes, bool isEscaped)
    {
        var (text, isParted) = (new StringBuilder(), false);
        foreach (var run in runs)
        {
            // The space that stood before a note stands behind it, so that words do not grow together.
            text.Append(isParted && run.Text.Length > 0 && !char.IsWhiteSpace(run.Text[0]) ? " " : "");
            isParted = false;
            var mark = (run.Bold ? "**" : "") + (run.Italic ? "*" : "");
            var isLink = run.Address is not null && InlineMarks.Address(run.Address) is not null && run.Text.Length > 0;
            text.Append(isLink ? "[" : "").Append(mark).Append(isEscaped ? Escape(run.Text) : run.Text).Append(run.Italic ? "*" : "").Append(run.Bold ? "**" : "").Append(isLink ? $"]({InlineMarks.Address(run.Address!)})" : "");
            if (run.Note is { } note)
            {
                var bare = text.ToString().TrimEnd(' ').Length;
                (isParted, text.Length) = (bare < text.Length, bare);
                text.Append("^[").Append(Of([.. notes[note].Select(r => r with { Note = null })], []).ReplaceLineEndings(" ")).Append(']');
            }
        }

        return text.ToString().Trim();
    }

    private static bool IsSame(string marked, List<ComposedRun> runs, IReadOnlyList<IReadOnlyList<ComposedRun>> notes)
    {
        var read = new List<IReadOnlyList<ComposedRun>>();
        var again = new InlineMarks(read).Read(marked);
        return Letters(again) == Letters(runs) && read.Count == runs.Count(r => r.Note is { } note && notes[note].Any(w => !string.IsNullOrWhiteSpace(w.Text)));
    }

    /// <summary>With their looks; spaces may stand on either side of a mark.</summary>
    private static string Letters(IEnumerable<ComposedRun> runs) =>
        string.Concat(runs.SelectMany(r => r.Text.Where(c => !char.IsWhiteSpace(c)).Select(c => $"{c}{(r.Bold ? "B" : "")}{(r.Italic ? "I" : "")}{(r.Address is null ? "" : "A")}")));

    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            escaped.Append(c is '*' or '[' or ']' or '\\' ? "\\" : "").Append(c);
        }

        return escaped.ToString();
    }
}
