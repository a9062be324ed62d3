using System.Globalization;
using System.Text;

namespace OpenUpr.Tests.Sources.Pdf;

/// <summary>Each filter by itself and in chains: the same page comes out.</summary>
public sealed class PdfFilterTests
{
    private const string Words = "Consider ratifying the convention (Utopia);";
    private static readonly byte[] Plain = Encoding.Latin1.GetBytes($"BT /F1 10 Tf 72 700 Td ({Words.Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)}) Tj ET {string.Concat(Enumerable.Repeat("q Q ", 3000))}");

    public static TheoryData<string> Chains => ["/FlateDecode", "/LZWDecode", "/ASCIIHexDecode", "/ASCII85Decode", "/RunLengthDecode", "[/ASCII85Decode /FlateDecode]", "[/AHx /A85 /LZW]", "[/RunLengthDecode /Fl]"];

    [Theory, MemberData(nameof(Chains))]
    public void A_page_reads_the_same_through_every_filter(string chain)
    {
        var filtered = chain.Trim('[', ']').Split(' ').Reverse().Aggregate(Plain, (bytes, filter) => Apply(filter, bytes));
        var builder = new PdfBuilder();
        builder.PageOf(builder.AddStream(Plain, chain, filtered));
        Assert.Equal(Words, PdfText.Body(builder));
    }

    [Theory, InlineData(10, 1), InlineData(11, 1), InlineData(12, 3), InlineData(13, 4), InlineData(14, 2), InlineData(15, 3), InlineData(2, 1), InlineData(2, 3)]
    public void Predictors_are_undone(int predictor, int colors)
    {
        const int Columns = 20;
        var rowBytes = Columns * colors;
        byte[] whole = [.. Plain, .. Enumerable.Repeat((byte)' ', rowBytes - (Plain.Length % rowBytes))];
        var builder = new PdfBuilder();
        var parameters = string.Create(CultureInfo.InvariantCulture, $"/DecodeParms << /Predictor {predictor} /Colors {colors} /Columns {Columns} >>");
        builder.PageOf(builder.AddStream(whole, "/FlateDecode", PdfBuilder.Deflate(predictor == 2 ? Tiff(whole, rowBytes, colors) : Png(whole, rowBytes, colors, predictor - 10)), parameters));
        Assert.Equal(Words, PdfText.Body(builder));
    }

    [Fact]
    public void What_comes_before_damage_in_compressed_bytes_is_kept()
    {
        var filtered = PdfBuilder.Deflate([.. Encoding.Latin1.GetBytes($"BT /F1 10 Tf 72 700 Td (Kept words) Tj ET "), .. Enumerable.Range(0, 60_000).Select(i => (byte)(i * 7919 >> 3))]);
        Array.Fill(filtered, (byte)0xFF, filtered.Length / 2, 200);
        var builder = new PdfBuilder();
        builder.PageOf(builder.AddStream([], "/FlateDecode", filtered));
        Assert.Contains("Kept words", PdfText.Body(builder), StringComparison.Ordinal);
    }

    private static byte[] Apply(string filter, byte[] bytes) => filter switch
    {
        "/FlateDecode" or "/Fl" => PdfBuilder.Deflate(bytes),
        "/LZWDecode" or "/LZW" => Lzw(bytes),
        "/ASCIIHexDecode" or "/AHx" => Encoding.Latin1.GetBytes(Convert.ToHexString(bytes).ToLowerInvariant() + ">"),
        "/ASCII85Decode" or "/A85" => Base85(bytes),
        "/RunLengthDecode" => RunLength(bytes),
        _ => throw new ArgumentOutOfRangeException(nameof(filter)),
    };

    private static byte[] RunLength(byte[] bytes)
    {
        var result = new List<byte>();
        for (var at = 0; at < bytes.Length;)
        {
            var same = bytes.Skip(at).Take(128).TakeWhile(b => b == bytes[at]).Count();
            if (same > 2)
            {
                result.AddRange([(byte)(257 - same), bytes[at]]);
                at += same;
            }
            else
            {
                var part = bytes.Skip(at).Take(50).ToArray();
                result.Add((byte)(part.Length - 1));
                result.AddRange(part);
                at += part.Length;
            }
        }

        return [.. result, 128];
    }

    private static byte[] Base85(byte[] bytes)
    {
        var text = new StringBuilder();
        foreach (var group in bytes.Chunk(4))
        {
            var value = group.Concat(new byte[4 - group.Length]).Aggregate(0u, (v, b) => (v << 8) | b);
            var digits = new char[5];
            for (var i = 4; i >= 0; i--)
            {
                digits[i] = (char)('!' + (value % 85));
                value /= 85;
            }

            text.Append(group is [0, 0, 0, 0] ? "z" : new string(digits, 0, group.Length + 1));
        }

        return Encoding.Latin1.GetBytes(text.Append("~>").ToString());
    }

    private static byte[] Lzw(byte[] bytes)
    {
        var (codes, bits, held, width) = (new Dictionary<string, int>(), new List<bool>(), "", 9);
        void Put(int code) => bits.AddRange(Enumerable.Range(0, width).Select(i => ((code >> (width - 1 - i)) & 1) == 1));
        int Code(string s) => s.Length == 1 ? s[0] : codes[s];
        Put(256);
        foreach (var c in bytes.Select(b => (char)b))
        {
            if (held.Length == 0 || codes.ContainsKey(held + c))
            {
                held += c;
                continue;
            }

            Put(Code(held));
            codes[held + c] = 258 + codes.Count;
            width = 258 + codes.Count + 1 >= 2048 ? 12 : 258 + codes.Count + 1 >= 1024 ? 11 : 258 + codes.Count + 1 >= 512 ? 10 : 9;
            if (codes.Count > 3_700)
            {
                Put(256);
                codes.Clear();
                width = 9;
            }

            held = c.ToString();
        }

        Put(Code(held));
        Put(257);
        return [.. bits.Chunk(8).Select(eight => (byte)eight.Select((bit, i) => bit ? 128 >> i : 0).Sum())];
    }

    private static byte[] Tiff(byte[] plain, int rowBytes, int colors) =>
        [.. plain.Select((b, i) => (byte)(b - (i % rowBytes >= colors ? plain[i - colors] : 0)))];

    /// <summary>PNG's filters as its specification writes them; kind 5 takes another one for each row.</summary>
    private static byte[] Png(byte[] plain, int rowBytes, int colors, int kind)
    {
        var result = new List<byte>();
        for (var row = 0; row < plain.Length / rowBytes; row++)
        {
            var how = kind == 5 ? row % 5 : kind;
            result.Add((byte)how);
            for (var i = 0; i < rowBytes; i++)
            {
                var at = (row * rowBytes) + i;
                int left = i >= colors ? plain[at - colors] : 0;
                int up = row > 0 ? plain[at - rowBytes] : 0;
                int corner = row > 0 && i >= colors ? plain[at - rowBytes - colors] : 0;
                var guess = left + up - corner;
                var paeth = new[] { left, up, corner }.MinBy(n => Math.Abs(guess - n));
                result.Add((byte)(plain[at] - how switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => paeth, _ => 0 }));
            }
        }

        return [.. result];
    }
}
