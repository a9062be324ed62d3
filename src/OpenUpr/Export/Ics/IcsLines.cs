using System.Globalization;
using System.Text;

namespace OpenUpr.Export.Ics;

/// <summary>Lines of a calendar file (RFC 5545): CRLF, at most 75 octets, folded between characters, never within one.</summary>
internal sealed class IcsLines
{
    private const int MaxOctets = 75;

    private readonly StringBuilder _text = new();

    /// <summary>A value that needs no escaping, such as a date or a keyword.</summary>
    public void Add(string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxOctets)
            {
                _text.Append("\r\n ");
                octets = 1;
            }

            _text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
    }

    /// <summary>Free text: backslash, semicolon, comma and line breaks are escaped; control characters, which no calendar may hold, are left out.</summary>
    public void AddText(string name, string value) => Add(name, Escape(value));

    public void AddDay(string name, DateOnly day) => Add($"{name};VALUE=DATE", day.ToString("yyyyMMdd", CultureInfo.InvariantCulture));

    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(_text.ToString());

    private static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length + 16);
        foreach (var c in value.ReplaceLineEndings("\n"))
        {
            _ = c switch
            {
                '\n' => escaped.Append("\\n"),
                '\\' or ';' or ',' => escaped.Append('\\').Append(c),
                '\t' => escaped.Append(c),
                _ when char.IsControl(c) => escaped,
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
