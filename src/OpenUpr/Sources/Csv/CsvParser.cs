using System.Text;

namespace OpenUpr.Sources.Csv;

/// <summary>One record of a CSV file and the line on which it begins, counted from 1 whatever the file uses as line end.</summary>
public readonly record struct CsvRecord(int Line, string[] Fields);

/// <summary>
/// Reads comma-separated records (RFC 4180) one at a time. Our own, because an import must name the physical line of every
/// doubtful row in files whose lines end with CR alone, and must say where a quote was opened that is never closed.
/// </summary>
/// <param name="separator">Between the cells of a record.</param>
public sealed class CsvParser(TextReader reader, int maxFieldLength = CsvParser.DefaultMaxFieldLength, char separator = ',')
{
    /// <summary>Characters. The longest cell of UPR Info's export has 2,321; a longer one than this limit is not a table.</summary>
    public const int DefaultMaxFieldLength = 100_000;

    private const int MaxFields = 1_000;

    private readonly char[] _buffer = new char[32 * 1024];
    private int _length;
    private int _next;
    private int _line = 1;

    /// <summary>Yields every record that holds anything; blank lines are passed over.</summary>
    /// <exception cref="SourceException">A quote is never closed, or a field or record is too long to be one.</exception>
    public IEnumerable<CsvRecord> ReadAll()
    {
        var fields = new List<string>();
        while (true)
        {
            var line = _line;
            if (!ReadRecord(fields))
            {
                yield break;
            }

            if (fields.Count > 1 || fields[0].Length > 0)
            {
                yield return new CsvRecord(line, [.. fields]);
            }
        }
    }

    private bool ReadRecord(List<string> fields)
    {
        fields.Clear();
        if (Peek() < 0)
        {
            return false;
        }

        var field = new StringBuilder();
        var startLine = _line;
        while (true)
        {
            var ended = ReadField(field, startLine);
            fields.Add(field.ToString());
            if (ended)
            {
                return true;
            }

            if (fields.Count == MaxFields)
            {
                throw new SourceException($"Line {startLine}: more than {MaxFields} columns; this is not the table that was expected.", startLine);
            }
        }
    }

    /// <summary>Reads one field into <paramref name="field"/>; true when the record ends behind it.</summary>
    private bool ReadField(StringBuilder field, int startLine)
    {
        field.Clear();
        var quoted = false;
        if (Peek() == '"')
        {
            Read();
            quoted = true;
            var openedAt = _line;
            while (true)
            {
                var c = Read();
                if (c < 0)
                {
                    throw new SourceException($"Line {openedAt}: a quotation mark is opened and never closed.", openedAt);
                }

                if (c == '"')
                {
                    if (Peek() != '"')
                    {
                        break;
                    }

                    Read();
                }

                Append(field, (char)c, startLine);
            }
        }

        while (true)
        {
            var c = Read();
            switch (c)
            {
                case -1 or '\n':
                    return true;
                case var end when end == separator:
                    return false;
                // Excel and hand-edited files sometimes carry text behind a closing quote; it is kept rather than lost.
                default:
                    if (quoted && c == ' ')
                    {
                        break;
                    }

                    Append(field, (char)c, startLine);
                    break;
            }
        }
    }

    private void Append(StringBuilder field, char c, int line)
    {
        if (field.Length == maxFieldLength)
        {
            throw new SourceException($"Line {line}: a cell of more than {maxFieldLength:N0} characters; this is not the table that was expected.", line);
        }

        field.Append(c);
    }

    /// <summary>The next character with every line end (CR, LF, CRLF) as LF, or -1 at the end.</summary>
    private int Read()
    {
        var c = Peek();
        if (c < 0)
        {
            return -1;
        }

        _next++;
        if (c == '\r')
        {
            if (Peek() == '\n')
            {
                _next++;
            }

            c = '\n';
        }

        if (c == '\n')
        {
            _line++;
        }

        return c;
    }

    private int Peek()
    {
        if (_next == _length)
        {
            _length = reader.Read(_buffer, 0, _buffer.Length);
            _next = 0;
            if (_length == 0)
            {
                return -1;
            }
        }

        return _buffer[_next];
    }
}
