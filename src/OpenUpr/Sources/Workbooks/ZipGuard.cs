using System.IO.Compression;

namespace OpenUpr.Sources.Workbooks;

/// <summary>
/// Refuses a workbook that unpacks to far more than a table needs, before the workbook reader sees it. The sizes that the archive
/// states may be lies, so everything is unpacked once and thrown away; that costs a second reading and is worth it.
/// </summary>
public static class ZipGuard
{
    /// <summary>Bytes of all parts unpacked; the reader holds the texts among them in memory. A quarter of a million rows of this table need about this much.</summary>
    public const long MaxUnpacked = 256L * 1024 * 1024;

    /// <summary>Unpacked over packed bytes. Sheets reach 20; a bomb reaches 1,000.</summary>
    public const int MaxRatio = 150;

    private const int MaxParts = 1_000;

    /// <summary>Small archives may have any ratio: they cannot hurt.</summary>
    private const long HarmlessBytes = 8L * 1024 * 1024;

    /// <exception cref="SourceException">The archive holds too much, or is damaged.</exception>
    public static void Check(Stream content, long length, CancellationToken cancel)
    {
        try
        {
            content.Position = 0;
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MaxParts)
            {
                throw new SourceException($"The workbook has {zip.Entries.Count:N0} parts; a table has a few. It is not read.");
            }

            var unpacked = 0L;
            var buffer = new byte[64 * 1024];
            foreach (var entry in zip.Entries)
            {
                using var part = entry.Open();
                int read;
                while ((read = part.Read(buffer)) > 0)
                {
                    cancel.ThrowIfCancellationRequested();
                    unpacked += read;
                    if (unpacked > MaxUnpacked || (unpacked > HarmlessBytes && unpacked / MaxRatio > length))
                    {
                        throw new SourceException($"The workbook unpacks to more than {unpacked / 1_048_576:N0} MB from {Math.Max(1, length / 1024):N0} kB, which no table does. It is not read. Save the table as .csv if it is genuine.");
                    }
                }
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            throw new SourceException($"The workbook is damaged: {e.Message} Download it again, or save it anew as .xlsx or .csv.", inner: e);
        }
        finally
        {
            content.Position = 0;
        }
    }
}
