using System.IO.Compression;
using System.Text;
using OpenUpr.Sources.Csv;

namespace OpenUpr.Evidence.Cleaning;

/// <summary>Tells what a file is by its first bytes and, for packed documents, by what they hold; never by its name.</summary>
internal static class KindFinder
{
    private const int HeadBytes = 4096;

    private static readonly (byte[] Start, FileKind Kind)[] s_starts =
    [
        ([0xFF, 0xD8, 0xFF], FileKind.Jpeg),
        ([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10], FileKind.Png),
        ("GIF87a"u8.ToArray(), FileKind.Gif),
        ("GIF89a"u8.ToArray(), FileKind.Gif),
        ([(byte)'I', (byte)'I', 42, 0], FileKind.Tiff),
        ([(byte)'M', (byte)'M', 0, 42], FileKind.Tiff),
        ("fLaC"u8.ToArray(), FileKind.Flac),
        ("OggS"u8.ToArray(), FileKind.Ogg),
        ([0x1A, 0x45, 0xDF, 0xA3], FileKind.Matroska),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], FileKind.OldOffice),
        (@"{\rtf"u8.ToArray(), FileKind.RichText),
        ("MZ"u8.ToArray(), FileKind.Program),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], FileKind.Program),
        ([0xCF, 0xFA, 0xED, 0xFE], FileKind.Program),
        ([0xCA, 0xFE, 0xBA, 0xBE], FileKind.Program),
        ("#!AMR"u8.ToArray(), FileKind.OtherMedia),
        ("#!/"u8.ToArray(), FileKind.Program),
        ([0x1F, 0x8B], FileKind.Archive),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], FileKind.Archive),
        ("Rar!"u8.ToArray(), FileKind.Archive),
        ("BZh"u8.ToArray(), FileKind.Archive),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'], FileKind.Archive),
        ("MThd"u8.ToArray(), FileKind.OtherMedia),
        ("caff"u8.ToArray(), FileKind.OtherMedia),
        ("FORM"u8.ToArray(), FileKind.OtherMedia),
        ([0x30, 0x26, 0xB2, 0x75], FileKind.OtherMedia),
    ];

    public static FileKind Find(Stream stream)
    {
        stream.Position = 0;
        var head = new byte[Math.Min(HeadBytes, stream.Length)];
        stream.ReadExactly(head);
        stream.Position = 0;
        return head.AsSpan().StartsWith("PK"u8) ? OfZip(stream) : OfHead(head);
    }

    private static FileKind OfHead(byte[] head)
    {
        foreach (var (start, kind) in s_starts)
        {
            if (head.AsSpan().StartsWith(start))
            {
                return kind;
            }
        }

        return head.AsSpan(0, Math.Min(head.Length, 1024)).IndexOf("%PDF-"u8) >= 0 ? FileKind.Pdf
            : head.Length > 11 && head.AsSpan().StartsWith("RIFF"u8) ? OfRiff(head.AsSpan(8, 4))
            : head.Length > 11 && head.AsSpan(4, 4).SequenceEqual("ftyp"u8) ? OfBrand(head.AsSpan(8, 4))
            : head.Length > 11 && IsOldMovie(head.AsSpan(4, 4)) ? FileKind.Mp4
            : IsMp3(head) ? FileKind.Mp3
            : OfText(head);
    }

    private static FileKind OfRiff(ReadOnlySpan<byte> form) => form.SequenceEqual("WEBP"u8) ? FileKind.WebP : form.SequenceEqual("WAVE"u8) ? FileKind.Wav : FileKind.OtherMedia;

    /// <summary>QuickTime's films of before 2001 have no brand and begin with one of these boxes.</summary>
    private static bool IsOldMovie(ReadOnlySpan<byte> box) => box.SequenceEqual("moov"u8) || box.SequenceEqual("mdat"u8) || box.SequenceEqual("wide"u8);

    private static FileKind OfBrand(ReadOnlySpan<byte> brand) => Encoding.Latin1.GetString(brand) switch
    {
        "heic" or "heix" or "heim" or "heis" or "hevc" or "hevx" or "mif1" or "msf1" or "avif" or "avis" or "crx " => FileKind.Heic,
        _ => FileKind.Mp4,
    };

    /// <summary>A tag in front, or the synchronisation of a layer-III frame (ISO/IEC 11172-3, 2.4.1.3).</summary>
    private static bool IsMp3(byte[] head) => head.AsSpan().StartsWith("ID3"u8) || (head.Length > 3 && Mp3Frame.LengthOf(head) > 0);

    private static FileKind OfText(byte[] head)
    {
        var wide = TextEncodings.WideEncodingOf(head);
        var text = (wide ?? Encoding.Latin1).GetString(head).TrimStart('\uFEFF', '\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        return text.Any(c => char.IsControl(c) && c is < '\u0080' and not ('\t' or '\r' or '\n' or '\f')) ? FileKind.Unknown
            : text.StartsWith('<') ? FileKind.Markup
            : FileKind.Text;
    }

    private static FileKind OfZip(Stream stream)
    {
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > ZipCopy.MaxEntries)
            {
                return FileKind.Archive;
            }

            var names = zip.Entries.Select(e => e.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var isOffice = names.Contains("[Content_Types].xml");
            return (isOffice && names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || n.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase) || n.Contains("/activeX/", StringComparison.OrdinalIgnoreCase)))
                    || names.Any(n => n.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || n.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase)) ? FileKind.MacroDocument
                : isOffice && names.Contains("word/document.xml") ? FileKind.Docx
                : isOffice && names.Contains("xl/workbook.xml") ? FileKind.Xlsx
                : isOffice && names.Contains("ppt/presentation.xml") ? FileKind.Pptx
                : names.Contains("mimetype") && names.Contains("content.xml") ? FileKind.OpenDocument
                : FileKind.Archive;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException)
        {
            return FileKind.Archive;
        }
        finally
        {
            stream.Position = 0;
        }
    }
}
