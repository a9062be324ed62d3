namespace OpenUpr.Sources.Pdf.Filters;

/// <summary>Repeated bytes written as a count (ISO 32000-1, 7.4.5).</summary>
internal static class RunLengthFilter
{
    private const int Done = 128;

    public static ArraySegment<byte> Decode(ReadOnlySpan<byte> content, PdfBudget budget)
    {
        var output = new GrowingBuffer(content.Length * 2, budget);
        for (var at = 0; at < content.Length;)
        {
            var count = content[at++];
            if (count == Done || at >= content.Length)
            {
                break;
            }

            if (count < Done)
            {
                var taken = Math.Min(count + 1, content.Length - at);
                output.Add(content.Slice(at, taken));
                at += taken;
            }
            else
            {
                for (var i = 257 - count; i > 0; i--)
                {
                    output.Add(content[at]);
                }

                at++;
            }
        }

        return output.Written;
    }
}
