namespace OpenUpr.Sources.Pdf.Filters;

/// <summary>Takes what a filter gives, up to the limit for one stream.</summary>
internal sealed class GrowingBuffer(int expected, PdfBudget budget)
{
    private byte[] _bytes = new byte[Math.Clamp(expected, 256, 1 << 20)];
    private int _count;

    public ArraySegment<byte> Written => new(_bytes, 0, _count);

    public int Count => _count;

    /// <summary>Room for at least so many bytes; say with <see cref="Advance"/> how many were written.</summary>
    public Span<byte> Room(int atLeast)
    {
        if (_bytes.Length - _count < atLeast)
        {
            if ((long)_count + atLeast > PdfBudget.MaxStreamBytes)
            {
                throw PdfError.TooMuch("a part of it expands to far more than its size");
            }

            Array.Resize(ref _bytes, (int)Math.Min(Math.Max((long)_bytes.Length * 2, _count + atLeast), PdfBudget.MaxStreamBytes));
        }

        return _bytes.AsSpan(_count);
    }

    public void Advance(int count)
    {
        _count += count;
        budget.Expand(count);
    }

    public void Add(byte b)
    {
        if (_count == _bytes.Length)
        {
            budget.Expand(_count / 2);
            Room(1);
        }

        _bytes[_count++] = b;
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _count += bytes.Length;
    }
}
