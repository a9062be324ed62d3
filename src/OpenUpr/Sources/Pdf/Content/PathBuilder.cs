namespace OpenUpr.Sources.Pdf.Content;

/// <summary>Follows the lines that a page draws, for the rules of tables and footnotes; curves and fillings are passed over.</summary>
internal sealed class PathBuilder(PageInk ink)
{
    /// <summary>Points: thicker is a box, not a line.</summary>
    private const double MaxThickness = 3;
    private const double MinLength = 4;
    private const int MaxStrokes = 20_000;
    private const int MaxSegments = 5_000;

    private readonly List<(double X0, double Y0, double X1, double Y1)> _segments = [];
    private readonly List<(double X0, double Y0, double X1, double Y1)> _boxes = [];
    private (double X, double Y) _at;
    private (double X, double Y) _first;

    public void MoveTo(in Matrix m, double x, double y) => _first = _at = m.Apply(x, y);

    public void LineTo(in Matrix m, double x, double y)
    {
        var to = m.Apply(x, y);
        Segment(_at, to);
        _at = to;
    }

    public void Close()
    {
        Segment(_at, _first);
        _at = _first;
    }

    public void Box(in Matrix m, double x, double y, double width, double height)
    {
        var (one, two) = (m.Apply(x, y), m.Apply(x + width, y + height));
        if (_boxes.Count < MaxSegments)
        {
            _boxes.Add((Math.Min(one.X, two.X), Math.Min(one.Y, two.Y), Math.Max(one.X, two.X), Math.Max(one.Y, two.Y)));
        }
    }

    /// <summary>Ends the path; what is neither stroked nor filled was only for clipping.</summary>
    public void Paint(bool stroke, bool fill)
    {
        if (stroke)
        {
            foreach (var (x0, y0, x1, y1) in _segments)
            {
                Add(Math.Min(x0, x1), Math.Min(y0, y1), Math.Max(x0, x1), Math.Max(y0, y1));
            }
        }
        else if (fill && _segments.Count is >= 3 and <= 5)
        {
            // A thin box drawn by its corners.
            Add(_segments.Min(s => Math.Min(s.X0, s.X1)), _segments.Min(s => Math.Min(s.Y0, s.Y1)), _segments.Max(s => Math.Max(s.X0, s.X1)), _segments.Max(s => Math.Max(s.Y0, s.Y1)));
        }

        foreach (var (x0, y0, x1, y1) in _boxes)
        {
            PaintBox(x0, y0, x1, y1, stroke, fill);
        }

        _segments.Clear();
        _boxes.Clear();
    }

    private void PaintBox(double x0, double y0, double x1, double y1, bool stroke, bool fill)
    {
        if (x1 - x0 <= MaxThickness || y1 - y0 <= MaxThickness)
        {
            if (stroke || fill)
            {
                Add(x0, y0, x1, y1);
            }
        }
        else if (stroke)
        {
            Add(x0, y0, x1, y0);
            Add(x0, y1, x1, y1);
            Add(x0, y0, x0, y1);
            Add(x1, y0, x1, y1);
        }
    }

    private void Segment((double X, double Y) from, (double X, double Y) to)
    {
        if (_segments.Count < MaxSegments)
        {
            _segments.Add((from.X, from.Y, to.X, to.Y));
        }
    }

    private void Add(double left, double top, double right, double bottom)
    {
        var (wide, high) = (right - left, bottom - top);
        if (Math.Min(wide, high) <= MaxThickness && Math.Max(wide, high) >= MinLength && ink.Strokes.Count < MaxStrokes)
        {
            ink.Strokes.Add(new Stroke(left, top, right, bottom));
        }
    }
}
