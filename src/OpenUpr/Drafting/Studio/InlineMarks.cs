using System.Text;

namespace OpenUpr.Drafting.Studio;

/// <summary>
/// The marks within a paragraph: bold, italic, links, endnotes. A mark without its other half stays as typed. Notes stand in no other note and links in no other link, so that
/// nothing nests deeper than three; each letter is looked at a bounded number of times.
/// </summary>
internal sealed class InlineMarks(IList<IReadOnlyList<ComposedRun>> notes)
{
    private const string Marks = "*[]^|#->:\\";

    /// <summary>Characters of a link's address; browsers take more, people do not write more.</summary>
    private const int LongestAddress = 2_000;

    public IReadOnlyList<ComposedRun> Read(string text)
    {
        var clean = CleanText.Of(text).Replace('\t', ' ').Trim();
        if (clean.AsSpan().IndexOfAny("*[\\") < 0)
        {
            return clean.Length == 0 ? [] : [new ComposedRun(clean)];
        }

        var runs = new Runs();
        Walk(new Line(clean, Brackets(clean)), 0, clean.Length, new ComposedRun(""), runs, isNote: false);
        return runs.Finish();
    }

    /// <summary>A paragraph with the place of the bracket that closes each opened one, -1 where there is none; round ones only where no space stands between, as in an address.</summary>
    private readonly record struct Line(string Text, int[] Closing);

    private static int[] Brackets(string text)
    {
        var (closing, square, round) = (new int[text.Length], new Stack<int>(), new Stack<int>());
        for (var i = 0; i < text.Length; i++)
        {
            closing[i] = -1;
            if (IsPlain(text, i))
            {
                closing[++i] = -1;
            }
            else if (text[i] is '[' or '(')
            {
                (text[i] == '[' ? square : round).Push(i);
            }
            else if (text[i] is ']' or ')' && (text[i] == ']' ? square : round).TryPop(out var begin))
            {
                closing[begin] = i;
            }
            else if (char.IsWhiteSpace(text[i]))
            {
                round.Clear();
            }
        }

        return closing;
    }

    /// <summary>A backslash that makes the next mark plain.</summary>
    private static bool IsPlain(string text, int at) => text[at] == '\\' && at + 1 < text.Length && Marks.Contains(text[at + 1], StringComparison.Ordinal);

    private void Walk(Line line, int from, int end, ComposedRun look, Runs runs, bool isNote)
    {
        var text = line.Text;
        var looks = Looks(line, from, end);
        for (var i = from; i < end; i++)
        {
            if (IsPlain(text, i))
            {
                runs.Add(text[++i], look);
            }
            else if (looks.TryGetValue(i, out var change))
            {
                look = change.IsBold ? look with { Bold = !look.Bold } : look with { Italic = !look.Italic };
                i += change.IsBold ? 1 : 0;
            }
            else if (!isNote && NoteAt(line, i, end) is { } noteEnd && Note(line, i + 2, noteEnd, look, runs))
            {
                i = noteEnd;
            }
            else if (look.Address is null && LinkAt(line, i, end) is { } link)
            {
                Walk(line, i + 1, line.Closing[i], look with { Address = link.Address }, runs, isNote: true);
                i = link.End;
            }
            else
            {
                runs.Add(text[i], look);
            }
        }
    }

    private bool Note(Line line, int from, int end, ComposedRun look, Runs runs)
    {
        var words = new Runs();
        Walk(line, from, end, new ComposedRun(""), words, isNote: true);
        if (words.Finish() is not { Count: > 0 } note)
        {
            return false;
        }

        notes.Add(note);
        runs.Refer(notes.Count - 1, look);
        return true;
    }

    /// <summary>The bracket that closes the endnote that begins here; null where none begins.</summary>
    private static int? NoteAt(Line line, int at, int end) =>
        line.Text[at] == '^' && at + 1 < end && line.Text[at + 1] == '[' && line.Closing[at + 1] is >= 0 and var closing && closing < end ? closing : null;

    private static (string Address, int End)? LinkAt(Line line, int at, int end)
    {
        if (line.Text[at] != '[' || line.Closing[at] is var closing && (closing <= at + 1 || closing + 1 >= end || line.Text[closing + 1] != '('))
        {
            return null;
        }

        var last = line.Closing[closing + 1];
        return last >= 0 && last < end && last - closing < LongestAddress && Address(line.Text[(closing + 2)..last]) is { } address ? (address, last) : null;
    }

    /// <summary>Only pages of the web: a document that others open must not lead to files or run programs.</summary>
    internal static string? Address(string typed) =>
        Uri.TryCreate(typed, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0 ? uri.AbsoluteUri : null;

    /// <summary>Where the look changes: pairs of "**" and of "*" that open before a word and close behind one. Notes and links have pairs of their own.</summary>
    private static Dictionary<int, (bool IsBold, int At)> Looks(Line line, int from, int end)
    {
        var (text, pairs, bold, italic) = (line.Text, new Dictionary<int, (bool, int)>(), -1, -1);
        for (var i = from; i < end; i++)
        {
            if (IsPlain(text, i))
            {
                i++;
            }
            else if (text[i] == '[' && line.Closing[i] is >= 0 and var closing && closing < end && ((i > from && text[i - 1] == '^') || LinkAt(line, i, end) is not null))
            {
                i = closing;
            }
            else if (text[i] == '*')
            {
                var isBold = i + 1 < end && text[i + 1] == '*';
                ref var open = ref isBold ? ref bold : ref italic;
                var (before, after) = (i > from ? text[i - 1] : ' ', i + (isBold ? 2 : 1) < end ? text[i + (isBold ? 2 : 1)] : ' ');
                if (open >= 0 && !char.IsWhiteSpace(before) && open + (isBold ? 2 : 1) < i)
                {
                    pairs[open] = pairs[i] = (isBold, open);
                    open = -1;
                }
                else if (open < 0 && !char.IsWhiteSpace(after))
                {
                    open = i;
                }

                i += isBold ? 1 : 0;
            }
        }

        return pairs;
    }

    /// <summary>Runs while they are put together: neighbours of one look become one.</summary>
    private sealed class Runs
    {
        private readonly List<ComposedRun> _done = [];
        private readonly StringBuilder _text = new();
        private ComposedRun _look;

        public void Add(char letter, ComposedRun look)
        {
            if (_text.Length > 0 && look != _look)
            {
                Flush(null);
            }

            _look = look;
            _text.Append(letter);
        }

        /// <summary>A note stands at the word before it, without a space between.</summary>
        public void Refer(int note, ComposedRun look)
        {
            while (_text.Length > 0 && _text[^1] == ' ')
            {
                _text.Length--;
            }

            _look = _text.Length > 0 ? _look : look with { Address = null };
            Flush(note);
        }

        public List<ComposedRun> Finish()
        {
            Flush(null);
            if (_done.Count > 0 && _done[0].Note is null)
            {
                _done[0] = _done[0] with { Text = _done[0].Text.TrimStart() };
            }

            if (_done.Count > 0 && _done[^1].Note is null)
            {
                _done[^1] = _done[^1] with { Text = _done[^1].Text.TrimEnd() };
            }

            _done.RemoveAll(r => r.Text.Length == 0 && r.Note is null);
            return _done.All(r => r.Note is null && string.IsNullOrWhiteSpace(r.Text)) ? [] : _done;
        }

        private void Flush(int? note)
        {
            if (_text.Length > 0 || note is not null)
            {
                _done.Add(_look with { Text = _text.ToString(), Note = note });
                _text.Clear();
            }
        }
    }
}
