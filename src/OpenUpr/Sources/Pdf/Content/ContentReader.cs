using OpenUpr.Sources.Pdf.Fonts;
using OpenUpr.Sources.Pdf.Objects;

namespace OpenUpr.Sources.Pdf.Content;

/// <summary>Carries out the operators of a page that matter for its text (ISO 32000-1, annex A), and leaves pieces and strokes.</summary>
internal sealed class ContentReader
{
    private const int MaxKept = 256;
    private const int MaxOperands = 64;

    private readonly PdfObjects _objects;
    private readonly FontCache _fonts;
    private readonly TextShower _text;
    private readonly PathBuilder _path;
    private readonly MarkedContent _marks;
    private readonly Stack<GraphicsState> _kept = new();
    private readonly PdfValue[] _operands = new PdfValue[MaxOperands];
    private GraphicsState _state;
    private int _count;

    private ContentReader(PdfObjects objects, FontCache fonts, PageInk ink, in Matrix toSeen)
    {
        _objects = objects;
        _fonts = fonts;
        var pieces = new PieceBuilder(ink, objects.Budget);
        _marks = new MarkedContent(pieces);
        _text = new TextShower(pieces, _marks);
        _path = new PathBuilder(ink);
        _state = new GraphicsState { ToSeen = toSeen, Stretch = 1 };
    }

    public static PageInk Read(PdfObjects objects, FontCache fonts, PdfPage page)
    {
        var ink = new PageInk(page.Width, page.Height);
        var reader = new ContentReader(objects, fonts, ink, page.ToSeen);
        var contents = page.Dictionary["Contents"];
        if (contents.Stream is { } single)
        {
            reader.Run(single, page.Resources, 0);
        }

        for (var i = 0; i < (contents.Array?.Count ?? 0); i++)
        {
            if (contents.Array![i].Stream is { } part)
            {
                reader.Run(part, page.Resources, 0);
            }
        }

        reader._text.Finish();
        return ink;
    }

    private void Run(PdfStream stream, PdfDictionary? resources, int depth)
    {
        var content = _objects.Decode(stream);
        var lexer = new PdfLexer(content.Array!, content.Offset, content.Offset + content.Count, null, _objects.Budget);
        while (true)
        {
            var value = lexer.Read();
            if (value.Kind == PdfKind.End)
            {
                return;
            }

            if (value.Keyword is not { } name)
            {
                if (_count < MaxOperands)
                {
                    _operands[_count++] = value;
                }

                continue;
            }

            if (name == "BI")
            {
                InlineImage.Skip(lexer);
            }
            else
            {
                Do(name, resources, depth);
            }

            _count = 0;
        }
    }

    private double N(int index) => index < _count ? _operands[index].Number : 0;

    private void Do(string name, PdfDictionary? resources, int depth)
    {
        switch (name)
        {
            case "q":
                if (_kept.Count < MaxKept)
                {
                    _kept.Push(_state);
                }

                break;
            case "Q":
                if (_kept.TryPop(out var kept))
                {
                    _state = kept;
                }

                break;
            case "cm":
                _state.ToSeen = new Matrix(N(0), N(1), N(2), N(3), N(4), N(5)).Then(_state.ToSeen);
                break;
            case "Do":
                Draw(resources, depth);
                break;
            case "Tf":
                _state.Font = _fonts.Get(resources?["Font"].Dictionary?[_operands[0].Name ?? ""].Dictionary);
                _state.Size = N(1);
                break;
            case "gs":
                if (resources?["ExtGState"].Dictionary?[_operands[0].Name ?? ""].Dictionary?["Font"].Array is { } font)
                {
                    _state.Font = _fonts.Get(font[0].Dictionary);
                    _state.Size = font[1].Number;
                }

                break;
            case "BMC" or "BDC":
                _marks.Begin(_operands[0].Name, Properties(resources));
                break;
            case "EMC":
                _marks.End();
                break;
            default:
                if (!DoText(name))
                {
                    DoPath(name);
                }

                break;
        }
    }

    private PdfDictionary? Properties(PdfDictionary? resources)
    {
        var given = _count > 1 ? _operands[1] : default;
        return given.Dictionary ?? (given.Name is { } name ? resources?["Properties"].Dictionary?[name].Dictionary : null);
    }

    private bool DoText(string name)
    {
        switch (name)
        {
            case "BT":
                _text.Begin();
                break;
            case "Tc":
                _state.CharSpace = N(0);
                break;
            case "Tw":
                _state.WordSpace = N(0);
                break;
            case "Tz":
                _state.Stretch = N(0) / 100;
                break;
            case "TL":
                _state.Leading = N(0);
                break;
            case "Tr":
                _state.Mode = (int)Math.Clamp(N(0), 0, 7);
                break;
            case "Ts":
                _state.Rise = N(0);
                break;
            case "Td":
                _text.Move(N(0), N(1));
                break;
            case "TD":
                _state.Leading = -N(1);
                _text.Move(N(0), N(1));
                break;
            case "Tm":
                _text.Set(new Matrix(N(0), N(1), N(2), N(3), N(4), N(5)));
                break;
            case "T*":
                _text.Move(0, -_state.Leading);
                break;
            case "Tj":
                _text.Show(_state, _operands[0], _count);
                break;
            case "TJ":
                _text.Show(_state, _operands[0], _count);
                break;
            case "'":
                _text.Move(0, -_state.Leading);
                _text.Show(_state, _operands[0], _count);
                break;
            case "\"":
                (_state.WordSpace, _state.CharSpace) = (N(0), N(1));
                _text.Move(0, -_state.Leading);
                _text.Show(_state, _operands[2], _count);
                break;
            default:
                return false;
        }

        return true;
    }

    private void DoPath(string name)
    {
        switch (name)
        {
            case "m":
                _path.MoveTo(_state.ToSeen, N(0), N(1));
                break;
            case "l":
                _path.LineTo(_state.ToSeen, N(0), N(1));
                break;
            case "re":
                _path.Box(_state.ToSeen, N(0), N(1), N(2), N(3));
                break;
            case "h":
                _path.Close();
                break;
            case "c":
                _path.MoveTo(_state.ToSeen, N(4), N(5));
                break;
            case "v" or "y":
                _path.MoveTo(_state.ToSeen, N(2), N(3));
                break;
            case "S" or "s" or "B" or "B*" or "b" or "b*":
                _path.Paint(stroke: true, fill: name[0] is 'B' or 'b');
                break;
            case "f" or "F" or "f*":
                _path.Paint(stroke: false, fill: true);
                break;
            case "n":
                _path.Paint(stroke: false, fill: false);
                break;
            default:
                break;
        }
    }

    /// <summary>A drawing kept apart, such as a page that was placed on another; its text counts.</summary>
    private void Draw(PdfDictionary? resources, int depth)
    {
        if (resources?["XObject"].Dictionary?[_operands[0].Name ?? ""].Stream is not { } form || form.Dictionary["Subtype"].Name != "Form" || depth >= PdfBudget.MaxFormDepth)
        {
            return;
        }

        _objects.Budget.CountForm();
        var (before, kept) = (_state, _kept.Count);
        if (Matrix.From(form.Dictionary["Matrix"].Array?.Numbers(6)) is { } matrix)
        {
            _state.ToSeen = matrix.Then(_state.ToSeen);
        }

        _count = 0;
        Run(form, form.Dictionary["Resources"].Dictionary ?? resources, depth + 1);
        while (_kept.Count > kept)
        {
            _kept.Pop();
        }

        _state = before;
    }
}
