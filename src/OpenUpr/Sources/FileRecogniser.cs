using System.IO.Compression;
using System.Text;
using OpenUpr.Sources.Csv;
using OpenUpr.Sources.Workbooks;

namespace OpenUpr.Sources;

/// <summary>Tells files apart by their content. Names lie: the UN's download page answers with HTML under a .pdf name, mail programs rename.</summary>
public static class FileRecogniser
{
    /// <summary>How a file is described that a password locks.</summary>
    public const string Protected = "an Office file protected by a password";

    private const int HeadBytes = 4096;

    private static readonly (byte[] Start, string Description)[] Signatures =
    [
        ([0x89, 0x50, 0x4E, 0x47], "a picture (PNG)"),
        ([0xFF, 0xD8, 0xFF], "a picture (JPEG)"),
        ("GIF8"u8.ToArray(), "a picture (GIF)"),
        ([0x1F, 0x8B], "a compressed file (gzip)"),
        ([0x37, 0x7A, 0xBC, 0xAF], "a compressed file (7-Zip)"),
        ("Rar!"u8.ToArray(), "a compressed file (RAR)"),
        ("MZ"u8.ToArray(), "a Windows program"),
        ([0x7F, 0x45, 0x4C, 0x46], "a Linux program"),
        ("SQLite format 3"u8.ToArray(), "a SQLite database"),
        (@"{\rtf"u8.ToArray(), "a document in Rich Text Format"),
    ];

    /// <exception cref="SourceException">The file claims to be a workbook, but its structure is damaged or a trap.</exception>
    public static Recognised Recognise(SourceFile file) => Recognise(file.Content, file.Length);

    /// <param name="content">Can seek; its position is at its beginning afterwards.</param>
    /// <param name="length">Bytes.</param>
    /// <exception cref="SourceException">The file claims to be a workbook, but its structure is damaged or a trap.</exception>
    public static Recognised Recognise(Stream content, long length)
    {
        var head = new byte[Math.Min(HeadBytes, length)];
        content.Position = 0;
        head = head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        content.Position = 0;
        if (CompoundFile.IsOne(head))
        {
            return RecogniseCompound(content, length);
        }

        if (head.AsSpan().StartsWith("PK"u8) && head.Length > 3 && head[2] is 3 or 5 or 7)
        {
            return RecogniseZip(content);
        }

        // Some producers and mail gateways put bytes before the header; readers accept it within the first kilobyte (ISO 32000-1, annex H.3.4.1).
        if (head.AsSpan(0, Math.Min(head.Length, 1024)).IndexOf("%PDF-"u8) >= 0)
        {
            return new(FileForm.Pdf, "a PDF document");
        }

        foreach (var (start, description) in Signatures)
        {
            if (head.AsSpan().StartsWith(start))
            {
                return new Recognised(FileForm.Other, description);
            }
        }

        return RecogniseText(head);
    }

    private static Recognised RecogniseCompound(Stream content, long length)
    {
        var streams = CompoundFile.Read(content, length).StreamNames;
        return streams.Contains("Workbook") || streams.Contains("Book") ? new(FileForm.OldWorkbook, "an Excel workbook (.xls)")
            : streams.Contains("WordDocument") ? new(FileForm.OldWordDocument, "an old Word document (.doc)")
            : streams.Contains("PowerPoint Document") ? new(FileForm.Other, "an old PowerPoint presentation (.ppt)")
            : streams.Contains("EncryptedPackage") ? new(FileForm.Other, Protected)
            : new(FileForm.Other, "an old Office file of another kind");
    }

    private static Recognised RecogniseZip(Stream content)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var first = zip.Entries.Select(e => e.FullName).FirstOrDefault(n => n.StartsWith("xl/", StringComparison.Ordinal) || n.StartsWith("word/", StringComparison.Ordinal) || n.StartsWith("ppt/", StringComparison.Ordinal) || n == "mimetype");
            return first switch
            {
                null => new(FileForm.Other, "a ZIP archive"),
                "mimetype" => new(FileForm.Other, "an OpenDocument file"),
                _ when first[0] == 'x' => new(FileForm.Workbook, "an Excel workbook (.xlsx)"),
                _ when first[0] == 'w' => new(FileForm.WordDocument, "a Word document (.docx)"),
                _ => new(FileForm.Other, "a PowerPoint presentation (.pptx)"),
            };
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException)
        {
            throw new SourceException("The file begins like a ZIP archive or an Office file but is cut off or damaged. Download it again.", inner: e);
        }
        finally
        {
            content.Position = 0;
        }
    }

    private static Recognised RecogniseText(byte[] head)
    {
        var wide = TextEncodings.WideEncodingOf(head);
        var text = (wide ?? Encoding.Latin1).GetString(head).TrimStart('\uFEFF', '\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        // A table with a stray NUL or bell is still a table; a file with many is none.
        if (text.Count(c => char.IsControl(c) && c is < '\u0080' and not ('\t' or '\r' or '\n' or '\f')) > text.Length / 20)
        {
            return new(FileForm.Other, "a binary file of unknown kind");
        }

        return text switch
        {
            _ when Begins("<!doctype html") || Begins("<html") => new(FileForm.Other, "a web page (HTML)"),
            _ when Begins("<?xml") => new(FileForm.Other, "an XML file"),
            ['{', ..] or ['[', ..] => new(FileForm.Other, "a JSON file"),
            _ => new(FileForm.Text, "a text file"),
        };

        bool Begins(string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);
    }
}
