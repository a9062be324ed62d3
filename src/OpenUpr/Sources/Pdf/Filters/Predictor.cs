using OpenUpr.Sources.Pdf.Objects;

namespace OpenUpr.Sources.Pdf.Filters;

/// <summary>Undoes the differences to neighbours that were taken before compression (ISO 32000-1, 7.4.4.4; PNG, 9).</summary>
internal static class Predictor
{
    private const int Tiff = 2;
    private const int FirstOfPng = 10;
    private const int MaxRowBytes = 1 << 20;

    public static ArraySegment<byte> Undo(ArraySegment<byte> content, PdfDictionary? parameters, PdfBudget budget)
    {
        var kind = parameters?["Predictor"].Int ?? 1;
        if (kind is not (Tiff or >= FirstOfPng))
        {
            return content;
        }

        var colors = Math.Clamp(Given(parameters!, "Colors", 1), 1, 32);
        var bits = Math.Clamp(Given(parameters!, "BitsPerComponent", 8), 1, 16);
        var columns = Math.Clamp(Given(parameters!, "Columns", 1), 1, MaxRowBytes);
        var rowBytes = (int)Math.Min((((long)columns * colors * bits) + 7) / 8, MaxRowBytes);
        var pixelBytes = Math.Max(1, colors * bits / 8);
        budget.Expand(content.Count);
        return kind == Tiff ? UndoTiff(content, rowBytes, pixelBytes, bits) : UndoPng(content, rowBytes, pixelBytes);
    }

    private static int Given(PdfDictionary parameters, string key, int otherwise) => parameters[key] is { IsNumber: true } value ? value.Int : otherwise;

    private static ArraySegment<byte> UndoTiff(ArraySegment<byte> content, int rowBytes, int pixelBytes, int bits)
    {
        if (bits != 8)
        {
            return content;
        }

        for (var row = 0; row < content.Count; row += rowBytes)
        {
            for (var i = row + pixelBytes; i < Math.Min(row + rowBytes, content.Count); i++)
            {
                content[i] += content[i - pixelBytes];
            }
        }

        return content;
    }

    private static ArraySegment<byte> UndoPng(ArraySegment<byte> content, int rowBytes, int pixelBytes)
    {
        var rows = (content.Count + rowBytes) / (rowBytes + 1);
        var result = new byte[content.Count - rows < 0 ? 0 : content.Count - rows];
        ReadOnlySpan<byte> above = new byte[rowBytes];
        for (var row = 0; row < rows; row++)
        {
            var from = content.AsSpan(row * (rowBytes + 1));
            var count = Math.Min(rowBytes, from.Length - 1);
            if (count <= 0)
            {
                break;
            }

            var to = result.AsSpan(row * rowBytes, count);
            UndoRow(from[0], from.Slice(1, count), to, above, pixelBytes);
            above = to;
        }

        return result;
    }

    private static void UndoRow(byte how, ReadOnlySpan<byte> from, Span<byte> to, ReadOnlySpan<byte> above, int pixelBytes)
    {
        for (var i = 0; i < from.Length; i++)
        {
            int left = i >= pixelBytes ? to[i - pixelBytes] : 0;
            int up = i < above.Length ? above[i] : 0;
            int corner = i >= pixelBytes && i - pixelBytes < above.Length ? above[i - pixelBytes] : 0;
            to[i] = (byte)(from[i] + how switch
            {
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, corner),
                _ => 0,
            });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
