using System.Text;

namespace OpenUpr.Sources.Csv;

/// <summary>
/// Decides how a text file's bytes spell text, by evidence gathered over the whole file:
/// a byte order mark; else UTF-16 when every other byte of the beginning is zero; else UTF-8 when the bytes are valid UTF-8, or nearly so
/// (a file in which valid sequences outnumber broken ones ten times is damaged UTF-8, and the rows at the damage are refused); else Mac
/// Roman or Windows-1252, whichever makes better words of the bytes above 127 (see <see cref="LegacyWords"/>). Lines that end
/// with CR alone speak for the Mac; without any evidence Windows-1252 wins, being the commoner.
/// </summary>
public sealed class TextEncodings
{
    private readonly Utf8Check _utf8 = new();
    private readonly LegacyWords _words = new();
    private byte[]? _head;
    private long _cr;
    private long _lf;

    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding MacRoman => Encoding.GetEncoding(10000);

    public static Encoding Windows1252 => Encoding.GetEncoding(1252);

    /// <summary>Takes the next bytes of the file into account.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        _head ??= bytes[..Math.Min(bytes.Length, 4096)].ToArray();
        foreach (var b in bytes)
        {
            _cr += b == '\r' ? 1 : 0;
            _lf += b == '\n' ? 1 : 0;
            _utf8.Add(b);
            _words.Add(b);
        }
    }

    /// <param name="isKnownName">Whether a word stands in the name of a State; such words weigh most, as "Côte" does.</param>
    public Encoding Decide(Func<string, bool> isKnownName)
    {
        if (WideEncodingOf(_head ?? []) is { } wide)
        {
            return wide;
        }

        if (_utf8.IsPlausible)
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
        }

        const int MacLineEnds = 6;
        var mac = _words.Score(MacRoman, isKnownName) + (_cr > 0 && _lf == 0 ? MacLineEnds : 0);
        return mac > _words.Score(Windows1252, isKnownName) ? MacRoman : Windows1252;
    }

    /// <summary>UTF-16 or UTF-32 by the byte order mark or by the zeros of Latin text without one; null for anything else.</summary>
    internal static Encoding? WideEncodingOf(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith<byte>([0xFF, 0xFE, 0, 0]))
        {
            return Encoding.UTF32;
        }

        if (head.StartsWith<byte>([0xFF, 0xFE]))
        {
            return Encoding.Unicode;
        }

        if (head.StartsWith<byte>([0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode;
        }

        var (even, odd) = (0, 0);
        for (var i = 0; i < head.Length; i++)
        {
            even += head[i] == 0 && i % 2 == 0 ? 1 : 0;
            odd += head[i] == 0 && i % 2 == 1 ? 1 : 0;
        }

        var most = head.Length * 2 / 5;
        return head.Length < 8 ? null
            : odd > most && even == 0 ? Encoding.Unicode
            : even > most && odd == 0 ? Encoding.BigEndianUnicode
            : null;
    }
}
