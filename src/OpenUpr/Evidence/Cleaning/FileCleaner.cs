using System.Xml;
using OpenUpr.Sources;
using OpenUpr.Sources.Csv;

namespace OpenUpr.Evidence.Cleaning;

/// <summary>
/// Makes a copy of a file without what it tells about people, devices and places besides its content. What is kept is named, everything
/// else goes; where that cannot be done surely there is no copy.
/// </summary>
public static class FileCleaner
{
    /// <summary>Reads <paramref name="input"/> (seekable) and writes the clean copy. What was written means nothing when the result is not clean.</summary>
    public static CleaningResult Clean(Stream input, Stream output, TimeProvider time, CancellationToken cancel)
    {
        var job = new CleaningJob(input.Length, time, cancel);
        var kind = FileKind.Unknown;
        try
        {
            kind = KindFinder.Find(input);
            Clean(kind, input, output, job, time, cancel);
            return new CleaningResult(kind, null, job.Removed);
        }
        catch (CleaningException e)
        {
            return new CleaningResult(kind, e.Block, job.Removed);
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidDataException or XmlException or SourceException or ArgumentException or OverflowException or FormatException or IndexOutOfRangeException or NotSupportedException)
        {
            // A damaged or hostile file; whatever a reader says of it, the person needs to know only that.
            return new CleaningResult(kind, Blocks.Damaged, job.Removed);
        }
    }

    internal static void Clean(FileKind kind, Stream input, Stream output, CleaningJob job, TimeProvider time, CancellationToken cancel)
    {
        var reader = new BinaryInput(input, job);
        switch (kind)
        {
            case FileKind.Jpeg: JpegCleaner.Clean(reader, output, job); break;
            case FileKind.Png: PngCleaner.Clean(reader, output, job); break;
            case FileKind.Gif: GifCleaner.Clean(reader, output, job); break;
            case FileKind.WebP: WebPCleaner.Clean(reader, output, job); break;
            case FileKind.Pdf: PdfCleaner.Clean(input, output, job, time, cancel); break;
            case FileKind.Docx or FileKind.Xlsx or FileKind.Pptx: OfficeCleaner.Clean(input, output, job, time, cancel); break;
            case FileKind.OpenDocument: OpenDocumentCleaner.Clean(input, output, job, time, cancel); break;
            case FileKind.Mp3: Mp3Cleaner.Clean(reader, output, job); break;
            case FileKind.Wav: WavCleaner.Clean(reader, output, job); break;
            case FileKind.Flac: FlacCleaner.Clean(reader, output, job); break;
            case FileKind.Ogg: OggCleaner.Clean(reader, output, job); break;
            case FileKind.Mp4: Mp4Cleaner.Clean(reader, output, job); break;
            case FileKind.Matroska: MatroskaCleaner.Clean(reader, output, job); break;
            // Bytes that are read as they stand; there is no place beside them.
            case FileKind.Text: TextCheck.Copy(reader, output); break;
            default: throw new CleaningException(Blocks.Kind);
        }
    }
}

/// <summary>Plain text has no metadata; a file that only begins like text is none.</summary>
internal static class TextCheck
{
    public static void Copy(BinaryInput input, Stream output)
    {
        var buffer = new byte[64 * 1024];
        var isWide = TextEncodings.WideEncodingOf(input.Bytes(Math.Min(4096, input.Length))) is not null;
        input.Position = 0;
        while (input.Stream.Read(buffer) is var read and > 0)
        {
            if (!isWide && buffer.AsSpan(0, read).ContainsAnyInRange((byte)0, (byte)8))
            {
                throw new CleaningException(Blocks.Unusual);
            }

            output.Write(buffer, 0, read);
        }
    }
}
