using System.Text;
using ExcelDataReader;
using OpenUpr.Sources;
using OpenUpr.Sources.Csv;
using OpenUpr.Sources.Workbooks;

namespace OpenUpr.Planning.Outreach;

/// <summary>
/// Reads contacts from a file that somebody sent: address cards, a table with commas, or a workbook, told apart by content. It is read from
/// memory and never touches the disk, since it holds names in the clear.
/// </summary>
public static class ContactFile
{
    /// <summary>Bytes of a file.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Contacts of a file.</summary>
    public const int MaxContacts = 5_000;

    private const int MaxCell = 5_000;
    private const int MaxColumns = 64;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    static ContactFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Columns of a table, in the order in which they are written.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["kind", "name", "state", "place", "office", "duty", "language", "email", "phone", "address", "source", "checked", "gate_keeper", "do_not_contact", "why_not", "notes", "support"];

    /// <summary>Other heads under which address books export the same.</summary>
    private static readonly Dictionary<string, string> s_heads = new(StringComparer.OrdinalIgnoreCase)
    {
        ["full name"] = "name", ["display name"] = "name", ["country"] = "state", ["city"] = "place", ["title"] = "office", ["job title"] = "office", ["position"] = "office", ["post"] = "office", ["e-mail"] = "email",
        ["e-mail address"] = "email", ["mail"] = "email", ["telephone"] = "phone", ["mobile"] = "phone", ["type"] = "kind", ["note"] = "notes", ["comments"] = "notes", ["checked on"] = "checked",
    };

    /// <exception cref="SourceException">The file is none of these, damaged, or beyond a limit.</exception>
    public static IReadOnlyList<ReadContact> Read(byte[] content, CancellationToken cancel)
    {
        if (content.Length is 0 or > MaxBytes)
        {
            throw new SourceException(content.Length == 0 ? "The file is empty." : $"The file has more than {MaxBytes / 1024} kB. Split it, or leave pictures out.");
        }

        var contacts = content.AsSpan().StartsWith("PK"u8) ? FromTable(Workbook(content, cancel))
            : Text(content) is var text && text.TrimStart().StartsWith("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase) ? VCardReader.Read(text.TrimStart())
            : FromTable(new CsvParser(new StringReader(text), MaxCell).ReadAll().Select(r => new TableRow(r.Line, r.Fields)));
        var read = contacts.Take(MaxContacts + 1).ToList();
        return read.Count switch
        {
            0 => throw new SourceException("The file holds no contact."),
            > MaxContacts => throw new SourceException($"The file holds more than {MaxContacts:N0} contacts. Split it."),
            _ => read,
        };
    }

    private static string Text(byte[] content)
    {
        if (Array.IndexOf(content, (byte)0) >= 0)
        {
            throw new SourceException("This is neither a vCard file, nor a table with commas (CSV), nor an .xlsx workbook.");
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException e)
        {
            throw new SourceException("The file is not in UTF-8. Save it as CSV UTF-8, or as .xlsx.", inner: e);
        }
    }

    private static IEnumerable<TableRow> Workbook(byte[] content, CancellationToken cancel)
    {
        var stream = new MemoryStream(content, writable: false);
        ZipGuard.Check(stream, content.Length, cancel);
        return TimeLimit.Read(Rows(stream), LongestWait, "The workbook takes too long to read; it is probably damaged. Save the table as CSV UTF-8.", cancel);
    }

    private static List<TableRow> Rows(MemoryStream stream)
    {
        try
        {
            stream.Position = 0;
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
            var rows = new List<TableRow>();
            for (var line = 1; reader.Read() && rows.Count <= MaxContacts + 1; line++)
            {
                rows.Add(new TableRow(line, [.. Enumerable.Range(0, Math.Min(reader.FieldCount, MaxColumns)).Select(i => CellOf(reader.GetValue(i)))]));
            }

            return rows;
        }
        catch (Exception e) when (e is not (SourceException or OperationCanceledException))
        {
            // The reader of workbooks throws anything at a damaged one.
            throw new SourceException($"The workbook is damaged and cannot be read ({e.GetType().Name}). Save the table anew, or as CSV UTF-8.", inner: e);
        }
    }

    private static string CellOf(object? value)
    {
        var text = value switch
        {
            null => "",
            DateTime day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
        return text.Length <= MaxCell ? text : throw new SourceException($"A cell has more than {MaxCell:N0} characters.");
    }

    private static IEnumerable<ReadContact> FromTable(IEnumerable<TableRow> rows)
    {
        Dictionary<string, int>? columns = null;
        foreach (var row in rows.Where(r => r.Cells.Any(c => !string.IsNullOrWhiteSpace(c))))
        {
            if (columns is null)
            {
                columns = Heads(row);
                continue;
            }

            yield return new ReadContact(row.Line, ToWish(name => columns.TryGetValue(name, out var at) && at < row.Cells.Count ? Unguarded(row.Cells[at].Trim()) : null));
        }
    }

    private static Dictionary<string, int> Heads(TableRow row)
    {
        var heads = row.Cells.Select((c, i) => (Name: c.Trim(), At: i)).Select(h => (Name: s_heads.GetValueOrDefault(h.Name, h.Name.ToLowerInvariant()), h.At)).Where(h => Columns.Contains(h.Name)).ToList();
        return heads.Exists(h => h.Name == "name") ? heads.DistinctBy(h => h.Name).ToDictionary(h => h.Name, h => h.At)
            : throw new SourceException($"The first row must name the columns, with commas between them, and one must be \"name\". Known are: {string.Join(", ", Columns)}.", row.Line);
    }

    private static ContactWish ToWish(Func<string, string?> cell) => new(
        cell("kind") is { Length: > 0 } kind ? kind.ToLowerInvariant() : "other", cell("name"), cell("state"), cell("place"), cell("office"), cell("duty"), cell("language"), cell("source"), cell("checked"), IsYes(cell("gate_keeper")), IsYes(cell("do_not_contact")),
        new ContactSecrets(cell("email"), cell("phone"), cell("address"), cell("notes"), null, cell("support"), cell("why_not")));

    private static bool IsYes(string? cell) => cell is not null && (cell.Equals("yes", StringComparison.OrdinalIgnoreCase) || cell.Equals("true", StringComparison.OrdinalIgnoreCase) || cell == "1");

    /// <summary>Without the apostrophe that keeps a spreadsheet from taking a telephone number for a formula.</summary>
    private static string Unguarded(string cell) => cell.Length > 1 && cell[0] == '\'' && "=+-@".Contains(cell[1], StringComparison.Ordinal) ? cell[1..] : cell;
}
