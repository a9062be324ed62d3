using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OpenUpr.Search;

/// <summary>
/// The last row of a page, by the values that its order looks at: the next page is what comes after them. It names no place in an
/// index, so that it goes on rightly in an index that was replaced meanwhile, also when its own row is no longer there.
/// </summary>
/// <param name="Score">The row's score in an order by relevance; else 0. Scores are of one index: only there can a change of the data shift rows.</param>
/// <param name="Name">What the order looks at first; empty in orders by number and where the row has no value.</param>
/// <param name="Number">What the order looks at next; lower comes first.</param>
public sealed record SearchCursor(int Score, string Name, int Number, long Id)
{
    private const int CheckLength = 6;

    /// <summary>Letters for an address. They fit this search in this order only.</summary>
    public string ToText(SearchQuery query, SortBy sort)
    {
        var content = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Score} {Number} {Id} {Name}"));
        return Base64Url.EncodeToString([.. Check(content, query, sort), .. content]);
    }

    /// <summary>Reads what <see cref="ToText"/> wrote, or null for anything else: cut, changed, or of another search.</summary>
    public static SearchCursor? Read(string text, SearchQuery query, SortBy sort)
    {
        if (!Base64Url.IsValid(text) || Base64Url.DecodeFromChars(text) is not { Length: > CheckLength } bytes || !bytes.AsSpan(0, CheckLength).SequenceEqual(Check(bytes[CheckLength..], query, sort)))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(bytes.AsSpan(CheckLength)).Split(' ', 4);
        return parts.Length == 4 && Whole(parts[0]) is { } score and >= 0 and <= ushort.MaxValue && Whole(parts[1]) is { } number and >= int.MinValue and <= int.MaxValue && Whole(parts[2]) is { } id
            ? new SearchCursor((int)score, parts[3], (int)number, id)
            : null;
    }

    private static long? Whole(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Not a signature: a cursor opens nothing that the search itself does not. It only keeps mistakes from looking like results.</summary>
    private static byte[] Check(byte[] content, SearchQuery query, SortBy sort) =>
        SHA256.HashData([.. content, .. Encoding.UTF8.GetBytes($"\n{sort}\n{SearchAddress.Typed(query)}")])[..CheckLength];
}
