using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Import;
using OpenUpr.Import.Papers;
using OpenUpr.Storage;

namespace OpenUpr.Papers;

/// <summary>Reads one claimed upload into the store, as the command line would read the same file.</summary>
public sealed class UploadReader(Store store, TimeProvider time)
{
    /// <summary>File systems take 255.</summary>
    private const int MaxNameBytes = 240;

    private readonly Importer _importer = new(store, time);

    /// <summary>Imports the file and returns what became of it. A file that cannot be used is a report with a refusal, not an exception.</summary>
    /// <exception cref="StoreException">The database failed; the file can be read again.</exception>
    public async Task<(UploadReport Report, long? DocumentId)> ReadAsync(Upload upload, IProgress<ImportProgress> progress, CancellationToken cancel)
    {
        // The importer reads files: it must be able to read one twice and to see that nobody changed it meanwhile.
        var folder = Directory.CreateTempSubdirectory("openupr-upload-");
        try
        {
            var path = Path.Combine(folder.FullName, FileNameOf(upload));
            await File.WriteAllBytesAsync(path, upload.Content!, cancel);
            var report = await _importer.ImportAsync(path, new ImportOptions(), progress, cancel);
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(upload.Content!));
            return await DescribeAsync(report, sha256, cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<(UploadReport Report, long? DocumentId)> DescribeAsync(ImportReport report, string sha256, CancellationToken cancel)
    {
        await using var db = store.Open();
        var document = report.Refusal is null ? await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Sha256 == sha256, cancel) : null;
        var reading = document is null ? null : await db.DocumentReadings.AsNoTracking().SingleOrDefaultAsync(r => r.DocumentId == document.Id, cancel);
        var doubts = document is null ? 0 : await db.Doubts.CountAsync(d => d.DocumentId == document.Id && d.GoneAt == null && !db.Settlements.Any(s => s.DoubtId == d.Id && s.UndoneAt == null), cancel);
        return (new UploadReport(
            document?.Kind ?? report.Kind, report.Refusal, document?.Symbol ?? report.Paper?.Symbol, document?.Language ?? report.Paper?.Language, report.Paper?.Sur, report.Paper?.Session,
            reading is null ? [] : StoredReading.Unpack(reading.Brotli).Identity.Reasons,
            report.RowsRead, report.Recommendations, report.Pledges, report.Known, report.Paper?.Passages ?? 0, doubts, [.. report.Findings.Take(UploadReport.MaxFindings)]), document?.Id);
    }

    // The stored document bears the name under which the file was given; only what a file system refuses is left out.
    private static string FileNameOf(Upload upload)
    {
        var name = string.Concat(upload.FileName.Split(Path.GetInvalidFileNameChars())).Trim('.', ' ');
        // Counted in bytes, as file systems count: two hundred Arabic or Chinese letters are too many.
        while (Encoding.UTF8.GetByteCount(name) > MaxNameBytes)
        {
            name = name[..^1];
        }

        return name.Length == 0 ? "upload" : name;
    }
}
