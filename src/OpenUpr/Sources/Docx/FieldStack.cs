namespace OpenUpr.Sources.Docx;

/// <summary>Fields that are open, one within another. A reader sees a field's result, not its code.</summary>
internal sealed class FieldStack
{
    private const int MaxOpen = 1_000;

    private readonly Stack<bool> _inCode = new();
    private int _codes;

    /// <summary>
    /// True within a field that is an argument of another one's code. Text straight in a code is kept: Word keeps codes as
    /// something else than text, so there it only stands when a field was never closed.
    /// </summary>
    public bool IsHidden => _codes > (_inCode.TryPeek(out var top) && top ? 1 : 0);

    public void Begin()
    {
        if (_inCode.Count < MaxOpen)
        {
            _inCode.Push(true);
            _codes++;
        }
    }

    public void Separate()
    {
        if (_inCode.TryPeek(out var inCode) && inCode)
        {
            _inCode.Pop();
            _inCode.Push(false);
            _codes--;
        }
    }

    public void End()
    {
        if (_inCode.TryPop(out var inCode) && inCode)
        {
            _codes--;
        }
    }
}
