using System.Text;
using OpenUpr.Sources.Papers;

namespace OpenUpr.Sources.Docx;

/// <summary>A paragraph of a Word file while it is read: its lines (a forced line break begins another) and how their letters look.</summary>
internal sealed class WordParagraph
{
    private readonly List<Line> _lines = [new()];

    /// <summary>What is set apart from the paragraph but stands at it: text boxes, notes.</summary>
    public List<PaperLine> Aside { get; } = [];

    public bool IsEmpty => _lines.TrueForAll(l => l.Text.Length == 0);

    public void Break() => _lines.Add(new Line());

    /// <summary>Adds characters: every run of white space becomes one space; those that nobody sees are left out.</summary>
    public void Add(string text, RunLook look)
    {
        var line = _lines[^1];
        for (var i = 0; i < text.Length; i++)
        {
            var c = SymbolFonts.Of(text[i]);
            if (char.IsWhiteSpace(c))
            {
                line.SpaceBefore = line.Text.Length > 0;
            }
            else if (char.IsSurrogate(c))
            {
                var isPair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
                line.Append(isPair ? text.Substring(i++, 2) : "\uFFFD", look);
            }
            else if (!char.IsControl(c) && !CellText.IsInvisible(c) && c is not ('\uFFFE' or '\uFFFF'))
            {
                // The non-breaking hyphen differs from the other in nothing that matters to a reader.
                line.Append(c == '\u2011' ? "-" : c.ToString(), look);
            }
        }
    }

    /// <summary>The paragraph as lines of a paper, empty ones left out.</summary>
    /// <param name="label">The list number in front; empty where there is none.</param>
    public IEnumerable<PaperLine> Lines(string label, bool isGlued, double left, LineRole role, CellPlace? cell)
    {
        foreach (var line in _lines)
        {
            var text = line.Text.ToString().Normalize(NormalizationForm.FormC);
            if (label.Length > 0)
            {
                text = label + (isGlued || text.Length == 0 ? "" : " ") + text;
                label = "";
            }

            if (text.Length > 0)
            {
                yield return new PaperLine(null, text)
                {
                    Role = role,
                    Left = left,
                    Cell = cell,
                    IsBold = line.Bold * 2 > line.Letters,
                    IsItalic = line.Italic * 2 > line.Letters,
                    Size = line.Sizes.Count == 0 ? 0 : line.Sizes.MaxBy(s => s.Value).Key,
                };
            }
        }
    }

    private sealed class Line
    {
        public StringBuilder Text { get; } = new();

        public bool SpaceBefore { get; set; }

        public int Letters { get; private set; }

        public int Bold { get; private set; }

        public int Italic { get; private set; }

        public Dictionary<double, int> Sizes { get; } = [];

        public void Append(string letter, RunLook look)
        {
            if (SpaceBefore)
            {
                Text.Append(' ');
                SpaceBefore = false;
            }

            Text.Append(letter);
            Letters++;
            Bold += look.Bold == true ? 1 : 0;
            Italic += look.Italic == true ? 1 : 0;
            if (look.Size is { } size)
            {
                Sizes[size] = Sizes.GetValueOrDefault(size) + 1;
            }
        }
    }
}
