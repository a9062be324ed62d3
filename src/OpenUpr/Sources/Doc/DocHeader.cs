using System.Buffers.Binary;
using OpenUpr.Sources.Workbooks;

namespace OpenUpr.Sources.Doc;

/// <summary>
/// The head of a Word 97-2003 file ("FIB"), which says where everything lies. [MS-DOC] 2.5.1,
/// https://learn.microsoft.com/openspecs/office_file_formats/ms-doc.
/// </summary>
internal sealed class DocHeader
{
    private const int MaxText = 32 * 1024 * 1024;
    private const int MaxTables = 16 * 1024 * 1024;
    private const int HeadBytes = 0x1AA;
    private const ushort Signature = 0xA5EC;
    private const ushort OldSignature = 0xA5DC;
    private const ushort Word97 = 0x00C1;

    private readonly byte[] _tables;

    private DocHeader(byte[] document, byte[] tables)
    {
        Document = document;
        _tables = tables;
    }

    /// <summary>The stream with the text and the pages of formatting.</summary>
    public byte[] Document { get; }

    /// <summary>The characters of the stories, which follow one another: text, footnotes, heads and feet, macros, comments, endnotes, text boxes.</summary>
    public IReadOnlyList<int> StoryLengths { get; private init; } = [];

    /// <summary>When it was last saved; null where the file does not say.</summary>
    public DateOnly? WrittenOn { get; private init; }

    /// <exception cref="SourceException">It is no Word document of these years, damaged, or protected.</exception>
    public static DocHeader Read(Stream content, long length)
    {
        var file = CompoundFile.Read(content, length);
        var document = file.ReadStream("WordDocument", MaxText)
            ?? throw new SourceException(file.StreamNames.Contains("EncryptedPackage")
                ? "The Word document is protected by a password. Open it in Word, take the password off and save it."
                : "The file holds no Word document. Download it again, or save it as .docx.");
        if (document.Length < HeadBytes)
        {
            throw Damaged("its head is cut off");
        }

        var signature = BinaryPrimitives.ReadUInt16LittleEndian(document);
        if (signature == OldSignature || (signature == Signature && BinaryPrimitives.ReadUInt16LittleEndian(document.AsSpan(2)) < Word97))
        {
            throw new SourceException("The document was written by Word 95 or older. Open it in Word or LibreOffice and save it as .docx.");
        }

        if (signature != Signature)
        {
            throw Damaged("its head is not that of a Word document");
        }

        var flags = BinaryPrimitives.ReadUInt16LittleEndian(document.AsSpan(10));
        if ((flags & 0x0100) != 0)
        {
            throw new SourceException("The Word document is protected by a password. Open it in Word, take the password off and save it as .docx.");
        }

        var tables = file.ReadStream((flags & 0x0200) != 0 ? "1Table" : "0Table", MaxTables) ?? throw Damaged("the table of its text is missing");
        int[] stories = [.. Enumerable.Range(0, 8).Select(i => BinaryPrimitives.ReadInt32LittleEndian(document.AsSpan(0x4C + (4 * i))))];
        return stories.Any(s => s is < 0 or > MaxText)
            ? throw Damaged("its head claims more text than there is")
            : new DocHeader(document, tables) { StoryLengths = stories, WrittenOn = DocDates.Read(file) };
    }

    public static SourceException Damaged(string how) =>
        new($"The Word document is damaged: {how}. Download it again, or open it in Word and save it as .docx.");

    /// <summary>A piece of the stream of tables whose place and length stand in the head at this byte; empty where there is none.</summary>
    public ReadOnlySpan<byte> Table(int at)
    {
        var start = BinaryPrimitives.ReadUInt32LittleEndian(Document.AsSpan(at));
        var length = BinaryPrimitives.ReadUInt32LittleEndian(Document.AsSpan(at + 4));
        return length == 0 ? []
            : start + (long)length > _tables.Length ? throw Damaged("one of its tables is missing")
            : _tables.AsSpan((int)start, (int)length);
    }
}
