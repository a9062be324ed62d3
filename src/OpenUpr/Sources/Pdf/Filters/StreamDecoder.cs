using OpenUpr.Sources.Pdf.Objects;

namespace OpenUpr.Sources.Pdf.Filters;

/// <summary>Takes a stream's filters off, one after another (ISO 32000-1, 7.4).</summary>
internal static class StreamDecoder
{
    private const int MaxFilters = 8;

    /// <returns>The bytes as far as they can be read: a damaged end costs what is behind it, not the page.</returns>
    public static ArraySegment<byte> Decode(PdfObjects objects, PdfStream stream)
    {
        var content = new ArraySegment<byte>(objects.Data, stream.Start, stream.Length);
        var filters = Names(stream.Dictionary.Get("Filter", "F"));
        if (objects.Decryptor is { } decryptor && !filters.Contains("Crypt") && stream.Dictionary["Type"].Name != "XRef")
        {
            content = decryptor.Decrypt(content, stream.Number, stream.Generation);
        }

        var parameters = stream.Dictionary.Get("DecodeParms", "DP");
        for (var i = 0; i < filters.Count; i++)
        {
            content = Apply(filters[i], content, parameters.Array is { } array ? array[i].Dictionary : parameters.Dictionary, objects.Budget);
        }

        return content;
    }

    private static List<string> Names(PdfValue filter)
    {
        if (filter.Name is { } one)
        {
            return [one];
        }

        var names = new List<string>();
        for (var i = 0; i < Math.Min(filter.Array?.Count ?? 0, MaxFilters); i++)
        {
            names.Add(filter.Array![i].Name ?? "");
        }

        return names;
    }

    private static ArraySegment<byte> Apply(string filter, ArraySegment<byte> content, PdfDictionary? parameters, PdfBudget budget) => filter switch
    {
        "FlateDecode" or "Fl" => Predictor.Undo(FlateFilter.Decode(content, budget), parameters, budget),
        "LZWDecode" or "LZW" => Predictor.Undo(LzwFilter.Decode(content, parameters?["EarlyChange"] is { IsNumber: true, Number: 0 } ? 0 : 1, budget), parameters, budget),
        "ASCIIHexDecode" or "AHx" => AsciiFilters.Hexadecimal(content),
        "ASCII85Decode" or "A85" => AsciiFilters.Base85(content, budget),
        "RunLengthDecode" or "RL" => RunLengthFilter.Decode(content, budget),
        "Crypt" => content,

        // Filters for pictures: no text in them.
        _ => ArraySegment<byte>.Empty,
    };
}
