using OpenUpr.Sources.Pdf;
using OpenUpr.Sources.Pdf.Objects;

namespace OpenUpr.Evidence.Cleaning;

/// <summary>
/// PDF (ISO 32000-1): writes the document anew from what its pages need. Earlier versions that an editor left in the file, its identifier,
/// information dictionary, XMP, scripts, attached files and the names and dates of those who commented stay behind. A file that is protected, damaged,
/// or holds a part that cannot be cleaned is not rewritten.
/// </summary>
internal static class PdfCleaner
{
    private const int MaxBytes = 64 * 1024 * 1024;

    public static void Clean(Stream input, Stream output, CleaningJob job, TimeProvider time, CancellationToken cancel)
    {
        if (input.Length > MaxBytes)
        {
            throw new CleaningException(Blocks.TooMuch);
        }

        var content = new byte[input.Length];
        input.Position = 0;
        input.ReadExactly(content);
        var document = PdfObjects.Open(content, new PdfBudget(time, cancel));
        if (document.Decryptor is not null || document.Trailer["Encrypt"].Dictionary is not null)
        {
            throw new CleaningException(Blocks.Encrypted);
        }

        if (document.IsRebuilt || document.Catalog() is not { } catalogue)
        {
            throw new CleaningException(Blocks.Damaged);
        }

        job.Remove("properties", document.Trailer["Info"].Dictionary is not null ? 1 : 0);
        job.Remove("identifier", document.Trailer["ID"].Array is not null ? 1 : 0);
        job.Remove("earlier-versions", Math.Max(0, Count(content, "startxref"u8) - (content.AsSpan().IndexOf("/Linearized"u8) >= 0 ? 2 : 1)));
        var clean = PdfCopy.Write(document, catalogue, job);
        Check(clean, catalogue, time, cancel);
        output.Write(clean);
    }

    /// <summary>The copy must open and have as many pages as the original.</summary>
    private static void Check(byte[] clean, PdfDictionary catalogue, TimeProvider time, CancellationToken cancel)
    {
        var copy = PdfObjects.Open(clean, new PdfBudget(time, cancel));
        if (copy.IsRebuilt || copy.Catalog()?["Pages"].Dictionary?["Count"].Int != catalogue["Pages"].Dictionary?["Count"].Int)
        {
            throw new CleaningException(Blocks.Unusual);
        }
    }

    private static int Count(ReadOnlySpan<byte> content, ReadOnlySpan<byte> word)
    {
        var count = 0;
        for (var at = content.IndexOf(word); at >= 0; at = content.IndexOf(word))
        {
            count++;
            content = content[(at + word.Length)..];
        }

        return count;
    }
}
